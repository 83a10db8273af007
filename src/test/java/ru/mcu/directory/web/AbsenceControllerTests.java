package ru.mcu.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.PageImpl;
import org.springframework.http.HttpStatus;
import ru.mcu.directory.Absence;
import ru.mcu.directory.AbsenceState;
import ru.mcu.directory.Absences;
import ru.mcu.directory.Directory;
import ru.mcu.directory.NewAbsence;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Refused;

@DisplayName("Страница отсутствий")
class AbsenceControllerTests {

    private static final Instant MONDAY = Instant.parse("2026-11-02T05:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-06T05:00:00Z");

    private final Absences absences = mock(Absences.class);
    private final Directory directory = mock(Directory.class);
    private final Absence absence = mock(Absence.class);

    AbsenceControllerTests() {
        when(absence.id()).thenReturn(new UUID(0, 1));
        when(absence.userId()).thenReturn("im");
        when(absence.deputyId()).thenReturn("pos");
        when(absence.startsAt()).thenReturn(MONDAY);
        when(absence.endsAt()).thenReturn(FRIDAY);
        when(absence.reason()).thenReturn(Optional.of("отпуск"));
        when(absence.state(any())).thenReturn(AbsenceState.PLANNED);
        when(directory.personName("im")).thenReturn("Лентова Дарья Михайловна");
        when(directory.personName("pos")).thenReturn("Порталов Кирилл Евгеньевич");
    }

    @ParameterizedTest
    @ValueSource(strings = {"executor", "analyst", "imOperator", "cur", "curator", "integration"})
    @DisplayName("другие роли отсутствия не видят и не ведут")
    void otherRolesAreRefused(String group) {
        AbsenceController controller = as(group);

        assertForbidden(() -> controller.list(0, 20));
        assertForbidden(() -> controller.register(request()));
        assertForbidden(() -> controller.cancel(new UUID(0, 1)));
        verifyNoInteractions(absences);
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "admin", "camunda-admin"})
    @DisplayName("руководитель и администратор видят имена, а не имена входа")
    void theHeadAndTheAdministratorSeeNames(String group) {
        when(absences.list(anyInt(), anyInt())).thenReturn(new PageImpl<>(List.of(absence)));

        AbsencePage page = as(group).list(0, 20);

        assertThat(page.total()).isOne();
        assertThat(page.items()).singleElement().satisfies(item -> {
            assertThat(item.userName()).isEqualTo("Лентова Дарья Михайловна");
            assertThat(item.deputyName()).isEqualTo("Порталов Кирилл Евгеньевич");
            assertThat(item.state()).isEqualTo("planned");
        });
    }

    @Test
    @DisplayName("записано, кто внёс и кто отменил")
    void whoActsIsRecorded() {
        when(absences.register(any(), any())).thenReturn(absence);
        when(absences.cancel(any(), any())).thenReturn(absence);

        as("head").register(request());
        as("head").cancel(new UUID(0, 1));

        verify(absences).register(new NewAbsence("im", "pos", MONDAY, FRIDAY, "отпуск"), "rukovoditel");
        verify(absences).cancel(eq(new UUID(0, 1)), eq("rukovoditel"));
    }

    @Test
    @DisplayName("больше ста строк сразу не отдаётся")
    void pagesAreLimited() {
        when(absences.list(anyInt(), anyInt())).thenReturn(new PageImpl<>(List.of()));

        as("head").list(-1, 100_000);

        verify(absences).list(0, 100);
    }

    private static void assertForbidden(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.status())
                .isEqualTo(HttpStatus.FORBIDDEN));
    }

    private static AbsenceRequest request() {
        return new AbsenceRequest("im", "pos", MONDAY, FRIDAY, "отпуск");
    }

    private AbsenceController as(String group) {
        CurrentUser user = new CurrentUser() {
            @Override
            public String id() {
                return "rukovoditel";
            }

            @Override
            public Set<String> groups() {
                return Set.of(group);
            }
        };
        return new AbsenceController(absences, directory, user, Clock.systemUTC());
    }
}
