package ru.mcu.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.TestDatabase;

/** The platform alone on a real database, with a few beans for models to call. */
@TestConfiguration
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "ru.mcu.platform",
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@Import({
    EngineTestApplication.Steps.class,
    EngineTestApplication.Reminder.class,
    EngineTestApplication.NotExported.class,
    EngineTestApplication.WhoAmI.class
})
public class EngineTestApplication {

    /** A database of its own beside the shared one: these tests delete every deployment. */
    static class Database implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabase.leaveStoppingToSpring();
            TestPropertyValues.of(
                            "spring.datasource.url=" + TestDatabase.createDatabase("engine_test"),
                            "spring.datasource.username=postgres",
                            "spring.datasource.password=postgres")
                    .applyTo(context);
        }
    }

    /** A home of its own, with the product's catalogue of clauses. */
    @Bean
    @Primary
    McuHome testHome(@Value("${mcu.home}") Path root) throws IOException {
        FileSystemUtils.deleteRecursively(root);
        McuHome home = McuHome.at(root);
        Files.createDirectories(home.config("regulation"));
        Files.copy(Path.of("config/regulation/clauses.yaml"), home.config("regulation", "clauses.yaml"));
        return home;
    }

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    /** A step clock with a list of moments to watch. */
    @BpmnBean("steps")
    public static class Steps implements StepClock {

        public final List<Date> moments = new ArrayList<>();

        public String clock(DelegateExecution execution) {
            return "STEP:" + execution.getProcessBusinessKey();
        }

        @Override
        public @Nullable Date nextAttention(String stepDeadlineId, Date after) {
            return moments.stream().filter(it -> it.after(after)).findFirst().orElse(null);
        }
    }

    /** Counts how often a timer fired. */
    @BpmnBean("reminder")
    public static class Reminder implements JavaDelegate {

        public int reminded;

        @Override
        public void execute(DelegateExecution execution) {
            reminded++;
        }
    }

    /** Any other bean of the application: out of reach for models. */
    @Component("notExported")
    public static class NotExported {

        public String secret() {
            return "secret";
        }
    }

    @RestController
    static class WhoAmI {

        private final CurrentUser user;

        WhoAmI(CurrentUser user) {
            this.user = user;
        }

        @GetMapping("/api/test/me")
        Map<String, Object> me() {
            return Map.of("id", user.id(), "groups", user.groups());
        }

        @PostMapping("/api/test/fail")
        void fail() {
            throw new IllegalStateException("inner text that must not leave");
        }
    }
}
