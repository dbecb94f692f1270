package dev.assay.core.listing;

import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Values;
import dev.assay.core.grading.Basis;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a list under one edition: what proposes a business, by which steps it is listed, how long it stays, and what follows. The
 * serious-violation list of SAMR Order 44, the red list, bans from the trade, the list of managed producers and the escalation of Food Safety Law
 * art. 134 are all lists. A case keeps the edition under which it began.
 *
 * @param list the list's id, such as {@code serious-violation}
 * @param edition the edition's id, never used again for another
 * @param title its name
 * @param standing what an entry means for a business
 * @param draft whether it is not law yet: then it proposes nobody
 * @param persons whether an entry concerns a person of the business, such as one who is banned, and not the business itself
 * @param visibility who may see its entries: {@code public}, {@code partners} or {@code internal}
 * @param validFrom the first day on which it is in force
 * @param validTo the last day on which it is in force, or null if no end is known
 * @param grounds what proposes a business, tried in this order
 * @param heavierPenalties the penalties of which one must be there, unless a ground counts by itself; empty if none must
 * @param exclusions what is not proposed though a ground fits
 * @param procedure the steps and terms
 * @param term how long an entry stays, unless its ground says otherwise
 * @param repair how an entry can be removed early; null if it cannot
 * @param measures ids of the groups of joint punishment measures that follow from an entry
 */
public record ListEdition(
        String list,
        String edition,
        Bilingual title,
        Standing standing,
        boolean draft,
        boolean persons,
        String visibility,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        List<ListGround> grounds,
        List<HeavierPenalty> heavierPenalties,
        List<Exclusion> exclusions,
        Procedure procedure,
        EntryTerm term,
        @Nullable RepairRules repair,
        List<String> measures) {

    /** What an entry means for a business. */
    public enum Standing {
        /** It counts against it. */
        ADVERSE,
        /** It speaks for it, as on a red list. */
        FAVOURABLE,
        /** It says how it is watched, and nothing about guilt. */
        WATCH
    }

    /** Copies the lists. */
    public ListEdition {
        grounds = List.copyOf(grounds);
        heavierPenalties = List.copyOf(heavierPenalties);
        exclusions = List.copyOf(exclusions);
        measures = List.copyOf(measures);
    }

    /**
     * A kind of heavier penalty 较重行政处罚 (Order 44 art. 2).
     *
     * @param id its id, never used again for another
     * @param title its name
     * @param kinds the kinds of penalty (Administrative Penalty Law art. 9) of which one must be there
     * @param words groups of words: of each group at least one must stand in the penalty's content or grounds
     * @param basis its ground
     */
    public record HeavierPenalty(
            String id, Bilingual title, List<String> kinds, List<List<String>> words, Basis basis) {

        /** Copies the lists. */
        public HeavierPenalty {
            kinds = List.copyOf(kinds);
            words = words.stream().map(List::copyOf).toList();
        }

        boolean isIn(Values penalty) {
            return penalty.getTexts("kinds").stream().anyMatch(kinds::contains)
                    && ListGround.hasWords(words, penalty, List.of("content", "grounds"));
        }
    }

    /**
     * What a province leaves out.
     *
     * @param division the beginning of the codes of the divisions in which it holds; empty for everywhere
     * @param fineAtMost a penalty with a fine of at most so many yuan is left out
     * @param confiscatedBelow unless so many yuan or more were confiscated; null for no such limit
     * @param onlyKinds and only if the penalty is of these kinds alone
     * @param basis its ground
     */
    public record Exclusion(
            String division,
            BigDecimal fineAtMost,
            @Nullable BigDecimal confiscatedBelow,
            List<String> onlyKinds,
            Basis basis) {

        /** Copies the list. */
        public Exclusion {
            onlyKinds = List.copyOf(onlyKinds);
        }

        boolean leavesOut(Values penalty, @Nullable String where) {
            Optional<BigDecimal> fine = penalty.findDecimal("fine");
            return (where == null ? "" : where).startsWith(division)
                    && fine.isPresent()
                    && fine.get().compareTo(fineAtMost) <= 0
                    && onlyKinds.containsAll(penalty.getTexts("kinds"))
                    && (confiscatedBelow == null
                            || penalty.findDecimal("confiscated")
                                            .orElse(BigDecimal.ZERO)
                                            .compareTo(confiscatedBelow)
                                    < 0);
        }
    }

    /**
     * What a rule found: reason enough to open a case.
     *
     * @param trigger the fact that opens it, the newest of the evidence
     * @param ground the ground that fits
     * @param heavierPenalty why the penalty counts as heavier; null where the list asks for none
     * @param evidence all facts that it rests on, the trigger among them
     */
    public record Proposal(
            Fact trigger, ListGround ground, @Nullable HeavierPenalty heavierPenalty, List<Fact> evidence) {

        /** Copies the list. */
        public Proposal {
            evidence = List.copyOf(evidence);
        }

        /**
         * What was found, in words.
         *
         * @return the ground, and the heavier penalty
         */
        public Bilingual title() {
            return heavierPenalty == null
                    ? ground.title()
                    : Bilingual.of(
                            ground.title().zh() + "；" + heavierPenalty.title().zh(),
                            ground.title().en() + "; " + heavierPenalty.title().en());
        }

        /**
         * The clauses that it rests on.
         *
         * @return citations with a semicolon between
         */
        public String basis() {
            return heavierPenalty == null
                    ? ground.basis().citation()
                    : ground.basis().citation() + "；" + heavierPenalty.basis().citation();
        }

        /**
         * Whether any of them is not certain.
         *
         * @return true if one is provisional
         */
        public boolean provisional() {
            return ground.basis().provisional()
                    || (heavierPenalty != null && heavierPenalty.basis().provisional());
        }
    }

    /**
     * Whether the edition is in force on a day.
     *
     * @param day the day
     * @return true from {@code validFrom} to {@code validTo}, both included; never for a draft
     */
    public boolean isInForce(LocalDate day) {
        return !draft && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /**
     * The kinds of fact that can propose somebody.
     *
     * @return their names, without repetition
     */
    public List<String> triggerKinds() {
        return grounds.stream().map(ListGround::kind).distinct().toList();
    }

    /**
     * Whether some ground asks for several facts like this one.
     *
     * @param fact a fact
     * @return true if a ground that fits counts
     */
    public boolean counts(Fact fact) {
        return grounds.stream().anyMatch(ground -> ground.atLeast() > 1 && ground.fits(fact));
    }

    /**
     * Reads one fact as what may open a case. An edition judges what happened while it is in force.
     *
     * @param trigger a fact
     * @param file the file that it stands in; it may hold the facts of the trigger's kind only
     * @return a proposal with the first ground that fits, but for what asks for other kinds of fact ({@link #holdsAgainst}); or empty
     */
    public Optional<Proposal> propose(Fact trigger, CreditFile file) {
        if (!isInForce(trigger.occurredOn())) {
            return Optional.empty();
        }
        return grounds.stream()
                .filter(ground -> ground.fits(trigger))
                .flatMap(ground -> ground.evidence(trigger, file).stream().map(evidence -> new Found(ground, evidence)))
                .flatMap(found -> withHeavierPenalty(trigger, found).stream())
                .findFirst();
    }

    /** A ground that fits, and what it rests on. */
    private record Found(ListGround ground, List<Fact> evidence) {}

    private Optional<Proposal> withHeavierPenalty(Fact trigger, Found found) {
        if (heavierPenalties.isEmpty() || found.ground.byItself()) {
            return Optional.of(new Proposal(trigger, found.ground, null, found.evidence));
        }
        return heavierPenalties.stream()
                .filter(heavier -> heavier.isIn(trigger.values()))
                .findFirst()
                .map(heavier -> new Proposal(trigger, found.ground, heavier, found.evidence));
    }

    /**
     * A proposal with what stands behind it in the whole file: what became of a penalty rests on that penalty too.
     *
     * @param proposal what {@link #propose} found
     * @param whole the whole credit file
     * @return the proposal, with the penalty among its evidence if the file knows it
     */
    public Proposal completed(Proposal proposal, CreditFile whole) {
        Optional<Fact> penalty = SealedArchive.findPenalty(proposal.trigger(), whole.facts());
        return penalty.isEmpty()
                ? proposal
                : new Proposal(
                        proposal.trigger(),
                        proposal.ground(),
                        proposal.heavierPenalty(),
                        List.of(penalty.get(), proposal.trigger()));
    }

    /**
     * Whether a proposal still holds when the whole file is read: what the ground must not find is not there, nothing that it rests on is sealed or
     * was done after all, and no province leaves it out.
     *
     * @param proposal what {@link #propose} found, {@link #completed}
     * @param whole the whole credit file
     * @return true if the case is to be opened
     */
    public boolean holdsAgainst(Proposal proposal, CreditFile whole) {
        SealedArchive sealed = SealedArchive.of(whole.facts());
        String division =
                whole.describe().flatMap(values -> values.findText("division")).orElse(null);
        return proposal.evidence().stream().noneMatch(sealed::contains)
                && !SealedArchive.isPerformedSince(proposal.trigger(), whole.facts())
                && !proposal.ground().isBarredBy(whole, proposal.trigger())
                && exclusions.stream()
                        .noneMatch(exclusion ->
                                exclusion.leavesOut(proposal.trigger().values(), division));
    }

    /**
     * How long an entry stays that was proposed on a ground.
     *
     * @param groundId the ground's id
     * @return the ground's own term, or the edition's
     */
    public EntryTerm termOf(String groundId) {
        return grounds.stream()
                .filter(ground -> ground.id().equals(groundId))
                .findFirst()
                .map(ListGround::term)
                .orElse(term);
    }
}
