/** What ran: the executions of the batch jobs and the rating runs. */
@NullMarked
package dev.assay.store.job;

import org.jspecify.annotations.NullMarked;
