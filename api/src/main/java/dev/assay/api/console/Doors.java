package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.store.account.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way in: each viewer's first page, and the login. */
@Controller
class Doors {

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

    @GetMapping("/login")
    String login() {
        return "login";
    }
}
