package dev.assay.api.following;

import dev.assay.api.access.Viewer;
import dev.assay.api.problem.BadParameter;
import dev.assay.batch.publish.ChangeLine;
import dev.assay.core.publication.Chain;
import dev.assay.store.publication.ChainHead;
import dev.assay.store.publication.ChangeLog;
import dev.assay.store.publication.LoggedChange;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The log of changes. */
@RestController
@RequestMapping("/v1/changes")
@Tag(
        name = "following",
        description =
                "Following what is published: a full file, the changes since, and the keys that sign. Each visibility has a chain of its own.")
class ChangeApi {

    static final String LINES = "application/x-ndjson";

    private final ChangeLog log;
    private final HeadWatch watch;
    private final Deliveries deliveries;

    ChangeApi(ChangeLog log, HeadWatch watch, Deliveries deliveries) {
        this.log = log;
        this.watch = watch;
        this.deliveries = deliveries;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The changes after a number; waits for the next one if asked to")
    DeferredResult<ChangePageView> changes(
            @ParameterObject ChangeQuery query, @Parameter(hidden = true) Viewer viewer) {
        Chain chain = FollowedChains.get(query.chainCode(), viewer);
        return answer(chain, query, page -> view(chain, query, delivered(viewer, chain, page)));
    }

    @GetMapping(produces = LINES)
    @Operation(
            summary =
                    "The same as lines, one change each, byte for byte as `assay verify` reads them; without the head and the next address")
    DeferredResult<String> lines(@ParameterObject ChangeQuery query, @Parameter(hidden = true) Viewer viewer) {
        Chain chain = FollowedChains.get(query.chainCode(), viewer);
        return answer(
                chain,
                query,
                page -> delivered(viewer, chain, page).stream()
                        .map(logged -> ChangeLine.write(logged) + "\n")
                        .collect(Collectors.joining()));
    }

    private List<LoggedChange> delivered(Viewer viewer, Chain chain, List<LoggedChange> page) {
        if (!page.isEmpty()) {
            deliveries.note(viewer, chain, page.getLast().change().number());
        }
        return page;
    }

    private <T> DeferredResult<T> answer(Chain chain, ChangeQuery query, Function<List<LoggedChange>, T> shape) {
        int limit = query.rows();
        int seconds = query.seconds();
        DeferredResult<T> result = new DeferredResult<>(TimeUnit.SECONDS.toMillis(seconds + 1L));
        List<LoggedChange> page = log.after(chain, query.number(), limit);
        if (page.isEmpty()) {
            requireReached(chain, query.number());
        }
        if (!page.isEmpty() || seconds == 0) {
            result.setResult(shape.apply(page));
            return result;
        }
        Runnable read = () -> {
            try {
                result.setResult(shape.apply(log.after(chain, query.number(), limit)));
            } catch (RuntimeException e) {
                result.setErrorResult(e);
            }
        };
        Runnable end = watch.await(chain, query.number(), read);
        if (end == null) {
            result.setResult(shape.apply(page));
            return result;
        }
        result.onTimeout(read);
        result.onCompletion(end);
        return result;
    }

    /** Who is further than the chain followed another one: of another installation, or from before a backup was brought back. */
    private void requireReached(Chain chain, long number) {
        long end = log.head(chain).end().number();
        if (number > end) {
            throw new BadParameter(
                    "after",
                    "The chain (%s) ends at %d, before (%d).%nMaybe begin again with a full file; and tell the authority, for a chain never becomes shorter."
                            .formatted(chain.code(), end, number));
        }
    }

    private ChangePageView view(Chain chain, ChangeQuery query, List<LoggedChange> page) {
        ChainHead head = log.head(chain);
        long last = page.isEmpty() ? query.number() : page.getLast().change().number();
        return new ChangePageView(
                chain.code(),
                page.stream().map(ChangeView::of).toList(),
                ChainHeadView.of(head),
                last < head.end().number()
                        ? "/v1/changes?chain=%s&after=%d&limit=%d".formatted(chain.code(), last, query.rows())
                        : null);
    }
}
