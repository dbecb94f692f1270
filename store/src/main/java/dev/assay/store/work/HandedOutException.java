package dev.assay.store.work;

/** What was to be handed out is handed out already, by whom and when. Nothing was handed out now. */
public final class HandedOutException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    HandedOutException(String what, String by, String at) {
        super(
                "%s was handed out already, by %s at %s UTC. Nothing was handed out now.%nMaybe look at the page again: it shows what is left."
                        .formatted(what, by, at));
    }
}
