/** Which days are working days, from {@code config/calendars}. */
@NullMarked
package dev.assay.model.calendar;

import org.jspecify.annotations.NullMarked;
