package dev.assay.api.following;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.core.publication.Chain;
import dev.assay.store.account.Role;
import dev.assay.store.publication.Followers;
import org.springframework.stereotype.Component;

/** Notes what was handed out to whom: to partners, for only they can be asked what they made of it. */
@Component
class Deliveries {

    private final Followers followers;
    private final AuthorityClock clock;

    Deliveries(Followers followers, AuthorityClock clock) {
        this.followers = followers;
        this.clock = clock;
    }

    void note(Viewer viewer, Chain chain, long number) {
        if (viewer.role() == Role.PARTNER) {
            followers.delivered(viewer.name(), chain, number, clock.now());
        }
    }
}
