package dev.assay.api.listing;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.listing.ListingSetup.Catalogues;
import dev.assay.core.grading.Visibility;
import dev.assay.core.listing.EntryState.Listed;
import dev.assay.core.listing.ListEdition;
import dev.assay.core.listing.ListRules;
import dev.assay.core.listing.MeasureCatalogue;
import dev.assay.core.listing.PersonName;
import dev.assay.core.text.Bilingual;
import dev.assay.store.listing.ListAudience;
import dev.assay.store.listing.ListingCase;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.register.RegisteredBusiness;
import dev.assay.store.request.Requests;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists as somebody may see them: published entries that stand today, with what follows from them, and no other case. */
@Component
public class PublicList {

    private static final List<String> FOR_ITSELF = List.of("public", "partners");

    private final ListingCases cases;
    private final Requests requests;
    private final ListRules rules;
    private final List<MeasureCatalogue> catalogues;
    private final AuthorityClock clock;

    PublicList(ListingCases cases, Requests requests, ListRules rules, Catalogues catalogues, AuthorityClock clock) {
        this.cases = cases;
        this.requests = requests;
        this.rules = rules;
        this.catalogues = catalogues.all();
        this.clock = clock;
    }

    /**
     * A part of the lists.
     *
     * @param viewer who looks
     * @param after number of the last case that was read; 0 from the beginning
     * @param limit the most entries
     * @return the entries that follow and that the viewer may see
     */
    public List<ListEntryView> entries(Viewer viewer, long after, int limit) {
        return views(cases.standing(clock.today(), audience(viewer), after, limit));
    }

    /**
     * The entries of a business.
     *
     * @param business the business
     * @param viewer who looks; a business sees all of its own but what is internal
     * @return those that stand today
     */
    public List<ListEntryView> of(RegisteredBusiness business, Viewer viewer) {
        return views(cases.of(business.key()).stream()
                .filter(listing -> maySee(listing, viewer))
                .toList());
    }

    /**
     * The length of the lists.
     *
     * @param viewer who looks
     * @return how many entries stand today that the viewer may see
     */
    public long size(Viewer viewer) {
        return cases.countStanding(clock.today(), audience(viewer));
    }

    /**
     * An entry that stands.
     *
     * @param id the number of its case
     * @param viewer who looks
     * @return it; empty if it does not stand today, or the viewer may not see it
     */
    public Optional<ListEntryView> find(long id, Viewer viewer) {
        return views(cases.find(id).filter(listing -> maySee(listing, viewer)).stream()
                        .toList())
                .stream()
                .findFirst();
    }

    private static boolean maySee(ListingCase listing, Viewer viewer) {
        return viewer.isOwn(listing.businessKey())
                ? FOR_ITSELF.contains(listing.visibility())
                : visibilities(viewer.mayActFor(listing.division()) ? viewer : Viewer.ANYONE)
                        .contains(listing.visibility());
    }

    /** To someone of the authority what lies in other divisions is as it is to everyone. */
    private static ListAudience audience(Viewer viewer) {
        return new ListAudience(
                visibilities(Viewer.ANYONE),
                visibilities(viewer),
                viewer.scope().beginnings());
    }

    private static List<String> visibilities(Viewer viewer) {
        return Arrays.stream(Visibility.values())
                .filter(viewer::maySee)
                .map(visibility -> visibility.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private List<ListEntryView> views(List<ListingCase> listings) {
        LocalDate today = clock.today();
        List<ListingCase> standing = listings.stream()
                .filter(listing -> listing.state() instanceof Listed listed && listed.standsOn(today))
                .toList();
        if (standing.isEmpty()) {
            return List.of();
        }
        List<Long> ids = standing.stream().map(ListingCase::id).toList();
        Set<Long> objected = requests.underObjection(ids);
        Map<Long, String> replies = requests.replies(ids);
        return standing.stream()
                .map(listing -> view(
                        listing, (Listed) listing.state(), objected.contains(listing.id()), replies.get(listing.id())))
                .toList();
    }

    private ListEntryView view(ListingCase entry, Listed listed, boolean objected, @Nullable String reply) {
        Optional<ListEdition> edition = rules.find(entry.edition());
        Bilingual title = edition.map(ListEdition::title).orElse(Bilingual.of(entry.list(), entry.list()));
        return new ListEntryView(
                entry.id(),
                entry.list(),
                title.zh(),
                title.en(),
                edition.map(one -> one.standing().name().toLowerCase(Locale.ROOT))
                        .orElse("adverse"),
                entry.business().toString(),
                entry.name(),
                entry.division(),
                Optional.ofNullable(entry.person()).map(PersonName::masked).orElse(null),
                entry.conduct().zh(),
                entry.conduct().en(),
                entry.basis(),
                entry.provisional(),
                listed.listedOn(),
                listed.publishedOn(),
                listed.endsOn(),
                objected,
                reply,
                edition
                        .map(one -> MeasureCatalogue.following(catalogues, one.measures(), clock.today()))
                        .orElse(List.of())
                        .stream()
                        .map(MeasureView::of)
                        .toList());
    }
}
