/** What a business can do to better its grade, as configuration says it. */
@NullMarked
package dev.assay.model.remedy;

import org.jspecify.annotations.NullMarked;
