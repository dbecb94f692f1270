@NullMarked
package dev.assay.model.config;

import org.jspecify.annotations.NullMarked;
