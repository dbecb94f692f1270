/** The import job: a feed's file becomes facts. The README beside this file tells its steps. */
@NullMarked
package dev.assay.batch.intake;

import org.jspecify.annotations.NullMarked;
