/** How others follow what is published: changes, full files, and the keys that sign them. docs/following.md tells it to the byte. */
@NullMarked
package dev.assay.api.following;

import org.jspecify.annotations.NullMarked;
