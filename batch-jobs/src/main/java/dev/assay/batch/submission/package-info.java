/** Files in the templates of the double publicity 双公示, ready to be uploaded, each row validated before it leaves. */
@NullMarked
package dev.assay.batch.submission;

import org.jspecify.annotations.NullMarked;
