package ru.mcu.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What public pages behind a one-time link share: nothing keeps or passes on their address, their form is protected. */
public abstract class OneTimePage {

    /** Keeps the page and its address out of caches, search engines and other sites' logs. */
    @ModelAttribute
    void privacy(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    /** Reads the token before the page is written, while its cookie can still be set. */
    @ModelAttribute
    void csrf(HttpServletRequest request, Model model) {
        if (request.getAttribute("_csrf") instanceof CsrfToken token) {
            model.addAttribute("csrfName", token.getParameterName());
            model.addAttribute("csrfValue", token.getToken());
        }
    }
}
