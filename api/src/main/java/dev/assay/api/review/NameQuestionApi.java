package dev.assay.api.review;

import dev.assay.api.access.Viewer;
import dev.assay.api.paging.Cursor;
import dev.assay.api.paging.NextPage;
import dev.assay.api.paging.Slice;
import dev.assay.api.problem.BadParameter;
import dev.assay.api.review.NameReview.Outcome;
import dev.assay.store.review.NameQuestion;
import dev.assay.store.review.NameQuestions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Questions whose record it is, and their answers. */
@RestController
@RequestMapping("/v1/name-questions")
@Tag(name = "name-questions", description = "Whose record is it? What the resolver leaves to a person.")
class NameQuestionApi {

    private final NameQuestions questions;
    private final NameReview review;

    NameQuestionApi(NameQuestions questions, NameReview review) {
        this.questions = questions;
        this.review = review;
    }

    /** An answer as it is sent. */
    record AnswerBody(
            @Schema(description = "BUSINESS, NEW or OUT") @Nullable
            String answer,

            @Schema(description = "The business, SCHEME:VALUE, with BUSINESS") @Nullable
            String business,

            @Schema(description = "Why; at most 2000 characters") @Nullable
            String reason) {}

    /** An undoing as it is sent. */
    record UndoBody(
            @Schema(description = "Why; at most 2000 characters") @Nullable
            String reason) {}

    @GetMapping
    @Operation(summary = "Questions, page by page: those that wait, or those that are answered")
    NameQuestionPageView page(
            @Parameter(description = "false for those that are answered") @RequestParam(defaultValue = "true")
                    boolean open,
            @Parameter(description = "Id of a feed; all without it") @RequestParam(required = false) @Nullable
                    String feed,
            @ParameterObject Slice slice) {
        String cursor = slice.cursor();
        long after = cursor == null ? 0 : Cursor.parse(cursor, 1).number(0);
        Slice.Cut<NameQuestion> page = slice.cut(
                questions.after(open, feed, after, slice.rows() + 1),
                question -> new Cursor(List.of(Long.toString(question.id()))));
        return new NameQuestionPageView(
                page.rows().stream()
                        .map(question -> NameQuestionView.of(question, questions.decisions(question.id())))
                        .toList(),
                page.next(),
                NextPage.address(page.next()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One question with its candidates, their scores part by part, and every answer")
    NameQuestionView question(@PathVariable long id) {
        return view(id);
    }

    private NameQuestionView view(long id) {
        return NameQuestionView.of(review.get(id), questions.decisions(id));
    }

    @PostMapping(path = "/{id}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Answers a question; its records are taken in, or left out")
    NameQuestionView answer(
            @PathVariable long id, @RequestBody AnswerBody body, @Parameter(hidden = true) Viewer viewer) {
        return done(
                id,
                review.answer(
                        id,
                        body.answer() == null ? "" : body.answer(),
                        body.business(),
                        viewer,
                        body.reason() == null ? "" : body.reason()));
    }

    @PostMapping(path = "/{id}/undo", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Undoes the answer that stands; what it brought is closed")
    NameQuestionView undo(@PathVariable long id, @RequestBody UndoBody body, @Parameter(hidden = true) Viewer viewer) {
        return done(id, review.undo(id, viewer, body.reason() == null ? "" : body.reason()));
    }

    private NameQuestionView done(long id, Outcome outcome) {
        return switch (outcome) {
            case DONE -> view(id);
            case NO_SUCH_BUSINESS ->
                throw new BadParameter(
                        "business",
                        "No such business is known.%nMaybe write SCHEME:VALUE, such as uscc:9135….".formatted());
            case REFUSED ->
                throw new BadParameter(
                        "reason",
                        "The answer is not BUSINESS, NEW or OUT, or the reason is blank or longer than 2000 characters.%nMaybe say what was weighed."
                                .formatted());
            case OVERTAKEN, BUSY -> throw new ResponseStatusException(HttpStatus.CONFLICT);
        };
    }
}
