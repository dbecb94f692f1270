package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.business.Businesses;
import dev.assay.api.problem.BadParameter;
import dev.assay.api.problem.NotThere;
import dev.assay.core.fact.PersonNumber;
import dev.assay.store.person.PersonKey;
import dev.assay.store.person.PersonNumbers;
import dev.assay.store.person.PersonNumbers.Mention;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Persons by the number of their identity document: where else is this one mentioned? Every look is noted with its reason. */
@Controller
class PersonPages {

    private static final int ACCESSES = 50;
    private static final int LONGEST_REASON = 1000;

    private final PersonNumbers persons;
    private final Businesses businesses;
    private final AuthorityClock clock;

    PersonPages(PersonNumbers persons, Businesses businesses, AuthorityClock clock) {
        this.persons = persons;
        this.businesses = businesses;
        this.clock = clock;
    }

    @GetMapping("/persons")
    String persons(Model page) {
        return page(page);
    }

    @PostMapping("/persons/search")
    String search(@RequestParam String number, @RequestParam String reason, Viewer viewer, Model page) {
        Optional<PersonKey> key = key();
        if (key.isPresent() && isReason(reason) && !number.isBlank()) {
            List<Mention> found =
                    persons.search(new PersonNumber(number), key.get(), viewer.name(), reason, clock.now());
            page.addAttribute("found", found);
        } else {
            page.addAttribute("refused", true);
        }
        return page(page);
    }

    @PostMapping("/persons/reveal")
    String reveal(
            @RequestParam String business,
            @RequestParam long fact,
            @RequestParam String field,
            @RequestParam String reason,
            Viewer viewer,
            Model page) {
        String token = persons.findToken(businesses.get(business).key(), fact, field)
                .orElseThrow(() -> new NotThere(
                        "The fact (%d) holds no number in the field (%s).%nMaybe go back to the credit file."
                                .formatted(fact, field)));
        Optional<PersonKey> key = key();
        if (key.isPresent() && isReason(reason)) {
            persons.reveal(token, key.get(), viewer.name(), reason, clock.now())
                    .ifPresent(number -> page.addAttribute("revealed", number.plain()));
            page.addAttribute("found", persons.mentions(token));
        } else {
            page.addAttribute("refused", true);
        }
        return page(page);
    }

    private String page(Model page) {
        page.addAttribute("hasKey", key().isPresent());
        page.addAttribute("longestReason", LONGEST_REASON);
        page.addAttribute("accesses", persons.accesses(ACCESSES));
        return "persons";
    }

    private static boolean isReason(String reason) {
        return !reason.isBlank() && reason.length() <= LONGEST_REASON;
    }

    private static Optional<PersonKey> key() {
        try {
            return PersonKey.find(System.getenv());
        } catch (IllegalArgumentException unusable) {
            throw new BadParameter("key", String.valueOf(unusable.getMessage()));
        }
    }
}
