package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.business.Businesses;
import dev.assay.api.business.CreditFiles;
import dev.assay.api.business.LicenceView;
import dev.assay.api.byhand.EntryOutcome;
import dev.assay.api.byhand.EntryWords;
import dev.assay.api.byhand.HandFacts;
import dev.assay.api.byhand.WrittenEntry;
import dev.assay.api.problem.NotThere;
import dev.assay.core.entry.EntryFault;
import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.listing.Decision;
import dev.assay.store.intake.HandEntries.Outcome;
import dev.assay.store.intake.HandEntries.Result;
import dev.assay.store.intake.HandEntries.Target;
import dev.assay.store.intake.HandGrounds;
import dev.assay.store.register.RegisteredBusiness;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The pages on which a regulator enters a fact, and corrects or withdraws one. */
@Controller
@RequestMapping("/businesses/{identity}/facts")
class HandFactPages {

    private static final int ROWS = 4;
    private static final int MORE = 5;
    private static final int MOST_ROWS = 500;

    private final Businesses businesses;
    private final HandFacts facts;
    private final CreditFiles creditFiles;
    private final EntryWords words;
    private final Vocabulary vocabulary;
    private final AuthorityClock clock;

    HandFactPages(
            Businesses businesses,
            HandFacts facts,
            CreditFiles creditFiles,
            EntryWords words,
            Vocabulary vocabulary,
            AuthorityClock clock) {
        this.businesses = businesses;
        this.facts = facts;
        this.creditFiles = creditFiles;
        this.words = words;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping("/new")
    String blank(@PathVariable String identity, @RequestParam(required = false) @Nullable String kind, Model page) {
        RegisteredBusiness business = businesses.get(identity);
        WrittenEntry written = new WrittenEntry(kind == null ? "" : kind, "", "", Map.of(), "", "");
        return new Sheet(business, written, List.of(), ROWS).show(page, null);
    }

    @PostMapping
    String enter(
            @PathVariable String identity,
            @RequestParam Map<String, String> parameters,
            Viewer viewer,
            Model page,
            HttpServletResponse response,
            RedirectAttributes flash) {
        RegisteredBusiness business = businesses.get(identity);
        WrittenEntry written = EntryParameters.read(parameters);
        if (parameters.containsKey("more")) {
            return new Sheet(business, written, List.of(), more(parameters)).show(page, null);
        }
        return switch (facts.enter(business, written, viewer)) {
            case EntryOutcome.Faulty(var faults) -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                yield new Sheet(business, written, faults, rows(parameters)).show(page, null);
            }
            case EntryOutcome.Carried(Result result) -> done(identity, written.kind(), result, "ENTERED", flash);
        };
    }

    @GetMapping("/{fact}")
    String version(@PathVariable String identity, @PathVariable long fact, Model page) {
        RegisteredBusiness business = businesses.get(identity);
        Target target = target(business, fact);
        WrittenEntry written = new WrittenEntry(
                target.fact().kind(),
                target.fact().occurredOn().toString(),
                Objects.requireNonNullElse(target.fact().licence(), ""),
                EntryParameters.write(target.fact().values()),
                "",
                "");
        return new Sheet(business, written, List.of(), 0).show(page, target);
    }

    @PostMapping("/{fact}/correct")
    String correct(
            @PathVariable String identity,
            @PathVariable long fact,
            @RequestParam Map<String, String> parameters,
            Viewer viewer,
            Model page,
            HttpServletResponse response,
            RedirectAttributes flash) {
        RegisteredBusiness business = businesses.get(identity);
        Target target = target(business, fact);
        WrittenEntry written = EntryParameters.read(parameters);
        if (parameters.containsKey("more")) {
            return new Sheet(business, written, List.of(), more(parameters)).show(page, target);
        }
        return switch (facts.correct(business, fact, written, viewer)) {
            case EntryOutcome.Faulty(var faults) -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                yield new Sheet(business, written, faults, rows(parameters)).show(page, target);
            }
            case EntryOutcome.Carried(Result result) ->
                done(identity, target.fact().kind(), result, "CORRECTED", flash);
        };
    }

    @PostMapping("/{fact}/withdraw")
    String withdraw(
            @PathVariable String identity,
            @PathVariable long fact,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String paper,
            Viewer viewer,
            RedirectAttributes flash) {
        RegisteredBusiness business = businesses.get(identity);
        Target target = target(business, fact);
        return switch (facts.withdraw(business, fact, reason, paper, viewer)) {
            case EntryOutcome.Faulty _ -> {
                flash.addFlashAttribute("outcome", "GROUNDS");
                flash.addFlashAttribute("withdrawReason", reason);
                flash.addFlashAttribute("withdrawPaper", paper);
                yield "redirect:"
                        + address(identity)
                                .pathSegment("facts", Long.toString(fact))
                                .build()
                                .encode()
                                .toUriString();
            }
            case EntryOutcome.Carried(Result result) ->
                done(identity, target.fact().kind(), result, "WITHDRAWN", flash);
        };
    }

    private Target target(RegisteredBusiness business, long fact) {
        return facts.find(business, fact)
                .orElseThrow(() -> new NotThere(
                        "The business has no version of a fact with this number (%d).%nMaybe go back to the credit file."
                                .formatted(fact)));
    }

    private static int rows(Map<String, String> parameters) {
        try {
            return Math.clamp(Integer.parseInt(parameters.getOrDefault("rows", "0")), 0, MOST_ROWS);
        } catch (NumberFormatException notOurs) {
            return ROWS;
        }
    }

    private static int more(Map<String, String> parameters) {
        return rows(parameters) + MORE;
    }

    private static String done(String identity, String kind, Result result, String act, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "outcome",
                result.outcome() == Outcome.DONE ? act : result.outcome().name());
        return "redirect:"
                + address(identity)
                        .pathSegment("credit-file")
                        .queryParam("kind", kind)
                        .build()
                        .encode()
                        .toUriString();
    }

    private static UriComponentsBuilder address(String identity) {
        return UriComponentsBuilder.fromPath("/businesses").pathSegment(identity);
    }

    /** What a page shows: what was written, what is wrong with it, and the rows that it has for items. */
    private final class Sheet {

        private final RegisteredBusiness business;
        private final WrittenEntry written;
        private final List<EntryFault> faults;
        private final int rows;
        private final String language;

        Sheet(RegisteredBusiness business, WrittenEntry written, List<EntryFault> faults, int rows) {
            this.business = business;
            this.written = written;
            this.faults = faults;
            this.rows = rows;
            this.language =
                    ConsoleSetup.supported(LocaleContextHolder.getLocale()).getLanguage();
        }

        /** Shows the form of a new fact; or that of a version, where it is given. */
        String show(Model page, @Nullable Target target) {
            page.addAttribute("business", business);
            // A grade is set where it stands, on the page of the business.
            page.addAttribute(
                    "kinds",
                    vocabulary.kinds().stream()
                            .filter(kind -> !kind.equals(FactKinds.GRADE_OVERRIDE) && !kind.isOfSystem())
                            .toList());
            page.addAttribute("kind", written.kind());
            page.addAttribute("written", written);
            page.addAttribute("today", clock.today());
            page.addAttribute("rows", rows);
            page.addAttribute("longestReason", Decision.LONGEST_REASON);
            page.addAttribute("longestPaper", HandGrounds.LONGEST_PAPER);
            page.addAttribute("licences", LicenceView.in(creditFiles.now(business)));
            page.addAttribute("faulty", !faults.isEmpty());
            page.addAttribute(
                    "errors",
                    faults.stream()
                            .collect(Collectors.toMap(
                                    EntryFault::field, fault -> fault.reason().in(language), (first, _) -> first)));
            vocabulary.findByName(written.kind()).ifPresent(kind -> page.addAttribute("form", form(kind)));
            if (target != null) {
                page.addAttribute("target", target);
                page.addAttribute("entry", FactEntry.of(target.fact(), language, vocabulary));
            }
            return "fact-form";
        }

        private EntryForm form(FactKind kind) {
            return EntryForm.of(kind, written.fields(), faults, words, language, rows);
        }
    }
}
