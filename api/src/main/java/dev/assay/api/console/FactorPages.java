package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.account.FactorKeeping;
import dev.assay.api.account.FactorKeeping.Made;
import dev.assay.store.account.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own second factor; and who needs one, for those who keep accounts. */
@Controller
class FactorPages {

    private static final String BACK = "redirect:/second-factor";

    private final FactorKeeping keeping;

    FactorPages(FactorKeeping keeping) {
        this.keeping = keeping;
    }

    @GetMapping("/second-factor")
    String factor(Viewer viewer, Model page) {
        Role role = viewer.role();
        page.addAttribute("set", keeping.isSet(viewer.name()));
        page.addAttribute("required", role != null && keeping.isRequired(role));
        page.addAttribute("left", keeping.recoveryCodes(viewer));
        keeping.setup(viewer).ifPresent(setup -> page.addAttribute("setup", setup));
        return "second-factor";
    }

    @PostMapping("/second-factor")
    String begin(Viewer viewer) {
        keeping.begin(viewer);
        return BACK;
    }

    @PostMapping("/second-factor/confirm")
    String confirm(@RequestParam String code, Viewer viewer, HttpServletRequest request, RedirectAttributes flash) {
        return shown(keeping.confirm(code, viewer, request.getRemoteAddr()), flash);
    }

    @PostMapping("/second-factor/codes")
    String renew(@RequestParam String code, Viewer viewer, HttpServletRequest request, RedirectAttributes flash) {
        return shown(keeping.renew(code, viewer, request.getRemoteAddr()), flash);
    }

    @PostMapping("/second-factor/remove")
    String remove(@RequestParam String code, Viewer viewer, HttpServletRequest request, RedirectAttributes flash) {
        return shown(new Made(keeping.remove(code, viewer, request.getRemoteAddr()), List.of()), flash);
    }

    @PostMapping("/accounts/{name}/drop-factor")
    String drop(@PathVariable String name, Viewer viewer, RedirectAttributes flash) {
        flash.addFlashAttribute("outcome", keeping.drop(name, viewer) ? "DONE" : "NOTHING");
        flash.addFlashAttribute("who", name);
        return "redirect:/accounts";
    }

    @PostMapping("/accounts/factors")
    String require(@RequestParam(required = false) @Nullable List<Role> roles, Viewer viewer) {
        keeping.require(roles == null ? List.of() : roles, viewer);
        return "redirect:/accounts";
    }

    private static String shown(Made made, RedirectAttributes flash) {
        flash.addFlashAttribute("made", made);
        return BACK;
    }
}
