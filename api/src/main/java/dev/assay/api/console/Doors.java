package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.account.SignOnKeeping;
import dev.assay.api.signon.SignOnRefusedException.Reason;
import dev.assay.api.signon.SignOnSettings;
import dev.assay.store.account.Role;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in: each viewer's first page, and the login. */
@Controller
class Doors {

    private final SignOnKeeping keeping;

    Doors(SignOnKeeping keeping) {
        this.keeping = keeping;
    }

    @GetMapping("/")
    String home(Viewer viewer) {
        Role role = viewer.role();
        return "redirect:"
                + switch (role) {
                    case REGULATOR, APPROVER -> "/overview";
                    case OPERATOR -> "/jobs";
                    case ADMINISTRATOR -> "/accounts";
                    case BUSINESS -> "/my";
                    case PARTNER -> "/public";
                    case null -> "/public";
                };
    }

    /** What went wrong with a sign-on is one of its words; any other says nothing. */
    @GetMapping("/login")
    String login(@RequestParam(name = "sign-on", defaultValue = "") String refused, Locale locale, Model page) {
        SignOnSettings settings = keeping.settings();
        if (settings.isOn()) {
            page.addAttribute("signOn", true);
            page.addAttribute(
                    "signOnName",
                    settings.name().in(ConsoleSetup.supported(locale).getLanguage()));
            Stream.concat(Stream.of("DOWN"), Stream.of(Reason.values()).map(Reason::name))
                    .filter(refused::equals)
                    .findFirst()
                    .ifPresent(reason -> page.addAttribute("signOnRefused", reason));
        }
        return "login";
    }
}
