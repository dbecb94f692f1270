/**
 * What leaves the authority and how others follow it: who may see what, the chain of changes, and a digest of the published set that is
 * kept up to date change by change. docs/following.md tells it to the byte.
 */
@NullMarked
package dev.assay.core.publication;

import org.jspecify.annotations.NullMarked;
