/** The sign-on of an authority's own people at the authority's issuer (OpenID Connect): its settings, the issuer, and whose account it is. */
@NullMarked
package dev.assay.api.signon;

import org.jspecify.annotations.NullMarked;
