package ru.mcu.structuring;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the module from the topics, the street list of the configured city and the districts of its profile. */
@Configuration(proxyBeanMethods = false)
class StructuringConfiguration {

    @Bean
    TopicCatalog topicCatalog(@Value("${mcu.home:.}") Path home) {
        return TopicCatalog.load(home.resolve("config/classifiers/topics.yml"));
    }

    @Bean
    Structuring structuring(
            TopicCatalog topics,
            ObjectProvider<DistrictNames> districts,
            @Value("${mcu.home:.}") Path home,
            @Value("${mcu.city:rubtsovsk}") String city) {
        return Structuring.of(
                topics,
                home.resolve("config/streets").resolve(city + ".yml"),
                districts.getIfAvailable(() -> new DistrictNames(Map.of())));
    }
}
