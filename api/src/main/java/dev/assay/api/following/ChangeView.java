package dev.assay.api.following;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.assay.core.publication.Change;
import dev.assay.store.publication.LoggedChange;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A change of what is published. */
public record ChangeView(
        @Schema(description = "Its number in its chain, from 1 without gaps", example = "4711")
        long number,

        @Schema(
                description = "When it was published, to the microsecond, as it goes into the hash",
                example = "2026-11-22T08:15:00.000000Z")
        String at,

        @Schema(description = "add, modify or withdraw", example = "modify")
        String operation,

        @Schema(description = "Kind of the item: rating or list-entry", example = "rating")
        String kind,

        @Schema(
                description = "The item's key, that no other item of the kind has",
                example = "uk-fhrs fhrs:369216 fhrs:369216")
        String key,

        @Schema(
                description =
                        "Why: new-record, correction, rule-change, decision, objection, expiry, repair, annulment, retirement, visibility, merge or absence",
                example = "new-record")
        String reason,

        @Schema(description = "SHA-256 of the content until then; null where the item comes in") @Nullable
        String was,

        @Schema(description = "SHA-256 of the content from then on; null where the item goes") @Nullable
        String contentHash,

        @Schema(
                types = {"object", "null"},
                description =
                        "The content as canonical JSON; null where the item goes, or where a later change has replaced or withdrawn this content")
        @JsonRawValue
        @Nullable
        String content,

        @Schema(description = "Hash of the change before; zeros for the first")
        String previous,

        @Schema(description = "Hash of this change") String hash) {

    /**
     * The view of a change.
     *
     * @param logged the change
     * @return its view
     */
    static ChangeView of(LoggedChange logged) {
        Change change = logged.change();
        return new ChangeView(
                change.number(),
                change.atText(),
                change.operation().code(),
                change.item().kind(),
                change.item().key(),
                change.reason().code(),
                change.was(),
                change.contentHash(),
                logged.content(),
                change.previous(),
                change.hash());
    }
}
