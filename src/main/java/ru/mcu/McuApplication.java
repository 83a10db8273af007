package ru.mcu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The municipal control centre: one Spring Boot application with the process engine embedded. */
@SpringBootApplication
public class McuApplication {

    public static void main(String[] args) {
        SpringApplication.run(McuApplication.class, args);
    }
}
