/** Who may do what, decided here and nowhere else: the routes and their audiences, logins, and which models a viewer may read. */
@NullMarked
package dev.assay.api.access;

import org.jspecify.annotations.NullMarked;
