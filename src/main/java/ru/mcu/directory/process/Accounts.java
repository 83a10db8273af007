package ru.mcu.directory.process;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import ru.mcu.directory.City;

/** Decides which accounts this installation creates by itself: demo people in the demo profile, the service account. */
@Component
class Accounts {

    private final City city;
    private final DemoProperties demo;
    private final IntegrationProperties integration;
    private final Environment environment;

    Accounts(City city, DemoProperties demo, IntegrationProperties integration, Environment environment) {
        this.city = city;
        this.demo = demo;
        this.integration = integration;
        this.environment = environment;
    }

    List<Account> wanted() {
        List<Account> wanted = new ArrayList<>();
        boolean isDemo = environment.acceptsProfiles(Profiles.of("demo"));
        if (isDemo) {
            city.demoPersons().forEach(person -> wanted.add(Account.of(person, demo.password())));
        }
        String own = integration.password();
        if (own != null && StringUtils.hasText(own)) {
            wanted.add(Account.integration(own));
        } else if (isDemo) {
            wanted.add(Account.integration(demo.password()));
        }
        return wanted;
    }
}
