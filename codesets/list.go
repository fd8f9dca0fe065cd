package codesets

import "slices"

// lists keeps many short lists of numbers, by number: the lists one behind the other, the size of each, and where every
// eighth begins. So a number takes two bytes, and four where any is above 16 bits.
type lists struct {
	wideNumbers
	sizes  []uint8
	starts []uint32
}

// wideNumbers are numbers in two bytes each, or in four where any needs them.
type wideNumbers struct {
	numbers []uint16
	highs   []uint16 // what is above 16 bits of each number; nil while nothing is
}

// mostInList is how many numbers a list may have.
const mostInList = 255

const listsPerStart = 8

// newLists makes room for n lists of so many numbers in all; wide tells that some are above 16 bits.
func newLists(n, numbers int, wide bool) lists {
	l := lists{sizes: make([]uint8, 0, n), starts: make([]uint32, 0, (n+listsPerStart-1)/listsPerStart)}
	l.numbers = make([]uint16, 0, numbers)
	if wide {
		l.highs = make([]uint16, 0, numbers)
	}
	return l
}

// add appends a list.
func (l *lists) add(numbers []uint32) {
	for _, number := range numbers {
		l.append(number)
	}
	l.end(len(numbers))
}

// append adds a number to the list that is not ended yet.
func (l *lists) append(number uint32) {
	if number >= 1<<16 && l.highs == nil {
		l.highs = make([]uint16, len(l.numbers), cap(l.numbers))
	}
	l.numbers = append(l.numbers, uint16(number))
	if l.highs != nil {
		l.highs = append(l.highs, uint16(number>>16))
	}
}

// again adds numbers that were added before.
func (l *lists) again(lo, hi int) {
	// Appending a slice would write a pointer, which the collector would have to be told of.
	at := len(l.numbers)
	if at+hi-lo > cap(l.numbers) {
		l.numbers = slices.Grow(l.numbers, hi-lo)
	}
	l.numbers = l.numbers[:at+hi-lo]
	copy(l.numbers[at:], l.numbers[lo:hi])
	if l.highs != nil {
		l.highs = append(l.highs, l.highs[lo:hi]...)
	}
}

// end ends a list, of the size numbers that were added last.
func (l *lists) end(size int) { l.cut(len(l.numbers)-size, size) }

// cut makes a list of the size numbers at a place, which come behind those of the other lists.
func (l *lists) cut(at, size int) {
	if len(l.sizes)%listsPerStart == 0 {
		l.starts = append(l.starts, uint32(at))
	}
	l.sizes = append(l.sizes, uint8(size))
}

// len is the number of lists.
func (l *lists) len() int { return len(l.sizes) }

// at returns where the numbers of list i are.
func (l *lists) at(i int) (lo, hi int) {
	first := i &^ (listsPerStart - 1)
	lo = int(l.starts[i/listsPerStart])
	for _, size := range l.sizes[first:i] {
		lo += int(size)
	}
	return lo, lo + int(l.sizes[i])
}

// begins returns where each list begins.
func (l *lists) begins() []uint32 {
	begins := make([]uint32, len(l.sizes))
	at := uint32(0)
	for i, size := range l.sizes {
		begins[i] = at
		at += uint32(size)
	}
	return begins
}

// trim gives up spare room.
func (l *lists) trim() {
	l.sizes, l.numbers, l.starts = slices.Clone(l.sizes), slices.Clone(l.numbers), slices.Clone(l.starts)
	l.highs = slices.Clone(l.highs)
}

// number returns the number at a place.
func (l *wideNumbers) number(at int) uint32 {
	if l.highs != nil {
		return uint32(l.highs[at])<<16 | uint32(l.numbers[at])
	}
	return uint32(l.numbers[at])
}

// set replaces the number at a place by one that is no wider than what room was made for.
func (l *wideNumbers) set(at int, number uint32) {
	l.numbers[at] = uint16(number)
	if l.highs != nil {
		l.highs[at] = uint16(number >> 16)
	}
}

// collection keeps lists of numbers by number while a set is built. Numbers may be left out, and their lists are empty.
type collection struct {
	numbers []uint32
	lists   []span
	ended   int32
}

// grow makes room for n lists of so many numbers in all.
func (c *collection) grow(n, numbers int) {
	c.lists, c.numbers = slices.Grow(c.lists, n), slices.Grow(c.numbers, numbers)
}

// append adds a number to the list that is not ended yet.
func (c *collection) append(number uint32) { c.numbers = append(c.numbers, number) }

// end makes what was appended list i.
func (c *collection) end(i uint32) {
	for len(c.lists) <= int(i) {
		c.lists = append(c.lists, span{})
	}
	c.lists[i] = span{c.ended, int32(len(c.numbers))}
	c.ended = int32(len(c.numbers))
}

func (c *collection) at(i uint32) []uint32 { return c.numbers[c.lists[i].lo:c.lists[i].hi] }

// texts keeps many short texts, by number, one behind the other.
type texts struct {
	data   []byte
	starts []uint32 // and the end of the last
}

func (t *texts) add(text string) {
	if len(t.starts) == 0 {
		t.starts = append(t.starts, 0)
	}
	if cap(t.data)-len(t.data) < len(text) {
		t.data = slices.Grow(t.data, len(t.data)+len(text)) // doubled, where append would add a quarter
	}
	t.data = append(t.data, text...)
	t.starts = append(t.starts, uint32(len(t.data)))
}

// trim gives up spare room.
func (t *texts) trim() { t.data, t.starts = slices.Clone(t.data), slices.Clone(t.starts) }

func (t *texts) at(i int) []byte { return t.data[t.starts[i]:t.starts[i+1]] }

func (t *texts) len() int { return max(0, len(t.starts)-1) }
