package dev.assay.api.following;

import dev.assay.api.access.Viewer;
import dev.assay.api.problem.NotThere;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.PublicationPolicy;
import java.util.Arrays;
import java.util.List;

/** Which chains somebody may follow. One that he may not does not exist for him. */
final class FollowedChains {

    private FollowedChains() {}

    static List<Chain> of(Viewer viewer) {
        return Arrays.stream(Chain.values())
                .filter(chain -> PublicationPolicy.mayFollow(viewer.reader(), chain))
                .toList();
    }

    static Chain get(String code, Viewer viewer) {
        return of(viewer).stream()
                .filter(chain -> chain.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotThere(
                        "There is no chain of changes (%s).%nMaybe it is public; partners log in.".formatted(code)));
    }
}
