package ru.mcu.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mcu.survey.SurveyFixtures.EXPIRY;
import static ru.mcu.survey.SurveyFixtures.SNAPSHOT;
import static ru.mcu.survey.SurveyFixtures.token;

import java.sql.DriverManager;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.TestDatabase;
import ru.mcu.survey.photo.Photo;
import ru.mcu.survey.photo.Pictures;

@DisplayName("Опрос в базе данных")
@SuppressWarnings("NullAway") // the context is there before the first test
class SurveyDatabaseTests {

    private static ConfigurableApplicationContext context;

    private final Surveys surveys = context.getBean(Surveys.class);
    private final JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
    private final Listener listener = context.getBean(Listener.class);
    private final UUID message = UUID.randomUUID();
    private final Invitation invitation = surveys.invite(message, SNAPSHOT, EXPIRY);

    @BeforeAll
    static void start() throws Exception {
        String url = TestDatabase.createDatabase("survey_test");
        try (var connection = DriverManager.getConnection(url, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create schema mcu");
            ScriptUtils.executeSqlScript(connection, new ClassPathResource("db/migration/V4__survey.sql"));
        }
        context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.config.name=survey-database-tests",
                        "spring.datasource.url=" + url,
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "spring.jpa.hibernate.ddl-auto=validate",
                        "spring.jpa.open-in-view=false")
                .run();
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    @DisplayName("Ответ с фото сохраняется целиком и читается обратно")
    void anAnswerWithItsPhotoIsStored() throws Exception {
        Photo photo = Photo.of(Pictures.file(Pictures.redAndBlue(40, 20), "png"));
        surveys.sent(invitation.surveyId());

        surveys.answer(token(invitation), new AnswerInput(4, false, "Один фонарь не горит\u0000", photo));

        SurveyResult result = surveys.resultOf(message).orElseThrow();
        assertThat(result)
                .isEqualTo(new SurveyResult(
                        invitation.surveyId(), 1, 4, false, "Один фонарь не горит", SurveyFixtures.NOW, null));
        assertThat(surveys.photo(invitation.surveyId()).orElseThrow().bytes()).isEqualTo(photo.bytes());
        assertThat(surveys.find(token(invitation)).orElseThrow().snapshot()).isEqualTo(SNAPSHOT);
        assertThat(jdbc.queryForObject(
                        "select sent_at is not null from mcu.survey where id = ?",
                        Boolean.class,
                        invitation.surveyId()))
                .isTrue();
    }

    @Test
    @DisplayName("Сам ключ ссылки в базе не хранится, ни первый, ни из напоминания")
    void tokensAreNotInTheDatabase() {
        Invitation reminder = surveys.remind(invitation.surveyId()).orElseThrow();

        String row = jdbc.queryForObject(
                "select s::text from mcu.survey s where id = ?", String.class, invitation.surveyId());

        assertThat(row).doesNotContain(token(invitation), token(reminder));
        assertThat(surveys.find(token(invitation))).isPresent();
        assertThat(surveys.find(token(reminder))).isPresent();
    }

    @Test
    @DisplayName("Из двух одновременных ответов принят один")
    void ofTwoAnswersAtOnceOneWins() {
        TransactionTemplate outer = transaction(TransactionDefinition.PROPAGATION_REQUIRED);
        TransactionTemplate other = transaction(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        assertThatThrownBy(() -> outer.executeWithoutResult(first -> {
                    surveys.answer(token(invitation), new AnswerInput(1, false, null, null));
                    other.executeWithoutResult(
                            second -> surveys.answer(token(invitation), new AnswerInput(5, true, null, null)));
                }))
                .isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(surveys.resultOf(message).orElseThrow().mark()).isEqualTo(5);
    }

    @Test
    @DisplayName("Событие об ответе и сам ответ — одна операция: не прошло событие, нет и ответа")
    void theEventBelongsToTheTransactionOfTheAnswer() {
        listener.failure.set(new IllegalStateException("the process refused"));

        assertThatThrownBy(() -> surveys.answer(token(invitation), new AnswerInput(5, true, null, null)))
                .hasMessage("the process refused");
        assertThat(surveys.resultOf(message)).isEmpty();

        surveys.answer(token(invitation), new AnswerInput(5, true, null, null));
        assertThat(listener.last.get()).isEqualTo(new SurveyAnswered(message, invitation.surveyId(), 5, true));
    }

    @Test
    @DisplayName("Повторно открытое сообщение получает следующий опрос, результат — последний отвеченный")
    void aReopenedMessageGetsTheNextRound() {
        surveys.recordByPhone(invitation.surveyId(), 2, false, null, "analitik");

        Invitation second = surveys.invite(message, SNAPSHOT, EXPIRY);

        assertThat(second.round()).isEqualTo(2);
        assertThat(surveys.resultOf(message).orElseThrow().recordedBy()).isEqualTo("analitik");
        surveys.answer(token(second), new AnswerInput(5, true, null, null));
        assertThat(surveys.resultOf(message).orElseThrow().round()).isEqualTo(2);
    }

    @Test
    @DisplayName("База сама не примет второй опрос того же раунда и оценку сотрудника без имени")
    void theDatabaseKeepsTheRulesToo() {
        assertThatThrownBy(() -> jdbc.update(
                        "insert into mcu.survey (id, message_id, round, message_number, question, answer, token_hash,"
                                + " created_at, expires_at, version) select gen_random_uuid(), message_id, round, '1', '',"
                                + " '', repeat('0', 64), created_at, expires_at, 0 from mcu.survey where id = ?",
                        invitation.surveyId()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("survey_one_per_round");
        assertThatThrownBy(() -> jdbc.update(
                        "update mcu.survey set mark = 5, solved = true, answered_at = now(), by_phone = true where id = ?",
                        invitation.surveyId()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("survey_phone_names_the_recorder");
        assertThatThrownBy(() -> jdbc.update("update mcu.survey set mark = 5 where id = ?", invitation.surveyId()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("survey_answer_is_whole");
    }

    private static TransactionTemplate transaction(int propagation) {
        TransactionTemplate template = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        template.setPropagationBehavior(propagation);
        return template;
    }

    /** The survey module alone on a real database; not a component, so no other test picks it up. */
    @AutoConfigurationPackage
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JpaRepositoriesAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @Import({Surveys.class, Listener.class})
    static class Application {

        @Bean
        static Clock clock() {
            return new SurveyFixtures().clock;
        }
    }

    /** Stands for the process that waits for the mark. */
    static class Listener {

        final AtomicReference<RuntimeException> failure = new AtomicReference<>();
        final AtomicReference<SurveyAnswered> last = new AtomicReference<>();

        @EventListener
        void on(SurveyAnswered event) {
            RuntimeException planned = failure.getAndSet(null);
            if (planned != null) {
                throw planned;
            }
            last.set(event);
        }
    }
}
