package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.sandbox.SandboxSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What the frame around every page shows: who looks, in which language, the same page in the other language, and whether all of it is made up. */
@ControllerAdvice
class Frame {

    private static final Print PRINT = new Print();
    private static final Standings STANDINGS = new Standings();

    private final SandboxSettings sandbox;

    Frame(SandboxSettings sandbox) {
        this.sandbox = sandbox;
    }

    @ModelAttribute("sandbox")
    boolean sandbox() {
        return sandbox.on();
    }

    @ModelAttribute("viewer")
    Viewer viewer(Viewer viewer) {
        return viewer;
    }

    @ModelAttribute("print")
    Print print() {
        return PRINT;
    }

    @ModelAttribute("standings")
    Standings standings() {
        return STANDINGS;
    }

    @ModelAttribute("lang")
    String language(Locale locale) {
        return ConsoleSetup.supported(locale).getLanguage();
    }

    @ModelAttribute("otherLanguage")
    String otherLanguage(Locale locale, HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromRequest(request)
                .scheme(null)
                .host(null)
                .port(null)
                .replaceQueryParam("lang", language(locale).equals("zh") ? "en" : "zh")
                .build()
                .toUriString();
    }
}
