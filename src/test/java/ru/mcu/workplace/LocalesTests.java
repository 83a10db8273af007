package ru.mcu.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keeps the Russian texts of the Camunda web applications complete: a missing key would be shown raw to a clerk. */
@DisplayName("Русские тексты рабочих мест")
class LocalesTests {

    private static final String WEBAPPS = "META-INF/resources/webjars/camunda/app/";

    /** Words that stay Latin: formats, standards, abbreviations of metrics, ids of applications that are typed as such. */
    private static final Set<String> LATIN_WORDS = Set.of(
            "ID",
            "API",
            "BPMN",
            "DMN",
            "dmn",
            "CSV",
            "JSON",
            "LDAP",
            "Ctrl",
            "Optimize",
            "cockpit",
            "tasklist",
            "DI",
            "EDE",
            "FNI",
            "PI",
            "TU");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*[\\w.]+\\s*}}|\\{\\w*}");
    private static final Pattern TAG = Pattern.compile("</?(?:a|b|i|br|strong|em|code|span)(?:\\s[^>]*)?/?>|&\\w+;");
    private static final Pattern DATE_PATTERN = Pattern.compile("yyyy-MM-dd'?T'?HH:mm:ss|\\d{4}-\\d\\d-\\d\\dT[\\d:]+");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern MIXED_ALPHABETS = Pattern.compile("\\p{IsCyrillic}[A-Za-z]|[A-Za-z]\\p{IsCyrillic}");

    /** A key in a template, {@code 'KEY' | translate}, or in code, {@code $translate.instant("KEY")}. */
    private static final Pattern KEY_IN_USE =
            Pattern.compile("['\"\\\\]([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\\\\?['\"]\\s*\\|\\s*translate"
                    + "|\\binstant\\(\"([A-Z][A-Z0-9_]+)\"");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    @DisplayName("есть перевод каждой английской надписи и ничего лишнего")
    void everyEnglishTextIsTranslatedAndNothingIsSuperfluous(String app) throws IOException {
        Set<String> expected = new TreeSet<>(english(app).keySet());
        expected.addAll(keysInUse(app));

        assertThat(new TreeSet<>(russian(app).keySet())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    @DisplayName("есть каждая надпись, которую показывает страница")
    void everyKeyThePagesAskForExists(String app) throws IOException {
        Set<String> used = keysInUse(app);

        assertThat(used).as("the search for keys finds them").hasSizeGreaterThan(80);
        assertThat(russian(app).keySet()).containsAll(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    @DisplayName("подстановки и ссылки сохранены")
    void placeholdersAndLinksAreKept(String app) throws IOException {
        List<String> lost = new ArrayList<>();
        forEachTranslated(app, (key, texts) -> {
            if (!found(PLACEHOLDER, texts.english()).equals(found(PLACEHOLDER, texts.russian()))) {
                lost.add(key + ": " + texts);
            }
            boolean replacedOnPurpose = key.equals("BANNER_CE_EOL_TEXT");
            if (!replacedOnPurpose && !found(TAG, texts.english()).equals(found(TAG, texts.russian()))) {
                lost.add(key + ": " + texts);
            }
        });

        assertThat(lost).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    @DisplayName("английских слов нет, пустых надписей нет")
    void noEnglishWordsAndNoEmptyTexts(String app) throws IOException {
        List<String> wrong = new ArrayList<>();
        russian(app).forEach((key, text) -> {
            if (text.isBlank()) {
                wrong.add(key + " is empty");
            }
            String plain = Stream.of(PLACEHOLDER, TAG, DATE_PATTERN)
                    .reduce(text, (rest, pattern) -> pattern.matcher(rest).replaceAll(" "), (a, b) -> b);
            if (!LATIN_WORDS.containsAll(found(LATIN_WORD, plain))
                    || MIXED_ALPHABETS.matcher(plain).find()) {
                wrong.add(key + ": " + text);
            }
        });

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    @DisplayName("пробелы по краям те же, что в английском тексте: из таких кусков страница складывает предложения")
    void spacesAroundFragmentsAreKept(String app) throws IOException {
        List<String> wrong = new ArrayList<>();
        forEachTranslated(app, (key, texts) -> {
            if (texts.english().isEmpty()) {
                return;
            }
            if (texts.english().startsWith(" ") && !texts.russian().startsWith(" ")
                    || texts.english().endsWith(" ") && !texts.russian().endsWith(" ")) {
                wrong.add(key + ": " + texts);
            }
        });

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    @DisplayName("даты по-русски: ДД.ММ.ГГГГ, неделя с понедельника")
    void datesAreRussian(String app) throws IOException {
        JsonNode ours = read(own(app, "locales/ru.json")).path("dateLocales");
        JsonNode theirs = read(inWebjar(app, "locales/en.json")).path("dateLocales");

        assertThat(shape(ours)).isEqualTo(shape(theirs));
        assertThat(ours.at("/longDateFormat/L").asText()).isEqualTo("DD.MM.YYYY");
        assertThat(ours.at("/longDateFormat/LLL").asText()).isEqualTo("DD.MM.YYYY HH:mm");
        assertThat(ours.at("/week/dow").asInt()).isEqualTo(1);
        assertThat(ours.at("/relativeTime/future").asText() + " "
                        + ours.at("/relativeTime/hh").asText())
                .isEqualTo("через %s %d ч");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    @DisplayName("полоса вверху называет центр, а не зовёт на другую версию программы")
    void theStripOnTopNamesTheCentre(String app) throws IOException {
        assertThat(russian(app)).containsEntry("BANNER_CE_EOL_TEXT", "Муниципальный центр управления");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    @DisplayName("приложения настроены на русский язык")
    void applicationsAreConfiguredForRussianOnly(String app) throws IOException {
        assertThat(text(own(app, "scripts/config.js")))
                .contains("availableLocales: ['ru']", "fallbackLocale: 'ru'", "vendor: 'МЦУ'")
                .contains("disableWelcomeMessage: true");
        assertThat(text(own(app, "styles/user-styles.css"))).contains("@import url(\"../../common/styles/mcu.css\")");
        assertThat(text(own("common", "styles/mcu.css"))).contains(".ce-eol-banner", ":focus-visible");
    }

    @Test
    @DisplayName("у «Задач» остались все сочетания клавиш")
    void tasklistKeepsItsKeyboardShortcuts() throws IOException {
        Pattern shortcut = Pattern.compile("key: '[^']+'");

        assertThat(found(shortcut, text(own("tasklist", "scripts/config.js"))))
                .isNotEmpty()
                .isEqualTo(found(shortcut, text(inWebjar("tasklist", "scripts/config.js"))));
    }

    private record Texts(String english, String russian) {}

    private static void forEachTranslated(String app, BiConsumer<String, Texts> check) throws IOException {
        Map<String, String> russian = russian(app);
        english(app).forEach((key, text) -> check.accept(key, new Texts(text, russian.getOrDefault(key, ""))));
    }

    private static Map<String, String> english(String app) throws IOException {
        return labels(inWebjar(app, "locales/en.json"));
    }

    private static Map<String, String> russian(String app) throws IOException {
        return labels(own(app, "locales/ru.json"));
    }

    private static Map<String, String> labels(URL url) throws IOException {
        return JSON.convertValue(read(url).path("labels"), new TypeReference<Map<String, String>>() {});
    }

    private static JsonNode read(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return JSON.readTree(in);
        }
    }

    /** The keys that the compiled pages of an application ask for, also those that even its English file lacks. */
    private static Set<String> keysInUse(String app) throws IOException {
        String code = text(inWebjar(app, "camunda-" + app + "-bootstrap.js")) + text(inWebjar(app, "index.html"));
        if (!app.equals("welcome")) {
            code += text(only("META-INF/resources/plugin/" + app + "/app/plugin.js", "camunda-webapp-webjar"));
        }
        Set<String> known = english(app).keySet();
        Set<String> words = Pattern.compile("\\w+")
                .matcher(code)
                .results()
                .map(MatchResult::group)
                .filter(known::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        KEY_IN_USE
                .matcher(code)
                .results()
                .forEach(hit -> words.add(hit.group(1) != null ? hit.group(1) : hit.group(2)));
        return words;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(hit -> hit.group().replace(" ", ""))
                .sorted()
                .toList();
    }

    /** Field names with the number of entries of arrays, without the texts themselves. */
    private static String shape(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(field -> field.getKey() + shape(field.getValue()))
                    .sorted()
                    .collect(Collectors.joining(",", "{", "}"));
        }
        return node.isArray() ? "[" + node.size() + "]" : "";
    }

    private static URL inWebjar(String app, String file) throws IOException {
        return only(WEBAPPS + app + "/" + file, "camunda-webapp-webjar");
    }

    private static URL own(String app, String file) throws IOException {
        return only(WEBAPPS + app + "/" + file, "/classes/");
    }

    /** Our files replace those of the webjar under the same name, so the place decides which of the two is meant. */
    private static URL only(String name, String place) throws IOException {
        List<URL> hits = Collections.list(LocalesTests.class.getClassLoader().getResources(name)).stream()
                .filter(url -> url.toString().contains(place))
                .toList();
        assertThat(hits).as("%s in %s", name, place).hasSize(1);
        return hits.get(0);
    }

    private static String text(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
