package dev.assay.batch.feed;

import java.util.regex.Pattern;

/** Whether a file of a feed is the full state of the feed as at its day, so that what it lacks does not stand, or has some records only. */
public sealed interface FeedState {

    /** Every file has some records; those that it lacks stay. */
    record Delta() implements FeedState {}

    /** Every file is the full state. */
    record Full() implements FeedState {}

    /**
     * Some files are the full state, the others have some records.
     *
     * @param fileName is found in the name of a file that is the full state
     */
    record FullByName(Pattern fileName) implements FeedState {}

    /**
     * Whether a file is the full state.
     *
     * @param file its name, without its folder
     * @return true if records of the feed that it lacks do not stand
     */
    default boolean isFull(String file) {
        return switch (this) {
            case Delta _ -> false;
            case Full _ -> true;
            case FullByName(Pattern fileName) -> fileName.matcher(file).find();
        };
    }
}
