package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.account.ClientKeeping;
import dev.assay.api.account.ClientKeeping.Made;
import dev.assay.api.account.ProgramKeys;
import dev.assay.api.account.ProgramKeys.BadKey;
import dev.assay.store.account.ClientKey;
import dev.assay.store.account.ClientScope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The programs of platforms: what each may, and its secrets or keys. */
@Controller
class ClientPages {

    private final ClientKeeping keeping;

    ClientPages(ClientKeeping keeping) {
        this.keeping = keeping;
    }

    @GetMapping("/clients")
    String clients(Model page) {
        page.addAttribute("clients", keeping.all());
        page.addAttribute("keys", keeping.keys());
        page.addAttribute("scopes", ClientScope.values());
        return "clients";
    }

    @PostMapping("/clients")
    String add(
            @RequestParam String title,
            @RequestParam(defaultValue = "") List<String> scopes,
            @RequestParam(defaultValue = "false") boolean own,
            @RequestParam(defaultValue = "") String divisions,
            @RequestParam(defaultValue = "") String key,
            Viewer viewer,
            RedirectAttributes flash) {
        Set<ClientScope> allowed = ClientScope.read(String.join(" ", scopes));
        return key.isBlank()
                ? back(keeping.add(title, allowed, own, divisions, viewer), flash)
                : withKey(key, flash, read -> keeping.add(title, allowed, own, divisions, read, viewer));
    }

    @PostMapping("/clients/{id}/key")
    String changeKey(@PathVariable String id, @RequestParam String key, Viewer viewer, RedirectAttributes flash) {
        return withKey(key, flash, read -> keeping.changeKey(id, read, viewer) ? Optional.of(id) : Optional.empty());
    }

    @PostMapping("/clients/{id}/rotate")
    String rotate(@PathVariable String id, Viewer viewer, RedirectAttributes flash) {
        return back(keeping.rotate(id, viewer), flash);
    }

    @PostMapping("/clients/{id}/revoke")
    String revoke(@PathVariable String id, Viewer viewer, RedirectAttributes flash) {
        flash.addFlashAttribute("outcome", keeping.revoke(id, viewer) ? "REVOKED" : "REFUSED");
        return "redirect:/clients";
    }

    private static String withKey(String text, RedirectAttributes flash, Function<ClientKey, Optional<String>> done) {
        try {
            done.apply(ProgramKeys.read(text))
                    .ifPresentOrElse(
                            id -> flash.addFlashAttribute("keyed", id),
                            () -> flash.addFlashAttribute("outcome", "REFUSED"));
        } catch (BadKey bad) {
            flash.addFlashAttribute("outcome", "KEY_" + bad.fault());
        }
        return "redirect:/clients";
    }

    private static String back(Optional<Made> made, RedirectAttributes flash) {
        made.ifPresentOrElse(
                secret -> flash.addFlashAttribute("made", secret), () -> flash.addFlashAttribute("outcome", "REFUSED"));
        return "redirect:/clients";
    }
}
