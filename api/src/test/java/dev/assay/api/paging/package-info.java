@NullMarked
package dev.assay.api.paging;

import org.jspecify.annotations.NullMarked;
