package ru.mcu;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The municipal control centre: one Spring Boot application with the process engine embedded. */
@SpringBootApplication
public class McuApplication {

    public static void main(String[] args) {
        // The engine keeps moments without a zone: one fixed zone on every node, whatever the computer is set to.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(McuApplication.class, args);
    }
}
