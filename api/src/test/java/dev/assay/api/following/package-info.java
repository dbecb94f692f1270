@NullMarked
package dev.assay.api.following;

import org.jspecify.annotations.NullMarked;
