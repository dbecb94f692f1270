/** The random draw of businesses and inspectors 双随机抽查, by an algorithm that docs/draw.md describes to the byte. */
@NullMarked
package dev.assay.core.draw;

import org.jspecify.annotations.NullMarked;
