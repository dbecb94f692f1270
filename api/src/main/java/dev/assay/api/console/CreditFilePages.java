package dev.assay.api.console;

import dev.assay.api.AuthorityClock;
import dev.assay.api.business.Businesses;
import dev.assay.api.business.FilePart;
import dev.assay.api.business.FileParts;
import dev.assay.api.problem.BadParameter;
import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Vocabulary;
import dev.assay.store.fact.Cut;
import dev.assay.store.register.RegisteredBusiness;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The whole credit file of a business: what was true on a day, what was known at an instant, from where, and what it replaced. */
@Controller
class CreditFilePages {

    private static final int ROWS = 50;

    private final Businesses businesses;
    private final FileParts parts;
    private final Vocabulary vocabulary;
    private final AuthorityClock clock;

    CreditFilePages(Businesses businesses, FileParts parts, Vocabulary vocabulary, AuthorityClock clock) {
        this.businesses = businesses;
        this.parts = parts;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @GetMapping("/businesses/{identity}/credit-file")
    String creditFile(
            @PathVariable String identity,
            @RequestParam(name = "as-of", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate asOf,
            @RequestParam(name = "known-at", required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(name = "page", defaultValue = "1") int asked,
            Locale locale,
            Model page) {
        RegisteredBusiness business = businesses.get(identity);
        int number = Math.max(1, asked);
        String wanted = kind == null || kind.isBlank() ? null : kind;
        Cut cut = new Cut(
                asOf == null ? clock.today() : asOf,
                knownAt == null || knownAt.isBlank() ? clock.now() : instant(knownAt));
        FilePart part = parts.read(business, cut, wanted, (number - 1L) * ROWS, ROWS);
        String language = ConsoleSetup.supported(locale).getLanguage();
        page.addAttribute("business", business);
        page.addAttribute("part", part);
        page.addAttribute("entries", FileEntry.of(part.records(), language, vocabulary));
        page.addAttribute("titles", new KindTitles(vocabulary, language));
        page.addAttribute("sealedTitle", new SealedTitles(language));
        page.addAttribute("kind", wanted);
        page.addAttribute(
                "knownAtLocal",
                LocalDateTime.ofInstant(cut.knownAt(), AuthorityClock.ZONE).withNano(0));
        page.addAttribute("past", knownAt != null && !knownAt.isBlank());
        page.addAttribute("number", number);
        page.addAttribute("pages", Math.ceilDiv(part.total(), ROWS));
        return "credit-file";
    }

    /** An instant, or a time at the authority's place as the page's own field sends it. */
    private static Instant instant(String text) {
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).atZone(AuthorityClock.ZONE).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadParameter(
                    "known-at",
                    "The instant (%s) cannot be read.%nMaybe write it as 2026-11-22T02:00:00Z, or without the Z for the time in China."
                            .formatted(text));
        }
    }

    /**
     * What sealing decisions are called, for the page.
     *
     * @param language {@code zh} or {@code en}
     */
    record SealedTitles(String language) {

        /**
         * What a decision is called.
         *
         * @param decision the decision that sealed a penalty
         * @return its name
         */
        public String of(Fact decision) {
            return SealedArchive.title(decision).in(language);
        }
    }

    /**
     * The names of kinds, for the page.
     *
     * @param vocabulary the kinds
     * @param language {@code zh} or {@code en}
     */
    record KindTitles(Vocabulary vocabulary, String language) {

        /**
         * The name of a kind.
         *
         * @param kind the kind
         * @return its name
         */
        public String of(String kind) {
            return FactEntry.title(kind, language, vocabulary);
        }
    }
}
