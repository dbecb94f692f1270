package dev.assay.api.draw;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.NotThere;
import dev.assay.batch.draw.DrawWork;
import dev.assay.core.draw.DrawSeed;
import dev.assay.core.draw.DrawText;
import dev.assay.core.publication.PublicationPolicy;
import dev.assay.core.publication.Reader;
import dev.assay.core.publication.Standing;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.draw.DrawPlan;
import dev.assay.model.draw.DrawPlanFile;
import dev.assay.store.draw.Draws;
import dev.assay.store.draw.StoredDraw;
import dev.assay.store.draw.StoredDraw.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Carries what persons do with draws into the store, each within the divisions for which they act; and says who sees what of them. */
@Component
public class DrawDesk {

    private final DrawWork work;
    private final Draws draws;
    private final ConfigFiles config;
    private final AuthorityClock clock;

    DrawDesk(DrawWork work, Draws draws, ConfigFiles config, AuthorityClock clock) {
        this.work = work;
        this.draws = draws;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The plans by which the viewer may draw.
     *
     * @param viewer who asks
     * @return those without faults, by id
     */
    public List<DrawPlan> plans(Viewer viewer) {
        List<DrawPlan> plans = new ArrayList<>();
        config.list("draws").forEach(file -> {
            try {
                plans.add(DrawPlanFile.parse(file));
            } catch (FaultyConfigException faulty) {
                // Who draws by its id is told its faults.
            }
        });
        return plans.stream().filter(plan -> acts(viewer, plan.divisions())).toList();
    }

    /** Whether a viewer acts for all divisions that a draw covers. */
    private static boolean acts(Viewer viewer, List<String> divisions) {
        return viewer.scope().isEverywhere()
                || (!divisions.isEmpty() && divisions.stream().allMatch(viewer::mayActFor));
    }

    /**
     * The draws for whose divisions the viewer acts.
     *
     * @param viewer someone of the authority
     * @return them, newest first
     */
    public List<StoredDraw> all(Viewer viewer) {
        return draws.all().stream()
                .filter(draw -> acts(viewer, draw.divisions()))
                .toList();
    }

    /**
     * A draw of the viewer's divisions.
     *
     * @param id its number
     * @param viewer someone of the authority
     * @return it
     * @throws NotThere if there is none
     */
    public StoredDraw get(int id, Viewer viewer) {
        return draws.find(id).filter(draw -> acts(viewer, draw.divisions())).orElseThrow(() -> absent(id));
    }

    /**
     * A draw as somebody saw it.
     *
     * @param id its number
     * @param revision its revision then
     * @param viewer someone of the authority
     * @return it
     * @throws NotThere if there is none
     * @throws IllegalArgumentException if it was moved since
     */
    public StoredDraw seen(int id, int revision, Viewer viewer) {
        StoredDraw draw = get(id, viewer);
        if (draw.revision() != revision) {
            throw new IllegalArgumentException(
                    "Somebody else has moved the draw in the meantime.%nMaybe look at it again.".formatted());
        }
        return draw;
    }

    private static NotThere absent(int id) {
        return new NotThere("There is no draw (%d).%nMaybe look for it on the page of draws.".formatted(id));
    }

    /**
     * The newest file of a draw, for the authority.
     *
     * @param draw the draw
     * @return the drawn file; the draw file before
     */
    public String file(StoredDraw draw) {
        return draws.outcome(draw.id()).orElseGet(() -> DrawText.write(draws.file(draw.id())));
    }

    /**
     * What is known outside: draws from their commitment on.
     *
     * @param viewer who asks
     * @return those that the viewer may see, newest first
     */
    public List<StoredDraw> known(Viewer viewer) {
        return draws.all().stream().filter(draw -> isKnown(draw, viewer)).toList();
    }

    /** Someone of the authority reads draws of divisions for which he does not act as everyone does. */
    private static boolean isKnown(StoredDraw draw, Viewer viewer) {
        Reader reader = acts(viewer, draw.divisions()) ? viewer.reader() : Reader.ANYONE;
        return draw.committedAt() != null && PublicationPolicy.maySee(reader, draw.visibility(), Standing.IN_FORCE);
    }

    /**
     * A draw as it is known outside.
     *
     * @param id its number
     * @param viewer who asks
     * @return it
     * @throws NotThere if there is none that the viewer may see
     */
    public StoredDraw getKnown(int id, Viewer viewer) {
        return draws.find(id).filter(draw -> isKnown(draw, viewer)).orElseThrow(() -> absent(id));
    }

    /**
     * The published file.
     *
     * @param id the draw's number
     * @param viewer who asks
     * @return its text
     * @throws NotThere if nothing is published that the viewer may see
     */
    public String published(int id, Viewer viewer) {
        StoredDraw draw = getKnown(id, viewer);
        if (draw.state() != State.PUBLISHED) {
            throw new NotThere("The draw (%d) is not published yet.%nMaybe come back later.".formatted(id));
        }
        return draws.outcome(id).orElseThrow();
    }

    /**
     * Whether a viewer reads a draw as those who make it do.
     *
     * @param draw the draw
     * @param viewer who asks
     * @return true for someone of the authority who acts for all divisions that it covers
     */
    static boolean isInside(StoredDraw draw, Viewer viewer) {
        return viewer.isRegulator() && acts(viewer, draw.divisions());
    }

    /**
     * What a viewer may know of: from the inside all draws, and else what is known outside.
     *
     * @param viewer who asks
     * @return them, newest first
     */
    List<StoredDraw> readable(Viewer viewer) {
        return draws.all().stream()
                .filter(draw -> isInside(draw, viewer) || isKnown(draw, viewer))
                .toList();
    }

    /**
     * One of those of which a viewer may know.
     *
     * @param id its number
     * @param viewer who asks
     * @return it
     * @throws NotThere if there is none
     */
    StoredDraw getReadable(int id, Viewer viewer) {
        return draws.find(id)
                .filter(draw -> isInside(draw, viewer) || isKnown(draw, viewer))
                .orElseThrow(() -> absent(id));
    }

    /**
     * Fixes a draw.
     *
     * @param plan id of its plan
     * @param publicValue the public value that will be mixed in; blank for what the plan names
     * @param leftOut who is left out: an identity and the reason in each line
     * @param viewer who fixes it
     * @return the draw
     * @throws IllegalArgumentException if it cannot be drawn from
     */
    public StoredDraw fix(String plan, String publicValue, String leftOut, Viewer viewer) {
        if (plans(viewer).stream().noneMatch(one -> one.id().equals(plan))
                && !viewer.scope().isEverywhere()) {
            throw new IllegalArgumentException(
                    "The plan (%s) covers divisions for which you do not act.%nMaybe write a plan for your own."
                            .formatted(plan));
        }
        Map<String, String> reasons = new HashMap<>();
        leftOut.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            String[] parts = line.split("\\s+", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException(
                        "The business (%s) is left out without a reason.%nMaybe write it behind the identity."
                                .formatted(line));
            }
            reasons.put(parts[0], parts[1]);
        });
        return work.fix(
                new DrawWork.Wish(plan, publicValue.isBlank() ? null : publicValue.strip(), reasons), acting(viewer));
    }

    private DrawWork.Acting acting(Viewer viewer) {
        return new DrawWork.Acting(viewer.name(), clock.now(), clock.today());
    }

    /**
     * Commits to a seed.
     *
     * @param seen the draw as it was seen
     * @param secret the seed
     * @param viewer who commits
     * @throws IllegalArgumentException if that may not be
     */
    public void commit(StoredDraw seen, String secret, Viewer viewer) {
        work.commit(seen, secret.strip(), acting(viewer));
    }

    /**
     * Draws.
     *
     * @param seen the draw as it was seen
     * @param secret the seed of the commitment
     * @param publicValue the public value
     * @param viewer who draws
     * @throws IllegalArgumentException if that may not be
     */
    public void draw(StoredDraw seen, String secret, String publicValue, Viewer viewer) {
        work.draw(seen, new DrawSeed(secret.strip(), publicValue.strip()), acting(viewer));
    }

    /**
     * Publishes a draw.
     *
     * @param seen the draw as it was seen
     * @param viewer who decides
     * @throws IllegalArgumentException if that may not be
     */
    public void publish(StoredDraw seen, Viewer viewer) {
        draws.publish(seen, viewer.name(), clock.now());
    }

    /**
     * Gives a draw up.
     *
     * @param seen the draw as it was seen
     * @param reason why
     * @param viewer who decides
     * @throws IllegalArgumentException if that may not be
     */
    public void withdraw(StoredDraw seen, String reason, Viewer viewer) {
        if (reason.isBlank() || reason.length() > 2000) {
            throw new IllegalArgumentException(
                    "The reason is blank or too long.%nMaybe say it in a sentence.".formatted());
        }
        draws.withdraw(seen, reason.strip(), viewer.name(), clock.now());
    }
}
