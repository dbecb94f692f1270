/** What a monitoring system scrapes besides the figures of the process: how the jobs and feeds stand. */
@NullMarked
package dev.assay.api.monitoring;

import org.jspecify.annotations.NullMarked;
