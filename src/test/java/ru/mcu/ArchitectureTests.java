package ru.mcu;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import ru.mcu.platform.BpmnBean;

/** The rules of the house that a compiler does not know, each with its reason. */
@DisplayName("Устройство кода")
class ArchitectureTests {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("ru.mcu");

    private static final Set<String> ZONELESS_TIME = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    @Test
    @DisplayName("движок виден только пакетам process и платформе")
    void theEngineStaysAtItsEdge() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..process..", "ru.mcu.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .because("a later move to a maintained fork of the engine is then a rename in few places")
                .check(CODE);
    }

    @Test
    @DisplayName("внутренности движка видны одному пакету платформы")
    void internalsOfTheEngineAreForOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("ru.mcu.platform.engine")
                .should()
                .dependOnClassesThat(resideInAPackage("org.camunda..").and(resideInAPackage("..impl..")))
                .because("internals change without notice; hardening needs them, nothing else does")
                .check(CODE);
    }

    @Test
    @DisplayName("обработчики шагов скрыты в своём пакете и названы для модели")
    void delegatesAreHidden() {
        classes()
                .that()
                .implement(JavaDelegate.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .beAnnotatedWith(BpmnBean.class)
                .andShould()
                .resideInAPackage("..process..")
                .because("only a model calls a delegate, by the name of its bean")
                .check(CODE);
    }

    /** Measured on the source: lines of {@code execute} between its braces, blank lines included. */
    @Test
    @DisplayName("обработчик шага только переводит: не больше 30 строк")
    void delegatesOnlyTranslate() {
        List<String> tooLong = new ArrayList<>();
        for (Path file : Sources.types()) {
            Matcher execute = Pattern.compile(
                            "public void execute\\(DelegateExecution \\w+\\)[^{]*\\{\n(.*?)\n    }", Pattern.DOTALL)
                    .matcher(Sources.text(file));
            if (execute.find() && execute.group(1).lines().count() > 30) {
                tooLong.add(file.getFileName().toString());
            }
        }
        assertThat(tooLong)
                .as("read variables, call one service, write variables: the rest belongs to the domain")
                .isEmpty();
    }

    @Test
    @DisplayName("переменные процесса названы один раз, в своих классах")
    void namesOfVariablesStandInOnePlace() {
        Pattern literal = Pattern.compile("\\b(?:[sg]et|has|remove|put)Variables?(?:Local|Typed|LocalTyped)?"
                + "\\(\\s*(?:[\\w.]+(?:\\(\\))?\\s*,\\s*)?\"");
        assertThat(Sources.types().stream().filter(it -> literal.matcher(Sources.withoutComments(it))
                        .find()))
                .as("a misspelt name is found by nobody; use the constants of the *Variables classes")
                .isEmpty();
    }

    @Test
    @DisplayName("время берут у часов приложения")
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethodWhere(describe("read the computer's clock", ArchitectureTests::readsTheComputersClock))
                .orShould()
                .callConstructor(Date.class)
                .because("tests and the engine move one clock; two clocks disagree about deadlines")
                .check(CODE);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("ru.mcu.platform.PlatformConfiguration")
                .and()
                .doNotHaveFullyQualifiedName("ru.mcu.demo.DemoClock") // is the one clock of the demonstration
                .should()
                .callMethodWhere(describe(
                        "make a clock of their own",
                        call -> call.getTargetOwner().isEquivalentTo(Clock.class)
                                && call.getName().startsWith("system")))
                .because("there is one clock, a bean of the platform")
                .check(CODE);
    }

    @Test
    @DisplayName("java.util.Date – только там, где его требует движок или почта")
    void oldDatesStayAtTheEdges() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..process..", "ru.mcu.platform..", "ru.mcu.channel.mail")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .because("only the engine and Jakarta Mail ask for it")
                .check(CODE);
    }

    @Test
    @DisplayName("адреса приложения объявлены на внешнем краю и скрыты")
    void controllersStandAtTheEdge() {
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                // the administrator's button belongs to the deployer and is all the web that package has
                .and()
                .doNotHaveFullyQualifiedName("ru.mcu.platform.deploy.RedeployController")
                .should()
                .resideInAnyPackage("..web..", "ru.mcu.channel..")
                .because("the outside edge of a module is found in one place; a channel is such an edge as a whole")
                .check(CODE);
        classes()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .because("only Spring calls a controller")
                .check(CODE);
    }

    @Test
    @DisplayName("внутренность модуля не знает своих страниц")
    void nothingDependsOnTheWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..web..")
                .should()
                .dependOnClassesThat(resideInAPackage("ru.mcu..web.."))
                .because("the same work is done from a process, a channel or a page")
                .check(CODE);
    }

    @Test
    @DisplayName("хранилища и строки таблиц видны только своему пакету")
    void storesAreHidden() {
        classes()
                .that(assignableTo(Repository.class))
                .should()
                .bePackagePrivate()
                .because("whoever can save a row can go around the checks of the aggregate")
                .check(CODE);
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                // read by the page of absences; it has no public setter and its repository is hidden
                .and()
                .doNotHaveFullyQualifiedName("ru.mcu.directory.Absence")
                .should()
                .bePackagePrivate()
                .because("other modules get ids, records and events, never a live row")
                .check(CODE);
    }

    @Test
    @DisplayName("зависимости приходят через конструктор")
    void noFieldInjection() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .orShould()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(PersistenceContext.class)
                .because("what a class needs is read in its constructor, and a test can give it")
                .check(CODE);
    }

    @Test
    @DisplayName("про каждый открытый тип одной фразой сказано, зачем он")
    void everyPublicTypeSaysWhy() {
        Pattern declaration = Pattern.compile(
                "^((?:@[^\n]*\n(?:[ )}][^\n]*\n)*)*)public (?:final |abstract |sealed |non-sealed )*"
                        + "(?:class|record|interface|enum|@interface) ",
                Pattern.MULTILINE);
        List<Path> silent = new ArrayList<>();
        for (Path file : Sources.types()) {
            String text = Sources.text(file);
            Matcher found = declaration.matcher(text);
            if (found.find()
                    && !text.substring(0, found.start()).stripTrailing().endsWith("*/")) {
                silent.add(file);
            }
        }
        assertThat(silent).as("public types without a Javadoc sentence").isEmpty();
    }

    @Test
    @DisplayName("каждый пакет описан и различает, где бывает null")
    void everyPackageIsDescribed() {
        List<Path> missing = Sources.packages().stream()
                .filter(it -> !describes(it.resolve("package-info.java")))
                .toList();
        assertThat(missing)
                .as("packages without a package-info.java that has a sentence and @NullMarked")
                .isEmpty();
    }

    private static boolean describes(Path file) {
        return Files.exists(file)
                && Sources.text(file).startsWith("/**")
                && Sources.text(file).contains("NullMarked");
    }

    private static boolean readsTheComputersClock(JavaCall<?> call) {
        JavaClass owner = call.getTargetOwner();
        boolean now = ZONELESS_TIME.contains(owner.getName())
                && "now".equals(call.getName())
                && call.getTarget().getRawParameterTypes().stream().noneMatch(it -> it.isEquivalentTo(Clock.class));
        boolean system = owner.isEquivalentTo(System.class) && "currentTimeMillis".equals(call.getName());
        return now || system;
    }
}
