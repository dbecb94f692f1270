/**
 * Reading the files of feeds: what a file is, its header, its rows. Every reader answers with what it could read and with what it
 * could not; a file that cannot be used at all is refused before anything of it is taken.
 */
@NullMarked
package dev.assay.batch.reading;

import org.jspecify.annotations.NullMarked;
