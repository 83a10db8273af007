package ru.mcu.platform.audit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * {@code --mcu.audit.verify=true} checks the chain and ends the application: code 0 when it is whole, 1 when it is
 * broken. {@code --mcu.audit.expect=<head>} also compares it with an older log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnProperty("mcu.audit.verify")
class AuditVerifyCommand implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(AuditVerifyCommand.class);

    private final AuditVerifier verifier;
    private final ApplicationContext context;
    private final @Nullable String expect;

    AuditVerifyCommand(
            AuditVerifier verifier,
            ApplicationContext context,
            @Value("${mcu.audit.expect:}") @Nullable String expect) {
        this.verifier = verifier;
        this.context = context;
        this.expect = expect;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int code = check();
        System.exit(SpringApplication.exit(context, () -> code));
    }

    /** The exit code. */
    int check() {
        AuditReport report =
                verifier.verify(StringUtils.hasText(expect) ? AuditHead.parse(expect.strip()) : AuditHead.NONE);
        report.breaks().forEach(it -> log.error("Место {}: {}", it.no(), it.what()));
        log.info(
                "Цепочка журнала {}: проверено записей {}, ещё не запечатано {}, последнее звено {}",
                report.intact() ? "цела" : "НАРУШЕНА",
                report.sealed(),
                report.unsealed(),
                report.head());
        return report.intact() ? 0 : 1;
    }
}
