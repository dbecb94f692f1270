@NullMarked
package dev.assay.api.signon;

import org.jspecify.annotations.NullMarked;
