package ru.mcu.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mcu.directory.internal.Profiles;

@DisplayName("Справочник города")
class DirectoryTests {

    private final StaffBook people = new StaffBook();
    private Instant now = Instant.parse("2026-11-02T05:00:00Z");
    private final Directory directory = new Directory(Profiles.rubtsovsk(), people, new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @ParameterizedTest
    @ValueSource(
            strings = {
                "education",
                "МКУ «Управление образования» г. Рубцовска",
                "мку \"управление  образования\" г.рубцовска",
                "МКУ “Управление образования” города Рубцовска",
                "Управление образования",
                "  отдел образования "
            })
    @DisplayName("орган находится по коду, названию и псевдониму, как бы его ни записали")
    void aBodyIsFoundHoweverItIsWritten(String name) {
        assertThat(directory.findBody(name)).map(Body::code).contains("education");
    }

    @Test
    @DisplayName("«ё» и «е» в названии не различаются")
    void yoDoesNotMatter() {
        assertThat(directory.findBody("Управление культуры, спорта и молодежной политики"))
                .map(Body::code)
                .contains("culture");
    }

    @Test
    @DisplayName("незнакомое и пустое название не находят ничего")
    void unknownNamesFindNothing() {
        assertThat(directory.findBody("Министерство магии")).isEmpty();
        assertThat(directory.findBody("")).isEmpty();
        assertThat(directory.findBody("город")).isEmpty();
        assertThatThrownBy(() -> directory.body("magic")).hasMessageContaining("нет органа «magic»");
    }

    @Test
    @DisplayName("у органа есть блок и группа исполнителей")
    void aBodyHasABlockAndAGroup() {
        Body housing = directory.body("housing");

        assertThat(directory.groupOf(housing)).isEqualTo("body-housing");
        assertThat(directory.blockOf(housing).name()).isEqualTo("Городское хозяйство");
        assertThat(directory.blockOf(housing).group()).isEqualTo("block-city");
    }

    @Test
    @DisplayName("район находится по коду и по названию")
    void aDistrictIsFoundByCodeAndName() {
        assertThat(directory.district("north")).map(District::name).contains("Северная часть");
        assertThat(directory.district("Северный")).map(District::code).contains("north");
        assertThat(directory.district("Марс")).isEmpty();
    }

    @Test
    @DisplayName("роль называется так, как в положении города")
    void rolesAreCalledAsInTheAct() {
        assertThat(directory.title(Role.HEAD)).isEqualTo("Руководитель и координатор МЦУ");
    }

    @Test
    @DisplayName("имя помнится пять минут, потом спрашивается снова; незнакомый остаётся под своим именем входа")
    void namesAreRememberedForFiveMinutes() {
        people.names.put("im", "Лентова Дарья Михайловна");
        assertThat(directory.personName("im")).isEqualTo("Лентова Дарья Михайловна");

        people.names.put("im", "Иная Дарья Михайловна");
        assertThat(directory.personName("im")).isEqualTo("Лентова Дарья Михайловна");
        now = now.plus(Duration.ofMinutes(5));
        assertThat(directory.personName("im")).isEqualTo("Иная Дарья Михайловна");
        assertThat(directory.personName("nobody")).isEqualTo("nobody");
    }

    private static final class StaffBook implements People {

        private final Map<String, String> names = new ConcurrentHashMap<>();

        @Override
        public Optional<String> fullName(String userId) {
            return Optional.ofNullable(names.get(userId));
        }

        @Override
        public Optional<String> mailOf(String userId) {
            return Optional.empty();
        }

        @Override
        public Set<String> withMail(Collection<String> userIds) {
            return Set.of();
        }

        @Override
        public List<String> membersOf(String groupId) {
            return List.of();
        }

        @Override
        public Set<String> groupsOf(String userId) {
            return Set.of();
        }
    }
}
