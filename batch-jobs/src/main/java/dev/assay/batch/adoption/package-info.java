/** Which models rate on a day: those that a person put in force, those that the configuration does, and those on trial. */
@NullMarked
package dev.assay.batch.adoption;

import org.jspecify.annotations.NullMarked;
