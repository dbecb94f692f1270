package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.account.AccountKeeping;
import dev.assay.api.account.AccountKeeping.Made;
import dev.assay.api.account.AccountKeeping.NewPasswordForm;
import dev.assay.api.account.AccountKeeping.Outcome;
import dev.assay.api.account.FactorKeeping;
import dev.assay.api.account.SignOnKeeping;
import dev.assay.api.signon.SignOnSettings;
import dev.assay.store.account.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may log in, as what and for which divisions; and the page on which a person sets a password with a code. */
@Controller
class AccountPages {

    private static final List<Role> ROLES =
            Stream.of(Role.values()).filter(role -> role != Role.BUSINESS).toList();

    private final AccountKeeping keeping;
    private final FactorKeeping factors;
    private final SignOnKeeping signOn;

    AccountPages(AccountKeeping keeping, FactorKeeping factors, SignOnKeeping signOn) {
        this.keeping = keeping;
        this.factors = factors;
        this.signOn = signOn;
    }

    @GetMapping("/accounts")
    String accounts(Model page) {
        page.addAttribute("accounts", keeping.all());
        page.addAttribute("roles", ROLES);
        page.addAttribute("factorRoles", FactorKeeping.ROLES);
        page.addAttribute("factorNeeded", factors.required());
        page.addAttribute("withFactor", factors.confirmed());
        page.addAttribute("links", signOn.all());
        page.addAttribute("linkRoles", signOn.settings().isOn() ? SignOnSettings.ROLES : List.of());
        return "accounts";
    }

    @PostMapping("/accounts")
    String add(
            @RequestParam String name,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String divisions,
            Viewer viewer,
            RedirectAttributes flash) {
        return shown(keeping.add(name.strip(), role, divisions, viewer), flash);
    }

    @PostMapping("/accounts/{name}/change")
    String change(
            @PathVariable String name,
            @RequestParam String role,
            @RequestParam(defaultValue = "") String divisions,
            Viewer viewer,
            RedirectAttributes flash) {
        return back(keeping.change(name, role, divisions, viewer), name, flash);
    }

    @PostMapping("/accounts/{name}/lock")
    String lock(@PathVariable String name, Viewer viewer, RedirectAttributes flash) {
        return back(keeping.lock(name, viewer), name, flash);
    }

    @PostMapping("/accounts/{name}/unlock")
    String unlock(@PathVariable String name, Viewer viewer, RedirectAttributes flash) {
        return back(keeping.unlock(name, viewer), name, flash);
    }

    @PostMapping("/accounts/{name}/reset")
    String reset(@PathVariable String name, Viewer viewer, RedirectAttributes flash) {
        return shown(keeping.reset(name, viewer), flash);
    }

    @GetMapping("/reset")
    String reset(@RequestParam(defaultValue = "") String name, Model page) {
        page.addAttribute("name", name);
        return "reset";
    }

    @PostMapping("/reset")
    String setPassword(NewPasswordForm form, HttpServletRequest request, Model page) {
        String outcome = keeping.setPassword(form, request.getRemoteAddr());
        if (outcome.equals("DONE")) {
            return "redirect:/login?reset";
        }
        page.addAttribute("name", form.name());
        page.addAttribute("outcome", outcome);
        return "reset";
    }

    private static String shown(Made made, RedirectAttributes flash) {
        if (made.outcome() == Outcome.DONE) {
            flash.addFlashAttribute("made", made);
        }
        return back(made.outcome(), made.name(), flash);
    }

    private static String back(Outcome outcome, String name, RedirectAttributes flash) {
        flash.addFlashAttribute("outcome", outcome.name());
        flash.addFlashAttribute("who", name);
        return "redirect:/accounts";
    }
}
