package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.account.ClientKeeping;
import dev.assay.api.account.ClientKeeping.Made;
import dev.assay.store.account.ClientScope;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The programs of platforms: what each may, and its secrets. */
@Controller
class ClientPages {

    private final ClientKeeping keeping;

    ClientPages(ClientKeeping keeping) {
        this.keeping = keeping;
    }

    @GetMapping("/clients")
    String clients(Model page) {
        page.addAttribute("clients", keeping.all());
        page.addAttribute("scopes", ClientScope.values());
        return "clients";
    }

    @PostMapping("/clients")
    String add(
            @RequestParam String title,
            @RequestParam(defaultValue = "") List<String> scopes,
            Viewer viewer,
            RedirectAttributes flash) {
        return back(keeping.add(title, ClientScope.read(String.join(" ", scopes)), viewer), flash);
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

    private static String back(Optional<Made> made, RedirectAttributes flash) {
        made.ifPresentOrElse(
                secret -> flash.addFlashAttribute("made", secret), () -> flash.addFlashAttribute("outcome", "REFUSED"));
        return "redirect:/clients";
    }
}
