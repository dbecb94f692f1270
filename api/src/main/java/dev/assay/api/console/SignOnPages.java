package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.PendingSignOn;
import dev.assay.api.access.Viewer;
import dev.assay.api.account.SignOnKeeping;
import dev.assay.api.account.SignOnKeeping.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second factor after a sign-on at the issuer; and with whom accounts are linked there, for those who keep them. */
@Controller
class SignOnPages {

    private final SignOnKeeping keeping;
    private final AuthorityClock clock;

    SignOnPages(SignOnKeeping keeping, AuthorityClock clock) {
        this.keeping = keeping;
        this.clock = clock;
    }

    @GetMapping("/sign-on/code")
    String code(HttpServletRequest request, Model page) {
        return PendingSignOn.find(request, clock.now())
                .map(pending -> {
                    page.addAttribute("account", pending.account());
                    return "sign-on-code";
                })
                .orElse("redirect:/login");
    }

    @PostMapping("/accounts/{name}/link")
    String link(@PathVariable String name, @RequestParam String user, Viewer viewer, RedirectAttributes flash) {
        Outcome outcome = keeping.link(name, user, viewer);
        return back(outcome == Outcome.DONE ? "LINKED" : outcome.name(), name, flash);
    }

    @PostMapping("/accounts/{name}/unlink")
    String unlink(@PathVariable String name, Viewer viewer, RedirectAttributes flash) {
        return back(keeping.unlink(name, viewer).name(), name, flash);
    }

    private static String back(String outcome, String name, RedirectAttributes flash) {
        flash.addFlashAttribute("outcome", outcome);
        flash.addFlashAttribute("who", name);
        return "redirect:/accounts";
    }
}
