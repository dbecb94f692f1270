/** What a reader gets instead of an answer: problem details (RFC 9457) from the API, a page from the console. */
@NullMarked
package dev.assay.api.problem;

import org.jspecify.annotations.NullMarked;
