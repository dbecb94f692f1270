package dev.assay.api.following;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.BadParameter;
import dev.assay.core.publication.Chain;
import dev.assay.store.publication.FollowerState;
import dev.assay.store.publication.Followers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How far partners have come. */
@RestController
@Tag(name = "following")
class AcknowledgementApi {

    private final Followers followers;
    private final AuthorityClock clock;

    AcknowledgementApi(Followers followers, AuthorityClock clock) {
        this.followers = followers;
        this.clock = clock;
    }

    /** What a partner says that it carried out. */
    record Acknowledgement(
            @Schema(description = "The chain", example = "public") @Nullable
            String chain,

            @Schema(description = "All changes up to this number are carried out", example = "4711") @Nullable
            Long number,

            @Schema(description = "The hash of that change, as it was received") @Nullable
            String hash) {}

    @PostMapping("/v1/acknowledgements")
    @Operation(
            summary =
                    "Says that all changes of a chain up to a number are carried out, withdrawals too. A hash that the chain does not have is refused: then something else was followed")
    FollowerListView acknowledge(@RequestBody Acknowledgement said, @Parameter(hidden = true) Viewer viewer) {
        Chain chain = FollowedChains.get(Objects.requireNonNullElse(said.chain(), "public"), viewer);
        if (said.number() == null || said.hash() == null) {
            throw new BadParameter(
                    said.number() == null ? "number" : "hash",
                    "The number and the hash of the last change that was carried out are needed.%nMaybe take both from its line."
                            .formatted());
        }
        return switch (followers.acknowledge(viewer.name(), chain, said.number(), said.hash(), clock.now())) {
            case ACKNOWLEDGED -> mine(viewer);
            case UNKNOWN ->
                throw new BadParameter(
                        "number",
                        "The chain (%s) has no change (%d).%nMaybe it belongs to another chain."
                                .formatted(chain.code(), said.number()));
            case DIFFERENT ->
                throw new BadParameter(
                        "hash",
                        "The change (%d) of the chain (%s) has another hash than (%s).%nMaybe something else was followed; begin again with a full file, and tell the authority."
                                .formatted(said.number(), chain.code(), said.hash()));
        };
    }

    @GetMapping("/v1/followers")
    @Operation(summary = "How far partners have come with each chain; a partner sees itself, the authority sees all")
    FollowerListView followers(@Parameter(hidden = true) Viewer viewer) {
        return viewer.isRegulator() ? new FollowerListView(views(followers.all())) : mine(viewer);
    }

    private FollowerListView mine(Viewer viewer) {
        return new FollowerListView(views(followers.all().stream()
                .filter(follower -> follower.partner().equals(viewer.name()))
                .toList()));
    }

    private static List<FollowerView> views(List<FollowerState> states) {
        return states.stream().map(FollowerView::of).toList();
    }
}
