package dev.assay.api.business;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.listing.PenaltyListView;
import dev.assay.api.listing.PenaltyPeriods;
import dev.assay.api.listing.PublicList;
import dev.assay.api.paging.Cursor;
import dev.assay.api.paging.NextPage;
import dev.assay.api.paging.Slice;
import dev.assay.api.problem.BadParameter;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.fact.Vocabulary;
import dev.assay.store.fact.Cut;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisterOrder;
import dev.assay.store.register.RegisterPage;
import dev.assay.store.register.RegisterQuery;
import dev.assay.store.register.RegisteredBusiness;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Businesses: found by name or number, and shown as far as they are public. */
@RestController
@RequestMapping("/v1/businesses")
@Tag(name = "businesses", description = "Who is registered, with licences and list entries.")
class BusinessApi {

    private static final int MOST_FOUND = 50;

    private final BusinessRegister register;
    private final Businesses businesses;
    private final CreditFiles creditFiles;
    private final FileParts fileParts;
    private final PublicList list;
    private final PenaltyPeriods penalties;
    private final Vocabulary vocabulary;
    private final AuthorityClock clock;

    BusinessApi(
            BusinessRegister register,
            Businesses businesses,
            CreditFiles creditFiles,
            FileParts fileParts,
            PublicList list,
            PenaltyPeriods penalties,
            Vocabulary vocabulary,
            AuthorityClock clock) {
        this.fileParts = fileParts;
        this.vocabulary = vocabulary;
        this.clock = clock;
        this.register = register;
        this.businesses = businesses;
        this.creditFiles = creditFiles;
        this.list = list;
        this.penalties = penalties;
    }

    @GetMapping
    @Operation(summary = "Businesses by name, address, code or licence number")
    BusinessSearchView search(
            @Parameter(description = "Part of a name or address, or the beginning of a code; at least two characters")
                    @RequestParam
                    String q) {
        if (q.strip().length() < 2) {
            throw new BadParameter(
                    "q", "The search (%s) is shorter than two characters.%nMaybe write more of the name.".formatted(q));
        }
        RegisterPage found = register.search(RegisterQuery.text(q), RegisterOrder.NAME, false, 0, MOST_FOUND);
        return new BusinessSearchView(
                found.rows().stream()
                        .map(row -> FoundBusinessView.of(row.business()))
                        .toList(),
                found.total());
    }

    @GetMapping("/{identity}")
    @Operation(summary = "One business, with its licences and its entries on lists that the caller may see")
    BusinessView business(
            @Parameter(description = "SCHEME:VALUE", example = "fhrs:369216") @PathVariable String identity,
            @Parameter(hidden = true) Viewer viewer) {
        RegisteredBusiness business = businesses.get(identity);
        CreditFile file = creditFiles.now(business);
        return new BusinessView(
                business.identity().toString(),
                register.identitiesOf(business.key()).stream()
                        .map(Object::toString)
                        .toList(),
                business.name(),
                business.address(),
                business.division(),
                business.sector(),
                LicenceView.in(file),
                creditFiles.lifeOf(business, file),
                list.of(business, viewer));
    }

    @GetMapping("/{identity}/penalties")
    @Operation(
            summary = "The penalties of a business that are published today, in summary",
            description = "Each leaves on the day on which its publication period ends, or its credit is repaired.")
    PenaltyListView penalties(
            @Parameter(description = "SCHEME:VALUE", example = "uscc:91320600000000019U") @PathVariable
                    String identity) {
        return new PenaltyListView(penalties.published(creditFiles.now(businesses.get(identity))));
    }

    @GetMapping("/{identity}/credit-file")
    @Operation(
            summary =
                    "Everything known about a business, each fact with its source and what it replaced; for regulators")
    CreditFileView creditFile(
            @Parameter(description = "SCHEME:VALUE", example = "fhrs:369216") @PathVariable String identity,
            @Parameter(description = "Facts up to and including this day, YYYY-MM-DD; today without it")
                    @RequestParam(name = "as-of", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = "What had been recorded by this instant, 2026-11-22T02:00:00Z; now without it")
                    @RequestParam(name = "known-at", required = false)
                    @Nullable
                    Instant knownAt,
            @Parameter(description = "The one kind of fact that is wanted; all without it")
                    @RequestParam(required = false)
                    @Nullable
                    String kind,
            @ParameterObject Slice slice) {
        RegisteredBusiness business = businesses.get(identity);
        Place place = Place.of(
                slice.cursor(), new Cut(asOf == null ? clock.today() : asOf, knownAt == null ? clock.now() : knownAt));
        FilePart part = fileParts.read(business, place.cut(), kind, place.offset(), slice.rows());
        String next = part.hasNext() ? place.after(part).sealed() : null;
        return CreditFileView.of(part, vocabulary, next, NextPage.address(next));
    }

    /** A place in a file: the cut goes along, so that what is taken in between two parts does not move the rows. */
    private record Place(Cut cut, long offset) {

        static Place of(@Nullable String cursor, Cut asked) {
            if (cursor == null) {
                return new Place(asked, 0);
            }
            Cursor read = Cursor.parse(cursor, 3);
            try {
                return new Place(
                        new Cut(
                                LocalDate.parse(read.parts().get(0)),
                                Instant.parse(read.parts().get(1))),
                        Math.max(0, read.number(2)));
            } catch (DateTimeParseException notOurs) {
                throw new BadParameter(
                        "cursor",
                        "The cursor (%s) is not one of a credit file.%nMaybe take it unchanged from the last part."
                                .formatted(cursor));
            }
        }

        Cursor after(FilePart part) {
            return new Cursor(List.of(
                    cut.asOf().toString(),
                    cut.knownAt().toString(),
                    Long.toString(offset + part.records().size())));
        }
    }
}
