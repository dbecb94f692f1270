/** Facts that a regulator enters, corrects and withdraws. */
@NullMarked
package dev.assay.api.byhand;

import org.jspecify.annotations.NullMarked;
