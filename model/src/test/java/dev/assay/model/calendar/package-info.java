@NullMarked
package dev.assay.model.calendar;

import org.jspecify.annotations.NullMarked;
