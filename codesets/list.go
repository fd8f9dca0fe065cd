package codesets

import (
	"encoding/binary"
	"slices"
)

// lists keeps many short lists of small numbers in few bytes: a list is its length and then its numbers, all written as
// varints (numbers below 128 take one byte, below 16,384 two), one list behind the other. Where every
// eighth begins is noted; the way to the others leads past those before.
type lists struct {
	data   []byte
	starts []uint32
	n      int
}

const listsPerStart = 8

// add appends a list.
func (l *lists) add(numbers []uint32) {
	if l.n%listsPerStart == 0 {
		l.starts = append(l.starts, uint32(len(l.data)))
	}
	l.n++
	data := binary.AppendUvarint(l.data, uint64(len(numbers)))
	for _, number := range numbers {
		if number < 0x80 {
			data = append(data, byte(number))
		} else {
			data = binary.AppendUvarint(data, uint64(number))
		}
	}
	l.data = data
}

// grow makes room for n lists of size bytes in all.
func (l *lists) grow(n, size int) {
	l.starts = slices.Grow(l.starts, (n+listsPerStart-1)/listsPerStart)
	l.data = slices.Grow(l.data, size)
}

// at returns list i, to be read.
func (l *lists) at(i int) list {
	read := list{data: l.data[l.starts[i/listsPerStart]:]}
	for range i % listsPerStart {
		read.skip()
	}
	read.open()
	return read
}

// list is a list being read.
type list struct {
	data []byte
	left int // numbers not read yet
}

func (l *list) open() { l.left = int(l.number()) }

func (l *list) skip() {
	for left := l.number(); left > 0; {
		if l.data[0] < 0x80 {
			left-- // the last byte of a number
		}
		l.data = l.data[1:]
	}
}

// number reads a varint.
func (l *list) number() uint32 {
	if first := l.data[0]; first < 0x80 {
		l.data = l.data[1:]
		return uint32(first)
	}
	number, size := binary.Uvarint(l.data)
	l.data = l.data[size:]
	return uint32(number)
}

// next returns the next number; ok is false behind the last.
func (l *list) next() (number uint32, ok bool) {
	if l.left == 0 {
		return 0, false
	}
	l.left--
	return l.number(), true
}

// texts keeps many short texts, by number, one behind the other.
type texts struct {
	data   []byte
	starts []uint32 // and the end of the last
}

func (t *texts) add(text string) {
	if len(t.starts) == 0 {
		t.starts = append(t.starts, 0)
	}
	t.data = append(t.data, text...)
	t.starts = append(t.starts, uint32(len(t.data)))
}

func (t *texts) at(i int) []byte { return t.data[t.starts[i]:t.starts[i+1]] }

func (t *texts) len() int { return max(0, len(t.starts)-1) }
