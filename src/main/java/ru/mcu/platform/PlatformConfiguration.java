package ru.mcu.platform;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** The beans without a home of their own: the clock that tests replace, and the folders. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    /** System time; tests replace it by a primary bean that also moves the engine's clock. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    McuHome mcuHome(@Value("${mcu.home:.}") String home, @Value("${mcu.data-dir:}") String data) {
        return StringUtils.hasText(data) ? new McuHome(Path.of(home), Path.of(data)) : McuHome.at(Path.of(home));
    }
}
