package dev.assay.api.following;

import dev.assay.batch.signing.SigningKeys;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The authority's public keys. */
@RestController
@Tag(name = "following")
class KeyApi {

    private final SigningKeys keys;

    KeyApi(SigningKeys keys) {
        this.keys = keys;
    }

    @GetMapping("/v1/keys")
    @Operation(summary = "The public keys that sign full files, those that are not in use any more too")
    SigningKeyListView keys() {
        return new SigningKeyListView(
                keys.all().stream().map(SigningKeyView::of).toList());
    }
}
