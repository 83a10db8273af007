package ru.mcu.survey.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import ru.mcu.platform.OneTimePage;
import ru.mcu.platform.scan.ScanResult;
import ru.mcu.platform.scan.VirusScan;
import ru.mcu.survey.PublicSurvey;
import ru.mcu.survey.SurveyMark;
import ru.mcu.survey.SurveyUnavailableException;
import ru.mcu.survey.Surveys;
import ru.mcu.survey.photo.Photo;
import ru.mcu.survey.photo.PhotoRefusedException;

/** Lets the author of a message rate its answer by a one-time link; links that lead nowhere all look the same. */
@Controller
@RequestMapping("/survey/{token}")
class SurveyPage extends OneTimePage {

    private static final Logger log = LoggerFactory.getLogger(SurveyPage.class);
    private static final String FORM = "survey/form";
    private static final String THANKS = "survey/thanks";
    private static final String GONE = "survey/gone";

    private final Surveys surveys;
    private final VirusScan antivirus;

    SurveyPage(Surveys surveys, VirusScan antivirus) {
        this.surveys = surveys;
        this.antivirus = antivirus;
    }

    @ModelAttribute("marks")
    SurveyMark[] marks() {
        return SurveyMark.values();
    }

    @GetMapping
    String show(@PathVariable String token, Model model, HttpServletResponse response) {
        Optional<PublicSurvey> survey = surveys.find(token);
        if (survey.isEmpty()) {
            return gone(response);
        }
        if (survey.get().isAnswered()) {
            return thanks(survey.get(), true, model);
        }
        model.addAttribute("form", SurveyForm.EMPTY);
        return form(survey.get(), model);
    }

    @PostMapping
    String answer(
            @PathVariable String token,
            @Valid @ModelAttribute("form") SurveyForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Optional<PublicSurvey> survey = surveys.find(token);
        if (survey.isEmpty()) {
            return gone(response);
        }
        if (survey.get().isAnswered()) {
            return "redirect:/survey/{token}";
        }
        Photo photo = readPhoto(form, errors);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("photoLost", form.hasPhoto() && !errors.hasFieldErrors("photo"));
            return form(survey.get(), model);
        }
        try {
            surveys.answer(token, form.toInput(photo));
        } catch (SurveyUnavailableException | OptimisticLockingFailureException meanwhileClosed) {
            return "redirect:/survey/{token}";
        }
        return "redirect:/survey/{token}/thanks";
    }

    @GetMapping("/thanks")
    String thanks(@PathVariable String token, Model model, HttpServletResponse response) {
        Optional<PublicSurvey> survey = surveys.find(token);
        if (survey.isEmpty()) {
            return gone(response);
        }
        return survey.get().isAnswered() ? thanks(survey.get(), false, model) : "redirect:/survey/{token}";
    }

    private @Nullable Photo readPhoto(SurveyForm form, BindingResult errors) throws IOException {
        if (form.photo() == null || form.photo().isEmpty()) {
            return null;
        }
        try {
            Photo photo = Photo.of(form.photo().getBytes());
            return isHarmless(form.photo(), errors) ? photo : null;
        } catch (PhotoRefusedException e) {
            errors.rejectValue("photo", "refused", e.getMessage());
            return null;
        }
    }

    private boolean isHarmless(MultipartFile upload, BindingResult errors) throws IOException {
        ScanResult result = antivirus.scan(upload);
        if (result instanceof ScanResult.Infected infected) {
            log.warn("a photo of a survey is infected with {}", infected.virus());
            errors.rejectValue("photo", "infected", "В файле найден вирус. Выберите другое фото.");
        } else if (result instanceof ScanResult.Unavailable) {
            errors.rejectValue(
                    "photo",
                    "unscanned",
                    "Сейчас фото принять не удалось. Отправьте оценку без фото или повторите через несколько минут.");
        }
        return result instanceof ScanResult.Clean;
    }

    private static String form(PublicSurvey survey, Model model) {
        model.addAttribute("snapshot", survey.snapshot());
        return FORM;
    }

    private static String thanks(PublicSurvey survey, boolean again, Model model) {
        model.addAttribute("result", survey.result());
        model.addAttribute(
                "mark",
                survey.result() == null ? null : SurveyMark.of(survey.result().mark()));
        model.addAttribute("again", again);
        return THANKS;
    }

    private static String gone(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return GONE;
    }
}
