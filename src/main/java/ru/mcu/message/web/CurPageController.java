package ru.mcu.message.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import ru.mcu.message.CurLinks;
import ru.mcu.message.CurLinks.CurDraft;
import ru.mcu.platform.OneTimePage;
import ru.mcu.platform.Refused;

/** Lets the ЦУР decide on a draft by a one-time link (Ставрополь IV.11.8); links that lead nowhere all look the same. */
@Controller
@RequestMapping("/cur")
class CurPageController extends OneTimePage {

    private static final String FORM = "cur/form";
    private static final String THANKS = "cur/thanks";
    private static final String GONE = "cur/gone";

    private final CurLinks links;

    CurPageController(CurLinks links) {
        this.links = links;
    }

    @GetMapping("/{token}")
    String show(@PathVariable String token, Model model, HttpServletResponse response) {
        Optional<CurDraft> draft = links.open(token);
        if (draft.isEmpty()) {
            return gone(response);
        }
        model.addAttribute("form", CurForm.EMPTY);
        return form(draft.get(), model);
    }

    @PostMapping("/{token}")
    String decide(
            @PathVariable String token,
            @Valid @ModelAttribute("form") CurForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        Optional<CurDraft> draft = links.open(token);
        if (draft.isEmpty()) {
            return gone(response);
        }
        if (form.lacksRemarks()) {
            errors.rejectValue("remarks", "missing", "Напишите, что исправить");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(draft.get(), model);
        }
        try {
            links.decide(token, form.toDecision(), form.remarks());
        } catch (Refused meanwhileDecided) {
            return gone(response);
        }
        return "redirect:/cur/thanks";
    }

    /** The same for everybody: the used link is not part of the address. */
    @GetMapping("/thanks")
    String thanks() {
        return THANKS;
    }

    private static String form(CurDraft draft, Model model) {
        model.addAttribute("draft", draft);
        return FORM;
    }

    private static String gone(HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return GONE;
    }
}
