package ru.mcu.channel.media;

import java.net.InetAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the fetcher together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MediaSettings.class)
class MediaConfiguration {

    @Bean
    Downloads downloads(MediaSettings settings) {
        return new Downloads(settings, new AddressGuard(settings, InetAddress::getAllByName));
    }
}
