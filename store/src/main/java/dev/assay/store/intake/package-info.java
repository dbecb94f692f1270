/** Taking files in: runs, staging, and the one transaction that makes a file's facts visible. */
@NullMarked
package dev.assay.store.intake;

import org.jspecify.annotations.NullMarked;
