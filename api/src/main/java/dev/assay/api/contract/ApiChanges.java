package dev.assay.api.contract;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What has changed in the API, for those who wrote programs for it: docs/api-changes.md as it is. */
@RestController
class ApiChanges {

    @GetMapping(path = "/api-changes", produces = MediaType.TEXT_MARKDOWN_VALUE + ";charset=UTF-8")
    ResponseEntity<Resource> changes() {
        return ResponseEntity.ok(new ClassPathResource("assay-docs/api-changes.md"));
    }
}
