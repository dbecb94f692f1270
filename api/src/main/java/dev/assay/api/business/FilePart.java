package dev.assay.api.business;

import dev.assay.core.creditfile.SealedArchive;
import dev.assay.core.fact.Fact;
import dev.assay.core.identity.Identity;
import dev.assay.core.sampling.SamplingCourse;
import dev.assay.store.fact.Cut;
import dev.assay.store.feed.SilentFeed;
import dev.assay.store.history.FactRecord;
import dev.assay.store.history.KindTally;
import dev.assay.store.register.RegisteredBusiness;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a credit file.
 *
 * @param business the business
 * @param name what it was called at the cut; null where no source had named it
 * @param identities everything by which it is known
 * @param life its names, whether it is closed, and who was there before it and after it
 * @param cut where the file is cut
 * @param tallies what the whole file holds, by kind in the order of the vocabulary
 * @param records the records of the part
 * @param procedures what became of its failed samples and penalties
 * @param silentFeeds the feeds that the file rests on and that were silent at the cut
 * @param offset how many records come before the part
 * @param total how many records there are to read in all
 */
public record FilePart(
        RegisteredBusiness business,
        @Nullable String name,
        List<Identity> identities,
        LifeView life,
        Cut cut,
        List<KindTally> tallies,
        List<FactRecord> records,
        Procedures procedures,
        List<SilentFeed> silentFeeds,
        long offset,
        long total) {

    /** Copies the lists. */
    public FilePart {
        identities = List.copyOf(identities);
        tallies = List.copyOf(tallies);
        records = List.copyOf(records);
        silentFeeds = List.copyOf(silentFeeds);
    }

    /**
     * What became of failed samples and penalties by the as-of day.
     *
     * @param courses the courses of failed samples of which a step is known, by the failure's number in the store
     * @param sealed the penalties that no grade reads any more
     */
    public record Procedures(Map<Long, SamplingCourse> courses, SealedArchive sealed) {

        /** Copies the map. */
        public Procedures {
            courses = Map.copyOf(courses);
        }

        /**
         * The course of a failed sample.
         *
         * @param fact any fact
         * @return its course; null where it is no failed sample or no step is known
         */
        public @Nullable SamplingCourse course(Fact fact) {
            return courses.get(fact.id());
        }

        /**
         * The decision that sealed a penalty.
         *
         * @param fact any fact
         * @return the decision; null where it is no penalty or not sealed
         */
        public @Nullable Fact sealing(Fact fact) {
            return sealed.findDecision(fact).orElse(null);
        }
    }

    /**
     * Whether records follow.
     *
     * @return true if this is not the last part
     */
    public boolean hasNext() {
        return offset + records.size() < total;
    }
}
