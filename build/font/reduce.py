#!/usr/bin/env python3
"""Makes api/src/main/resources/fonts/NotoSansCJKsc-GBK.otf from Noto Sans CJK (fonttools needed): reduce.py NotoSansCJK-Regular.ttc OUT.otf

The characters of GBK and some Latin ones are kept, without hints and layout features. The glyphs are then numbered anew: whoever embeds
a CID font by glyph number (OpenPDF does) needs the number of each glyph to be its CID, or Chinese text stays blank.
"""
import sys

from fontTools import subset
from fontTools.ttLib import TTCollection

keep = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180)) | {0x2014, 0x2026, 0x2018, 0x2019, 0x201C, 0x201D, 0x3007}
for high in range(0x81, 0xFF):
    for low in range(0x40, 0xFF):
        try:
            keep.add(ord(bytes([high, low]).decode("gbk")))
        except (UnicodeDecodeError, TypeError):
            pass

options = subset.Options(hinting=False, layout_features=[], name_IDs=["*"])
options.drop_tables += ["vhea", "vmtx", "VORG", "GSUB", "GPOS", "BASE"]
font = TTCollection(sys.argv[1]).fonts[2]  # Simplified Chinese
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=keep)
subsetter.subset(font)

order = font.getGlyphOrder()
new = {name: ".notdef" if i == 0 else "cid%05d" % i for i, name in enumerate(order)}
top = font["CFF "].cff[0]
strings = top.CharStrings
for table in font["cmap"].tables:
    table.cmap = {code: new[name] for code, name in table.cmap.items()}
font["hmtx"].metrics = {new[name]: metric for name, metric in font["hmtx"].metrics.items()}
top.charset = [new[name] for name in top.charset]
strings.charStrings = {new[name]: value for name, value in strings.charStrings.items()}
font.setGlyphOrder([new[name] for name in order])
font.save(sys.argv[2])
