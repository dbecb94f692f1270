@NullMarked
package dev.assay.api.account;

import org.jspecify.annotations.NullMarked;
