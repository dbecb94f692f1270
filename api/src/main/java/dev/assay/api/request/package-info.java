/** What businesses ask for: credit repair, objections, replies; by the business itself, or taken down by the authority. */
@NullMarked
package dev.assay.api.request;

import org.jspecify.annotations.NullMarked;
