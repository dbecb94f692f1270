/** How accounts come to be: the codes with which businesses make logins of their own. */
@NullMarked
package dev.assay.api.account;

import org.jspecify.annotations.NullMarked;
