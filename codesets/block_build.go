package codesets

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
)

// arrange makes the blocks of codes. It reports inOrder as false when the codes are not in blocks, each header before what
// hangs under it and none twice (see gather); those of all releases seen so far are.
func (b *blocks) arrange(keys []blockKey, pause func() error) (inOrder bool, err error) {
	if err := b.keepCodes(keys, pause); err != nil {
		return false, err
	}
	above := []span{{0, int32(len(keys))}}
	for depth := range b.levels {
		l := &b.levels[depth]
		runs, ok := splitAll(keys, above, depth)
		if !ok || !l.fill(runs, len(above)) {
			return false, nil
		}
		if n := len(l.large) + len(l.small); n > 1<<16 {
			return false, fmt.Errorf("%d beginnings of %d characters; no code system has so many", n-1, depth+1)
		}
		above = l.large
		if err := pause(); err != nil {
			return false, err
		}
	}
	return true, nil
}

// keepCodes keeps rests and categories, and makes room for a level for each character.
func (b *blocks) keepCodes(keys []blockKey, pause func() error) error {
	b.rests = make([]uint32, len(keys))
	b.categories = nil
	var all blockKey
	for i, key := range keys {
		all |= key
		b.rests[i] = key.rest()
		if i == 0 || key.shared(keys[i-1]) < categoryChars {
			b.categories = append(b.categories, category{int32(i), [categoryChars]byte{key.char(0), key.char(1), key.char(2)}})
		}
		if i%buildStep == 0 {
			if err := pause(); err != nil {
				return err
			}
		}
	}
	b.categories = slices.Clip(b.categories)
	b.levels = make([]level, all.len())
	return nil
}

// isNormal tells codes as they are kept, all that can be asked of them in every system.
func isNormal(code string) bool {
	for i := range len(code) {
		if !isNormalChar(code[i]) {
			return false
		}
	}
	return len(code) >= categoryChars && len(code) <= codeChars
}

func isNormalChar(c byte) bool { return c-'0' <= '9'-'0' || c-'A' <= 'Z'-'A' }

// blockKey is the characters of a code, the first highest: keys compare as codes do in ASCII order.
type blockKey uint64

func keyOf(code string) blockKey {
	key := blockKey(0)
	for i := range len(code) {
		key |= blockKey(code[i]) << (56 - 8*i)
	}
	return key
}

// String returns the characters.
func (k blockKey) String() string {
	var code [codeChars]byte
	n := k.len()
	for place := range n {
		code[place] = k.char(place)
	}
	return string(code[:n])
}

// char is the character at a place, counted from 0, and 0 behind the last.
func (k blockKey) char(place int) byte { return byte(k >> (56 - 8*place)) }

// len is how many characters there are.
func (k blockKey) len() int { return codeChars - (bits.TrailingZeros64(uint64(k))-8)/8 }

// rest packs the characters after the third as restOf does.
func (k blockKey) rest() uint32 { return uint32(k >> 8) }

// beginning is the first n characters.
func (k blockKey) beginning(n int) blockKey { return k &^ (1<<(64-8*n) - 1) }

// shared is how many characters two keys have in common at their beginning.
func (k blockKey) shared(other blockKey) int {
	return min(bits.LeadingZeros64(uint64(k^other))/8, codeChars)
}

// run is a block as it is found: the one that a character leads to from a row.
type run struct {
	span
	row   int
	char  byte
	large bool
}

// splitAll splits the large blocks of one level into those of the next by the character at depth. Rows of levels below
// the first are numbered from 1, since block 0 is none.
func splitAll(keys []blockKey, above []span, depth int) (runs []run, ok bool) {
	for row, block := range above {
		lo := int(block.lo)
		if depth > 0 && row > 0 && keys[lo].char(depth) == 0 {
			lo++ // the header that is the whole prefix
		}
		for lo < int(block.hi) {
			r := run{span: span{lo: int32(lo)}, row: row, char: keys[lo].char(depth)}
			for lo < int(block.hi) && keys[lo].char(depth) == r.char {
				lo++
			}
			r.hi = int32(lo)
			r.large = depth < alwaysLarge || r.hi-r.lo > smallBlock
			if r.char == 0 || !r.large && !inBlocks(keys[r.lo:r.hi]) {
				return nil, false
			}
			runs = append(runs, r)
		}
	}
	return runs, true
}

// inBlocks tells whether the few codes of a small block are in blocks themselves, a header first and none twice. Those
// that ascend are, and most do.
func inBlocks(keys []blockKey) bool {
	for i := 1; i < len(keys); i++ {
		if keys[i] <= keys[i-1] {
			return inBlocksAnyOrder(keys)
		}
	}
	return true
}

// inBlocksAnyOrder compares all pairs: a code must share no more with any than with its neighbour, or
// something else stands inside their block.
func inBlocksAnyOrder(keys []blockKey) bool {
	for i := 1; i < len(keys); i++ {
		shared := keys[i].shared(keys[i-1])
		if keys[i].char(shared) == 0 {
			return false // it is the header of the one before, or the same
		}
		for _, earlier := range keys[:i-1] {
			if keys[i].shared(earlier) > shared {
				return false
			}
		}
	}
	return true
}

// fill numbers the blocks of a level, large ones first, and fills its table. It reports false when a character leads
// from a row to two blocks.
func (l *level) fill(runs []run, rows int) bool {
	*l = level{width: 1}
	large := 1
	for _, r := range runs {
		if l.symbols[r.char] == 0 {
			l.symbols[r.char] = uint8(l.width)
			l.width++
		}
		if r.large {
			large++
		}
	}
	l.large = append(make([]span, 0, large), span{})
	l.small = make([]uint32, 0, len(runs)+1-large)
	l.next = make([]uint16, rows*l.width)
	for _, r := range runs {
		number := len(l.large)
		if r.large {
			l.large = append(l.large, r.span)
		} else {
			number = large + len(l.small)
			l.small = append(l.small, uint32(r.lo)<<5|uint32(r.hi-r.lo))
		}
		cell := &l.next[r.row*l.width+int(l.symbols[r.char])]
		if *cell != 0 {
			return false
		}
		*cell = uint16(number)
	}
	return true
}

// gather puts codes that are not in blocks into blocks: the codes of a prefix where the first of them stands, a header
// before what hangs under it, and otherwise as they were. It fails when a code stands twice.
func gather(codes *Codes, system System) (*Codes, error) {
	all := codes.slice()
	first := make(map[string]int, 2*len(all)) // of each prefix
	row := make(map[string]int, len(all))
	for i, c := range all {
		if before, twice := row[c.Code]; twice {
			return nil, fmt.Errorf("%s stands twice, in row %d and row %d; keep one of them", system.Format(c.Code), before+1, i+1)
		}
		row[c.Code] = i
		for n := 1; n <= len(c.Code); n++ {
			if _, met := first[c.Code[:n]]; !met {
				first[c.Code[:n]] = i
			}
		}
	}
	slices.SortFunc(all, func(a, b Code) int {
		for n := 1; n <= min(len(a.Code), len(b.Code)); n++ {
			if order := cmp.Compare(first[a.Code[:n]], first[b.Code[:n]]); order != 0 {
				return order
			}
		}
		return cmp.Compare(len(a.Code), len(b.Code))
	})
	return CodesOf(all), nil
}
