package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.account.BusinessLogins;
import dev.assay.api.business.Businesses;
import dev.assay.store.register.RegisteredBusiness;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The logins of a business: a regulator makes the code for one, sees what became of it, and takes it back. */
@Controller
class LoginPages {

    private final Businesses businesses;
    private final BusinessLogins logins;

    LoginPages(Businesses businesses, BusinessLogins logins) {
        this.businesses = businesses;
        this.logins = logins;
    }

    @GetMapping("/businesses/{identity}/logins")
    String logins(@PathVariable String identity, Model page) {
        RegisteredBusiness business = businesses.get(identity);
        page.addAttribute("business", business);
        page.addAttribute("invitations", logins.invitationsOf(business));
        page.addAttribute("accounts", logins.accountsOf(business));
        return "logins";
    }

    @PostMapping("/businesses/{identity}/logins")
    String invite(@PathVariable String identity, Viewer viewer, RedirectAttributes flash) {
        flash.addFlashAttribute("made", logins.invite(businesses.get(identity), viewer));
        return back(identity);
    }

    @PostMapping("/businesses/{identity}/logins/{id}/revoke")
    String revoke(@PathVariable String identity, @PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        flash.addFlashAttribute("revoked", logins.revoke(businesses.get(identity), id, viewer));
        return back(identity);
    }

    private static String back(String identity) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/businesses/{identity}/logins")
                        .buildAndExpand(identity)
                        .encode()
                        .toUriString();
    }
}
