package codesets

import "math/bits"

// bitmap is a set of small numbers, a bit for each that may be in it.
type bitmap []uint64

func newBitmap(size int) bitmap { return make(bitmap, (size+63)/64) }

func (b bitmap) add(i int) { b[i>>6] |= 1 << (i & 63) }

func (b bitmap) remove(i int) { b[i>>6] &^= 1 << (i & 63) }

func (b bitmap) has(i int) bool { return b[i>>6]&(1<<(i&63)) != 0 }

// What goes through whole bitmaps goes four words at a time: a step of a loop takes WebAssembly as long as several words.

// or adds the members of c, which is as long as b.
func (b bitmap) or(c bitmap) {
	for len(b) >= 4 && len(c) >= 4 {
		b[0], b[1], b[2], b[3] = b[0]|c[0], b[1]|c[1], b[2]|c[2], b[3]|c[3]
		b, c = b[4:], c[4:]
	}
	for i := range b {
		b[i] |= c[i]
	}
}

// and keeps the members that c, which is as long as b, has too, and reports whether there are any.
func (b bitmap) and(c bitmap) (any bool) {
	all := uint64(0)
	for len(b) >= 4 && len(c) >= 4 {
		b[0], b[1], b[2], b[3] = b[0]&c[0], b[1]&c[1], b[2]&c[2], b[3]&c[3]
		all |= b[0] | b[1] | b[2] | b[3]
		b, c = b[4:], c[4:]
	}
	for i := range b {
		b[i] &= c[i]
		all |= b[i]
	}
	return all != 0
}

// without removes the members that c, which is as long as b, has.
func (b bitmap) without(c bitmap) {
	c = c[:len(b)]
	for i := range b {
		b[i] &^= c[i]
	}
}

// count returns how many members there are.
func (b bitmap) count() int {
	n := 0
	for len(b) >= 4 {
		n += bits.OnesCount64(b[0]) + bits.OnesCount64(b[1]) + bits.OnesCount64(b[2]) + bits.OnesCount64(b[3])
		b = b[4:]
	}
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}

// places appends where the words are that have members.
func (b bitmap) places(to []int32) []int32 {
	at := 0
	for ; at+4 <= len(b); at += 4 {
		if four := b[at : at+4 : at+4]; four[0]|four[1]|four[2]|four[3] == 0 {
			continue
		}
		for i := at; i < at+4; i++ {
			if b[i] != 0 {
				to = append(to, int32(i))
			}
		}
	}
	for ; at < len(b); at++ {
		if b[at] != 0 {
			to = append(to, int32(at))
		}
	}
	return to
}

// addGaps adds ascending numbers, each written as a varint of how far it is from the one before, the first from -1.
func (b bitmap) addGaps(gaps []byte) {
	at, gap, shift := -1, 0, 0
	for _, c := range gaps {
		gap |= int(c&0x7f) << shift
		if c >= 0x80 {
			shift += 7
			continue
		}
		at += gap
		b[at>>6] |= 1 << (at & 63)
		gap, shift = 0, 0
	}
}
