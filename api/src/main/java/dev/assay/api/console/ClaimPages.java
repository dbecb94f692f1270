package dev.assay.api.console;

import dev.assay.api.account.BusinessLogins;
import dev.assay.api.account.BusinessLogins.Claim;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a business that got a code makes its login. */
@Controller
class ClaimPages {

    private final BusinessLogins logins;

    ClaimPages(BusinessLogins logins) {
        this.logins = logins;
    }

    @GetMapping("/claim")
    String claim(@RequestParam(defaultValue = "") String identity, Model page) {
        page.addAttribute("claim", new Claim(identity, "", "", "", ""));
        return "claim";
    }

    @PostMapping("/claim")
    String claim(Claim claim, HttpServletRequest request, Model page) {
        String outcome = logins.claim(claim, request.getRemoteAddr());
        if (outcome.equals("DONE")) {
            return "redirect:/login?claimed";
        }
        page.addAttribute("claim", claim);
        page.addAttribute("outcome", outcome);
        return "claim";
    }
}
