package ru.mcu.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseErrorList;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps every task form usable: labelled, Russian, connected with the application, and named by exactly one task. */
@DisplayName("Формы задач")
class FormsTests {

    private static final Path FORMS = Path.of("forms");
    private static final Path PROCESSES = Path.of("processes");
    private static final Pattern FORM_KEY = Pattern.compile("formKey=\"embedded:deployment:([^\"]+)\"");
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern FOREIGN =
            Pattern.compile("(?:https?:)?//[\\w-]+\\.\\w|\\b(?:alert|confirm|prompt)\\(");
    private static final Pattern UNSAFE =
            Pattern.compile("innerHTML|ng-bind-html|insertAdjacentHTML|outerHTML|document\\.write");

    static Stream<Path> forms() throws IOException {
        try (Stream<Path> files = Files.walk(FORMS)) {
            return files.filter(it -> it.toString().endsWith(".html")).toList().stream();
        }
    }

    @Test
    @DisplayName("У каждой задачи есть своя форма, и нет форм без задачи")
    void everyFormKeyHasItsFileAndEveryFileItsKey() throws IOException {
        Set<String> keys;
        try (Stream<Path> models = Files.walk(PROCESSES)) {
            keys = models.filter(it -> it.toString().endsWith(".bpmn"))
                    .flatMap(it -> FORM_KEY.matcher(read(it)).results())
                    .map(it -> it.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Set<String> files =
                forms().map(it -> it.toString().replace('\\', '/')).collect(Collectors.toCollection(TreeSet::new));

        assertThat(keys).isNotEmpty().isEqualTo(files);
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("Форма — правильный HTML из одной формы с именем, нужным списку задач")
    void formIsWellFormed(Path form) {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document document = Jsoup.parseBodyFragment(read(form), "");
        parser.parseFragmentInput(read(form), null, "");
        ParseErrorList errors = parser.getErrors();

        assertThat(errors).isEmpty();
        assertThat(document.body().children()).singleElement().satisfies(it -> {
            assertThat(it.tagName()).isEqualTo("form");
            assertThat(it.attr("name")).isNotBlank();
        });
        assertThat(ids(document)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("У каждого поля есть подпись")
    void everyFieldHasALabel(Path form) {
        Document document = document(form);
        Set<String> labelled =
                document.select("label[for]").stream().map(it -> it.attr("for")).collect(Collectors.toSet());

        assertThat(document.select("input, textarea, select")).allSatisfy(field -> assertThat(
                        labelled.contains(field.id()) || field.hasAttr("aria-label") || field.closest("label") != null)
                .as("подпись поля %s", field)
                .isTrue());
        assertThat(document.select("label[for]"))
                .allSatisfy(label -> assertThat(ids(document)).contains(label.attr("for")));
        assertThat(document.select("fieldset.mcu-choice"))
                .allSatisfy(group -> assertThat(group.children().first())
                        .isNotNull()
                        .extracting(Element::tagName)
                        .isEqualTo("legend"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("Всё, что видит человек, написано по-русски")
    void textsAreRussian(Path form) {
        Document document = document(form);
        document.select("script").remove();

        assertThat(visibleTexts(document))
                .isNotEmpty()
                .noneMatch(it -> LATIN_WORD.matcher(it).find());
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("Форма не обращается к чужим сайтам и не вставляет текст гражданина как разметку")
    void formIsSafe(Path form) {
        String source = read(form);

        assertThat(FOREIGN.matcher(source).find()).isFalse();
        assertThat(UNSAFE.matcher(source).find()).isFalse();
        assertThat(document(form).getAllElements()).allSatisfy(it -> assertThat(it.attributes())
                .noneMatch(attribute -> attribute.getKey().startsWith("on")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("Форма завершает задачу через приложение")
    void formIsConnected(Path form) {
        String script = document(form)
                .select("script[cam-script][type=text/form-script]")
                .html();

        assertThat(script).containsPattern("McuForm\\.(attach|start)\\(\\{\\s*\\$scope: \\$scope,\\s*camForm: camForm");
    }

    @ParameterizedTest
    @MethodSource("forms")
    @DisplayName("Поля одного решения названы так, как их ждёт приложение")
    void modelsBelongToTheInput(Path form) {
        List<Element> bound = document(form).select("[ng-model]").stream()
                .filter(it -> it.hasAttr("name"))
                .toList();

        assertThat(bound).allSatisfy(it -> assertThat(it.attr("ng-model")).isEqualTo("input." + it.attr("name")));
    }

    /** Texts between tags without expressions, the Russian literals inside expressions, and what is read aloud. */
    private static List<String> visibleTexts(Document document) {
        String text = document.body().text();
        Stream<String> literals = EXPRESSION
                .matcher(text)
                .results()
                .flatMap(it -> QUOTED.matcher(it.group(1)).results())
                .map(FormsTests::content)
                .filter(it -> !it.matches("[a-zA-Z-]+")); // codes that decisions are compared with
        Stream<String> attributes = document.select("[aria-label], [placeholder], [title], [label]").stream()
                .flatMap(it ->
                        Stream.of("aria-label", "placeholder", "title", "label").map(it::attr));
        return Stream.of(Stream.of(EXPRESSION.matcher(text).replaceAll(" ")), literals, attributes)
                .flatMap(it -> it)
                .filter(it -> !it.isBlank())
                .toList();
    }

    private static String content(MatchResult found) {
        return found.group(1);
    }

    private static List<String> ids(Document document) {
        return document.select("[id]").stream().map(Element::id).toList();
    }

    private static Document document(Path form) {
        return Jsoup.parseBodyFragment(read(form));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
