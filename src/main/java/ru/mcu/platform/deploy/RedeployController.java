package ru.mcu.platform.deploy;

import java.util.Comparator;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Refused;

/** Lets an administrator put edited models in force without a restart. */
@RestController
class RedeployController {

    private final ProcessDeployer deployer;
    private final CurrentUser user;

    RedeployController(ProcessDeployer deployer, CurrentUser user) {
        this.deployer = deployer;
        this.user = user;
    }

    @PostMapping("/api/admin/redeploy")
    DeploymentReport redeploy() {
        if (!user.in("admin") && !user.in("camunda-admin")) {
            throw Refused.forbidden("Нет права", "Разворачивать процессы может только администратор.");
        }
        return deployer.deploy();
    }

    /** 422 with the list of objections, so that a page can show them as a table. */
    @ExceptionHandler
    ProblemDetail refused(SetRefused e) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage());
        problem.setTitle("Набор процессов отклонён");
        problem.setProperty(
                "objections",
                e.objections().stream()
                        .sorted(Comparator.comparing(Objection::file))
                        .toList());
        return problem;
    }
}
