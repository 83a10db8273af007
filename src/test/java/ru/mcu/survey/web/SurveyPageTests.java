package ru.mcu.survey.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static ru.mcu.survey.SurveyFixtures.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import ru.mcu.platform.scan.ClamdServer;
import ru.mcu.platform.scan.ScanSettings;
import ru.mcu.platform.scan.VirusScan;
import ru.mcu.regulation.Clause;
import ru.mcu.survey.Invitation;
import ru.mcu.survey.SurveyFixtures;
import ru.mcu.survey.SurveyResult;
import ru.mcu.survey.photo.Pictures;

@DisplayName("Страница опроса")
class SurveyPageTests {

    private final SurveyFixtures fixtures = new SurveyFixtures();
    private final UUID message = UUID.randomUUID();
    private final MockMvc mvc = mvc(null);
    private Invitation invitation = fixtures.invite();

    @BeforeEach
    void invite() {
        invitation = fixtures.surveys.invite(message, SurveyFixtures.SNAPSHOT, SurveyFixtures.EXPIRY);
    }

    @Test
    @DisplayName("Показывает вопрос, ответ и пять оценок словами; один заголовок, язык русский, без скриптов")
    void showsTheQuestionTheAnswerAndFiveMarks() throws Exception {
        Document page = page(invitation.path(), 200);

        assertThat(page.selectXpath("/html").attr("lang")).isEqualTo("ru");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.text()).contains("2026-00417", "не горят фонари", "отремонтировали 27 февраля");
        assertThat(page.select("fieldset").get(0).select("label").eachText())
                .containsExactly(
                        "1 — совсем не помогли",
                        "2 — скорее не помогли",
                        "3 — помогли частично",
                        "4 — хорошо",
                        "5 — отлично");
        assertThat(page.select("input[type=radio][checked]")).isEmpty();
        assertThat(page.select("fieldset > legend")).hasSize(2);
        assertThat(page.select("script, style, [style], [onclick]")).isEmpty();
        assertThat(page.select("meta[name=robots]").attr("content")).contains("noindex");
        assertThat(page.select(".errors, .error")).isEmpty();
    }

    @Test
    @DisplayName("Не кэшируется, не индексируется и не выдаёт адрес другим сайтам, в любом состоянии")
    void everyStateIsPrivate() throws Exception {
        for (String path : new String[] {invitation.path(), "/survey/unknown", "/survey/unknown/thanks"}) {
            mvc.perform(get(path))
                    .andExpect(header().string("Cache-Control", "no-store"))
                    .andExpect(header().string("Referrer-Policy", "no-referrer"))
                    .andExpect(header().string("X-Robots-Tag", "noindex, nofollow"));
        }
    }

    @Test
    @DisplayName("Ответ сохраняется и ведёт на страницу благодарности с оценкой")
    void anAnswerIsKeptAndThanked() throws Exception {
        mvc.perform(multipart(invitation.path())
                        .file(photo("image/jpeg", Pictures.file(Pictures.redAndBlue(20, 10), "jpeg")))
                        .param("mark", "4")
                        .param("solved", "no")
                        .param("comment", "Один фонарь\r\nне горит"))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl(invitation.path() + "/thanks"));

        SurveyResult result = fixtures.surveys.resultOf(message).orElseThrow();
        assertThat(result.mark()).isEqualTo(4);
        assertThat(result.solved()).isFalse();
        assertThat(result.comment()).isEqualTo("Один фонарь\nне горит");
        assertThat(fixtures.surveys.photo(result.surveyId())).isPresent();
        assertThat(page(invitation.path() + "/thanks", 200).text())
                .contains("Спасибо за оценку!", "4 — хорошо", "Вопрос решён нет")
                .doesNotContain("не горит");
    }

    @Test
    @DisplayName("Пустая форма: ошибки сверху и у полей, связанные с ними")
    void anEmptyFormIsExplained() throws Exception {
        Document page = parse(mvc.perform(post(invitation.path()))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));

        assertThat(page.title()).startsWith("Ошибка");
        assertThat(page.select(".errors a").eachText())
                .containsExactly("Выберите оценку от 1 до 5", "Отметьте, решён ли вопрос");
        for (Element link : page.select(".errors a")) {
            assertThat(page.select(link.attr("href"))).hasSize(1);
        }
        for (Element fieldset : page.select("fieldset")) {
            assertThat(page.getElementById(fieldset.attr("aria-describedby"))).isNotNull();
        }
        assertThat(fixtures.surveys.resultOf(message)).isEmpty();
    }

    @Test
    @DisplayName("При ошибке введённое остаётся на месте, а про фото сказано, что его надо выбрать снова")
    void whatWasTypedStaysAfterAnError() throws Exception {
        String comment = "<b>я</b>".repeat(300);
        Document page = parse(mvc.perform(multipart(invitation.path())
                        .file(photo("image/jpeg", Pictures.file(Pictures.redAndBlue(20, 10), "jpeg")))
                        .param("mark", "2")
                        .param("solved", "yes")
                        .param("comment", comment))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));

        assertThat(page.select("input[checked]").eachAttr("id")).containsExactly("mark-2", "solved-yes");
        assertThat(page.select("textarea").text()).isEqualTo(comment);
        assertThat(page.select("textarea").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("textarea").attr("aria-describedby")).isEqualTo("comment-error comment-hint");
        assertThat(page.select(".errors").text()).contains("2000", "Выберите фото ещё раз");
    }

    @Test
    @DisplayName("Негодное фото и оценка вне шкалы не проходят")
    void aWrongPhotoOrMarkIsRefused() throws Exception {
        mvc.perform(multipart(invitation.path())
                        .file(photo("image/jpeg", "<svg/>".getBytes(StandardCharsets.US_ASCII)))
                        .param("mark", "5")
                        .param("solved", "yes"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Это не фото")));
        mvc.perform(post(invitation.path()).param("mark", "6").param("solved", "maybe"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(fixtures.surveys.resultOf(message)).isEmpty();
    }

    @Test
    @DisplayName("Фото с вирусом и фото, которое сейчас нечем проверить, не принимаются, и сказано, что делать")
    void photosAreScanned() throws Exception {
        byte[] jpeg = Pictures.file(Pictures.redAndBlue(20, 10), "jpeg");
        byte[] virus = ClamdServer.EICAR.getBytes(StandardCharsets.US_ASCII);
        byte[] infected = ByteBuffer.allocate(jpeg.length + virus.length)
                .put(jpeg)
                .put(virus)
                .array();
        try (ClamdServer clamd = new ClamdServer()) {
            MockMvc guarded = mvc(clamd.address());
            assertThat(answerWith(guarded, infected)).contains("найден вирус");
            clamd.is(ClamdServer.Mood.BREAKS_OFF);
            assertThat(answerWith(guarded, jpeg)).contains("Отправьте оценку без фото");
            assertThat(fixtures.surveys.resultOf(message)).isEmpty();
            clamd.is(ClamdServer.Mood.WELL);
            guarded.perform(multipart(invitation.path())
                            .file(photo("image/jpeg", jpeg))
                            .param("mark", "5")
                            .param("solved", "yes"))
                    .andExpect(redirectedUrl(invitation.path() + "/thanks"));
        }
    }

    private String answerWith(MockMvc site, byte[] file) throws Exception {
        return site.perform(multipart(invitation.path())
                        .file(photo("image/jpeg", file))
                        .param("mark", "5")
                        .param("solved", "yes"))
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    @DisplayName("Второй ответ не принимается: показана первая оценка")
    void theFirstMarkStays() throws Exception {
        mvc.perform(post(invitation.path()).param("mark", "5").param("solved", "yes"));
        mvc.perform(post(invitation.path()).param("mark", "1").param("solved", "no"))
                .andExpect(redirectedUrl(invitation.path()));

        assertThat(page(invitation.path(), 200).text()).contains("Вы уже ответили", "5 — отлично");
    }

    @Test
    @DisplayName("Неизвестная, испорченная и просроченная ссылки дают одну и ту же страницу 404")
    void deadLinksAreAllTheSame() throws Exception {
        fixtures.clock.set(SurveyFixtures.EXPIRY);
        String expired = page(invitation.path(), 404).outerHtml();

        assertThat(page("/survey/" + "A".repeat(43), 404).outerHtml()).isEqualTo(expired);
        assertThat(page("/survey/x", 404).outerHtml()).isEqualTo(expired);
        assertThat(page(invitation.path() + "/thanks", 404).outerHtml()).isEqualTo(expired);
        mvc.perform(post(invitation.path()).param("mark", "5").param("solved", "yes"))
                .andExpect(status().isNotFound())
                .andExpect(content().string(not(containsString(token(invitation)))));
    }

    @Test
    @DisplayName("Страница благодарности до ответа ведёт к форме")
    void thanksBeforeAnAnswerLeadsToTheForm() throws Exception {
        mvc.perform(get(invitation.path() + "/thanks")).andExpect(redirectedUrl(invitation.path()));
    }

    @Test
    @Clause("rubtsovsk:4.4.3")
    @DisplayName("Записанное по телефону так и названо")
    void aMarkByPhoneIsCalledSo() throws Exception {
        fixtures.surveys.recordByPhone(invitation.surveyId(), 3, true, null, "analitik");

        assertThat(page(invitation.path(), 200).text())
                .contains("3 — помогли частично", "по телефону")
                .doesNotContain("analitik");
    }

    @Test
    @DisplayName("Защитный ключ формы вставлен один раз, когда защита включена")
    void theFormCarriesTheCsrfToken() throws Exception {
        RequestPostProcessor csrf = request -> {
            request.setAttribute("_csrf", new DefaultCsrfToken("X-SURVEY-CSRF", "_csrf", "secret-value"));
            return request;
        };
        Document page = parse(mvc.perform(get(invitation.path()).with(csrf))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));

        assertThat(page.select("input[name=_csrf]").eachAttr("value")).containsExactly("secret-value");
    }

    private Document page(String path, int status) throws Exception {
        return parse(mvc.perform(get(path))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private static Document parse(String html) {
        return Jsoup.parse(html);
    }

    private static MockMultipartFile photo(String type, byte[] bytes) {
        return new MockMultipartFile("photo", "photo.jpg", type, bytes);
    }

    private MockMvc mvc(@Nullable String clamd) {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver();
        templates.setPrefix("templates/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setCharacterEncoding("UTF-8");
        return MockMvcBuilders.standaloneSetup(
                        new SurveyPage(fixtures.surveys, new VirusScan(new ScanSettings(clamd, Duration.ofSeconds(5)))))
                .setViewResolvers(views)
                .build();
    }
}
