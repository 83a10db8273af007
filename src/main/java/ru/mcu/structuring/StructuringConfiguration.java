package ru.mcu.structuring;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import ru.mcu.directory.Directory;
import ru.mcu.directory.District;
import ru.mcu.platform.McuHome;

/** Builds the module from the topics, the street list of the configured city and the districts of its profile. */
@Configuration(proxyBeanMethods = false)
class StructuringConfiguration {

    @Bean
    TopicCatalog topicCatalog(McuHome home) {
        return TopicCatalog.load(home.config("classifiers", "topics.yml"));
    }

    @Bean
    Structuring structuring(TopicCatalog topics, Directory directory, McuHome home) {
        String city = directory.city().code();
        return Structuring.of(topics, home.config("streets", city + ".yml"), new DistrictNames(names(directory)));
    }

    private static Map<String, String> names(Directory directory) {
        Map<String, String> codes = new HashMap<>();
        for (District district : directory.city().districts()) {
            codes.put(district.name(), district.code());
            district.aliases().forEach(alias -> codes.put(alias, district.code()));
        }
        return codes;
    }
}
