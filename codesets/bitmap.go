package codesets

import "math/bits"

// bitmap is a set of small numbers, a bit for each that may be in it.
type bitmap []uint64

func newBitmap(size int) bitmap { return make(bitmap, (size+63)/64) }

func (b bitmap) add(i int) { b[i>>6] |= 1 << (i & 63) }

func (b bitmap) remove(i int) { b[i>>6] &^= 1 << (i & 63) }

func (b bitmap) has(i int) bool { return b[i>>6]&(1<<(i&63)) != 0 }

// or adds the members of c, which is as long as b.
func (b bitmap) or(c bitmap) {
	c = c[:len(b)]
	for i := range b {
		b[i] |= c[i]
	}
}

// and keeps the members that c, which is as long as b, has too, and reports whether there are any.
func (b bitmap) and(c bitmap) (any bool) {
	c = c[:len(b)]
	all := uint64(0)
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

func (b bitmap) count() int {
	n := 0
	for _, word := range b {
		n += bits.OnesCount64(word)
	}
	return n
}

// addGaps adds ascending numbers, each written as a varint of how far it is from the one before, the first from -1.
func (b bitmap) addGaps(gaps []byte) {
	at := -1
	for i := 0; i < len(gaps); i++ {
		gap := int(gaps[i])
		for shift := 7; gaps[i] >= 0x80; shift += 7 {
			i++
			gap = gap&(1<<shift-1) | int(gaps[i])<<shift
		}
		at += gap
		b[at>>6] |= 1 << (at & 63)
	}
}
