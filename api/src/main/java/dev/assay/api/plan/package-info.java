/** The year's plans as persons work with them: made, approved by another person, put in force, handed out from, planned again. */
@NullMarked
package dev.assay.api.plan;

import org.jspecify.annotations.NullMarked;
