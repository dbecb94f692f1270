/** The daily chain: import, foretell, rate, list, publish. Each link is a job that restarts by itself, so the chain is repeated as a whole. */
@NullMarked
package dev.assay.batch.daily;

import org.jspecify.annotations.NullMarked;
