package codesets

import "sort"

// blocks finds the codes that begin with a prefix, and keeps the characters of all codes.
//
// Official order keeps the codes of every prefix together: they are a block, known by the position of its first code
// and the one behind its last. The way to the block of a prefix leads from block to smaller block, one for each character:
// every large block has a row in a table, and in it stands which block each further character leads to. A small block has
// no row. What is asked beyond it is found by passing through its codes, smallBlock at most, which takes no
// longer than another two steps in tables would, and keeps most blocks out of the tables.
//
// Nothing here relies on the order of codes within a block, so that S060XA may stand before S060X9 as it does in the book.
type blocks struct {
	levels []level // the blocks of prefixes of 1, 2, … characters, up to the length of the longest code
	// rests are the codes in official order, without their first three characters: see restOf.
	rests      []uint32
	categories []category
}

// smallBlock is the most codes that a small block holds: the 5 low bits of level.small. Of 8 to 32 it
// is the number that keeps the index of a full release below 6 bytes a code.
const smallBlock = 24

// alwaysLarge is how long prefixes are whose blocks have a row whatever their size: passing through compares
// rests only, so the first three characters must be found in tables.
const alwaysLarge = 2

// level is the blocks of prefixes of one length. They are numbered from 1, the large ones first.
type level struct {
	// symbols numbers the characters that lead to a block of this level, from 1; it is 0 for all others.
	symbols [256]uint8
	// width is the length of a row: the number of symbols, and one for the symbol 0.
	width int
	// next holds a row for each large block of the level above: by symbol, the number of the block it leads to, or 0.
	next []uint16
	// large has the blocks with a row in the level below, by number. Number 0 is no block.
	large []span
	// small has the blocks without, by number less len(large): the first position, shifted by 5, and the size.
	small []uint32
}

// span is the positions from lo up to but not including hi.
type span struct{ lo, hi int32 }

// category is where the codes of three first characters begin.
type category struct {
	first int32
	chars [categoryChars]byte
}

// A code has three characters for its category and up to four more.
const (
	categoryChars = 3
	codeChars     = 7
)

// find returns the block of a prefix, empty when no code begins with it.
func (b *blocks) find(prefix string) (lo, hi int) {
	if len(prefix) > len(b.levels) {
		return 0, 0
	}
	lo, hi = 0, len(b.rests)
	levels := b.levels[:len(prefix)]
	at := 0
	for depth := range levels {
		l := &levels[depth]
		at = int(l.next[at*l.width+int(l.symbols[prefix[depth]])])
		if at >= len(l.large) {
			small := int(l.small[at-len(l.large)])
			lo, hi = small>>5, small>>5+small&31
			if depth < len(levels)-1 {
				return b.passThrough(lo, hi, prefix)
			}
			return lo, hi
		}
		if at == 0 {
			return 0, 0
		}
	}
	if len(levels) > 0 {
		whole := levels[len(levels)-1].large[at]
		lo, hi = int(whole.lo), int(whole.hi)
	}
	return lo, hi
}

// passThrough finds a prefix of more than three characters among the codes of a block whose first three it shares.
func (b *blocks) passThrough(lo, hi int, prefix string) (int, int) {
	wanted := restOf(prefix)
	rests := b.rests[lo:hi]
	if len(prefix) == codeChars {
		for i, rest := range rests {
			if rest == wanted {
				return lo + i, lo + i + 1
			}
		}
		return 0, 0
	}
	// What is shifted out is what the prefix leaves open.
	open := uint(8*(codeChars-len(prefix))) & 31
	wanted >>= open
	for i, rest := range rests {
		if rest>>open == wanted {
			end := i + 1
			for end < len(rests) && rests[end]>>open == wanted {
				end++
			}
			return lo + i, lo + end
		}
	}
	return 0, 0
}

// restOf packs the characters of a code after the third, the first of them highest and nothing as 0.
func restOf(code string) uint32 {
	if len(code) == codeChars {
		return uint32(code[3])<<24 | uint32(code[4])<<16 | uint32(code[5])<<8 | uint32(code[6])
	}
	rest := uint32(0)
	for i := categoryChars; i < len(code); i++ {
		rest |= uint32(code[i]) << (24 - 8*(i-categoryChars))
	}
	return rest
}

// at returns the characters of the code at a position and how many there are.
func (b *blocks) at(i int) (code [codeChars]byte, n int) {
	n = copy(code[:], b.categories[b.category(i)].chars[:])
	for rest := b.rests[i]; rest != 0; rest <<= 8 {
		code[n] = byte(rest >> 24)
		n++
	}
	return code, n
}

// category returns the number of the category of the code at a position.
func (b *blocks) category(i int) int {
	return sort.Search(len(b.categories), func(c int) bool { return int(b.categories[c].first) > i }) - 1
}

// code returns the code at a position.
func (b *blocks) code(i int) string {
	chars, n := b.at(i)
	return string(chars[:n])
}

// exact returns the position of a code. It is the first of its block, if it is there.
func (b *blocks) exact(code string) (int, bool) {
	lo, hi := b.find(code)
	if lo == hi || len(code) < categoryChars || b.rests[lo] != restOf(code) {
		return -1, false
	}
	return lo, true
}
