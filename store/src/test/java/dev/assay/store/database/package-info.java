@NullMarked
package dev.assay.store.database;

import org.jspecify.annotations.NullMarked;
