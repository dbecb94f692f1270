package dev.assay.store.publication;

import dev.assay.core.publication.Change;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is read back.
 *
 * @param change the change
 * @param content the content that it gave its item, as canonical JSON; null where it withdrew the item, or where a later change has given the
 *     item another content or withdrawn it
 */
public record LoggedChange(Change change, @Nullable String content) {}
