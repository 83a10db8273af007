package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.http.HttpStatus;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Refused;

/** What a person is told when the domain does not let him. */
final class Refusals {

    private Refusals() {}

    /** The action is refused as wrongly filled in, and the named field says why. */
    static void assertWrongField(String field, ThrowingCallable action) {
        Refused refused = catchThrowableOfType(Refused.class, action);
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.status()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.errors()).extracting(FieldError::field).containsExactly(field);
    }

    static void assertForbidden(ThrowingCallable action) {
        Refused refused = catchThrowableOfType(Refused.class, action);
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.status()).isEqualTo(HttpStatus.FORBIDDEN);
    }
}
