/** What the API promises to programs: its description. */
@NullMarked
package dev.assay.api.contract;

import org.jspecify.annotations.NullMarked;
