package ru.mcu.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import ru.mcu.directory.City;
import ru.mcu.directory.Directory;
import ru.mcu.directory.Person;
import ru.mcu.directory.Role;
import ru.mcu.platform.McuHome;

/** Tells a visitor of the demonstration, at the end of the log, where to go and as whom. */
@Component
@Profile("demo")
class StartBanner {

    private static final String USUAL_PASSWORD = "mcu-demo";
    private static final String LINE = "─".repeat(100);
    private static final Map<Role, String> SEES = Map.ofEntries(
            Map.entry(Role.CURATOR, "споры с ЦУР, просрочки, о которых сообщили выше"),
            Map.entry(Role.HEAD, "просрочки, молчание ЦУР, третьи возвраты, любые сообщения"),
            Map.entry(Role.ANALYST, "ответы, которыми авторы недовольны"),
            Map.entry(Role.RISK_COORDINATOR, "концепции ответов на резонансные сообщения"),
            Map.entry(Role.IM_OPERATOR, "разбор, проверка ответов, публикация: соцсети, звонки, письма"),
            Map.entry(Role.POS_OPERATOR, "то же для Платформы обратной связи"),
            Map.entry(Role.BLOCK_LEAD, "работа органов своего блока"),
            Map.entry(Role.EXECUTOR, "подготовка ответов, запросы сведений"),
            Map.entry(Role.CUR, "проекты ответов на согласование"),
            Map.entry(Role.ADMIN, "пользователи, процессы, отчёты движка (Cockpit, Admin)"));

    private final City city;
    private final Directory directory;
    private final McuHome home;
    private final Environment environment;

    StartBanner(City city, Directory directory, McuHome home, Environment environment) {
        this.city = city;
        this.directory = directory;
        this.home = home;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void show() {
        System.out.println(String.join(System.lineSeparator(), lines()));
    }

    /** The lines as they are printed; the password only when everybody may know it. */
    List<String> lines() {
        String port = environment.getProperty("local.server.port", "8080");
        boolean usual = environment
                        .getProperty("mcu.demo.password", USUAL_PASSWORD)
                        .equals(USUAL_PASSWORD)
                && environment.getProperty("MCU_DEMO_PASSWORD", USUAL_PASSWORD).equals(USUAL_PASSWORD);
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(LINE);
        lines.add("МЦУ, город " + city.name() + ": откройте http://localhost:" + port + "/");
        lines.add("Пароль у всех: " + (usual ? USUAL_PASSWORD : "из MCU_DEMO_PASSWORD"));
        lines.add("");
        city.demoPersons().stream()
                .filter(person -> person.roles().get(0) != Role.EXECUTOR)
                .forEach(person -> lines.add(line(person)));
        city.demoPersons().stream()
                .filter(person -> person.roles().get(0) == Role.EXECUTOR)
                .limit(1)
                .forEach(person -> lines.add(line(person)));
        lines.add(row(
                "ispolnitel-<орган>",
                "то же",
                "органы: "
                        + String.join(
                                ", ",
                                city.bodies().stream().map(body -> body.code()).toList())));
        lines.add("");
        lines.add("Остановить: Ctrl+C. Данные: " + home.data() + " (чтобы начать заново, удалите папку).");
        lines.add("Другой город: " + otherCity());
        lines.add(LINE);
        return lines;
    }

    private String line(Person person) {
        Role role = person.roles().get(0);
        return row(person.id(), directory.title(role), SEES.getOrDefault(role, ""));
    }

    private static String row(String id, String title, String sees) {
        return "  %-19s %-48s %s".formatted(id, title, sees);
    }

    private String otherCity() {
        String other = city.code().equals("stavropol") ? "rubtsovsk" : "stavropol";
        return "MCU_CITY=" + other + " MCU_DATA_DIR=.data-" + other + " ./mvnw spring-boot:run (папка данных своя)";
    }
}
