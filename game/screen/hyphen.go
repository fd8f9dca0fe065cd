package screen

import (
	"encoding/binary"
	"slices"
)

// withHyphen returns a Go font whose hyphen is one. The fonts draw U+002D as wide as a minus sign, for
// programs; a proper hyphen, half as wide, stands at U+00AD, which a text shaper does not show. Here
// "ICD-10-CM" is read all day, so the outline and the width of the one replace those of the other. A font that is not laid
// out as expected comes back as it is. (Tables and their fields: OpenType 1.9, cmap to hmtx.)
func withHyphen(ttf []byte, minus, hyphen int) []byte {
	head, loca, glyf, hmtx := table(ttf, "head"), table(ttf, "loca"), table(ttf, "glyf"), table(ttf, "hmtx")
	if len(head) < 54 || len(hmtx) < 4*(max(minus, hyphen)+1) {
		return ttf
	}
	long := binary.BigEndian.Uint16(head[50:]) == 1
	from, to := outline(loca, glyf, long, hyphen), outline(loca, glyf, long, minus)
	if len(from) == 0 || len(from) > len(to) {
		return ttf
	}
	narrow := slices.Clone(ttf)
	copy(outline(table(narrow, "loca"), table(narrow, "glyf"), long, minus), from)
	widths := table(narrow, "hmtx")
	copy(widths[4*minus:4*minus+4], widths[4*hyphen:4*hyphen+4])
	return narrow
}

// table returns a table of a font, or nil.
func table(ttf []byte, tag string) []byte {
	if len(ttf) < 12 {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		entry := 12 + 16*i
		if len(ttf) < entry+16 {
			return nil
		}
		if string(ttf[entry:entry+4]) == tag {
			at, size := binary.BigEndian.Uint32(ttf[entry+8:]), binary.BigEndian.Uint32(ttf[entry+12:])
			if uint64(at)+uint64(size) > uint64(len(ttf)) {
				return nil
			}
			return ttf[at : at+size]
		}
	}
	return nil
}

// outline returns the bytes of a glyph, or nil.
func outline(loca, glyf []byte, long bool, glyph int) []byte {
	var at, end uint32
	switch {
	case long && len(loca) >= 4*(glyph+2):
		at, end = binary.BigEndian.Uint32(loca[4*glyph:]), binary.BigEndian.Uint32(loca[4*glyph+4:])
	case !long && len(loca) >= 2*(glyph+2):
		at, end = 2*uint32(binary.BigEndian.Uint16(loca[2*glyph:])), 2*uint32(binary.BigEndian.Uint16(loca[2*glyph+2:]))
	}
	if at > end || uint64(end) > uint64(len(glyf)) {
		return nil
	}
	return glyf[at:end]
}
