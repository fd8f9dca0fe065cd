package codesets

import (
	"hash/maphash"
	"math/bits"
)

// textNumbers numbers texts as they come. It is a map from texts to numbers that takes the hash of a text only once, whether it
// is known or new, and in which the collector finds nothing to follow: it holds no pointers but those of the list of texts.
type textNumbers struct {
	texts []string // by number
	// slots has each text at the first free place from where its hash points; their number is a power of two.
	slots []textSlot
	seed  maphash.Seed
}

// textSlot is a text by its number, counted from 1; 0 is no text.
type textSlot struct{ hash, number uint32 }

// newTextNumbers makes room for n texts.
func newTextNumbers(n int) textNumbers {
	const atLeast = 16
	return textNumbers{
		texts: make([]string, 0, n), slots: make([]textSlot, 1<<bits.Len(uint(max(2*n, atLeast)-1))), seed: maphash.MakeSeed(),
	}
}

// number returns the number of a text, and whether it is new.
func (m *textNumbers) number(text string) (number uint32, isNew bool) {
	hash := uint32(maphash.String(m.seed, text))
	mask := uint32(len(m.slots) - 1)
	at := hash & mask
	for ; m.slots[at].number != 0; at = (at + 1) & mask {
		if slot := m.slots[at]; slot.hash == hash && m.texts[slot.number-1] == text {
			return slot.number - 1, false
		}
	}
	m.texts = append(m.texts, text)
	m.slots[at] = textSlot{hash, uint32(len(m.texts))}
	if 2*len(m.texts) > len(m.slots) {
		m.grow()
	}
	return uint32(len(m.texts) - 1), true
}

// grow doubles the room.
func (m *textNumbers) grow() {
	before := m.slots
	m.slots = make([]textSlot, 2*len(before))
	mask := uint32(len(m.slots) - 1)
	for _, slot := range before {
		if slot.number == 0 {
			continue
		}
		at := slot.hash & mask
		for m.slots[at].number != 0 {
			at = (at + 1) & mask
		}
		m.slots[at] = slot
	}
}
