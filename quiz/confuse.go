package quiz

import (
	"bytes"
	"math"
	"strings"

	"coderounds/codesets"
)

// Confusions counts what a learner takes for what: codes that were typed, found or chosen for other codes, characters that
// were built for others, and words that were chosen for others. It is part of a [Memory], and changes with it.
//
// A confusion weighs 1 on the day it happens and half of it [halfLife] days later, so that what is overcome fades.
//
// For a picture of one family see [Confusions.Families] and [Confusions.Matrix] (whole codes), or
// [Confusions.Characters] (places of a code, from what was built); for a list [Confusions.Worst].
type Confusions struct {
	codes map[mistake]tally
	words map[wordMistake]tally
}

func newConfusions() *Confusions {
	return &Confusions{codes: make(map[mistake]tally), words: make(map[wordMistake]tally)}
}

// halfLife is the days in which a confusion loses half its weight.
const halfLife = 60

// longest is the length of the longest code.
const longest = 7

// spelt is a normalised code, filled up with zero bytes: a key that needs no memory of its own.
type spelt [longest + 1]byte

func (s spelt) length() int {
	if n := bytes.IndexByte(s[:], 0); n >= 0 {
		return n
	}
	return len(s)
}

func (s spelt) String() string { return string(s[:s.length()]) }

// mistake is a code taken for another, or one character of it for another.
type mistake struct {
	system       codesets.System
	meant, taken spelt
	// place is that of a built character, from 1, and meant then the code with that character last; 0 for whole codes.
	place uint8
}

// wordMistake is an option's text chosen for another.
type wordMistake struct{ meant, taken string }

// tally is how often, and how much that weighs on the last day it happened.
type tally struct {
	count  int
	last   Day
	weight float64
}

// on is the weight on a day.
func (t tally) on(d Day) float64 {
	if d <= t.last {
		return t.weight
	}
	return t.weight * math.Exp2(-float64(d-t.last)/halfLife)
}

func (t tally) again(on Day) tally {
	return tally{t.count + 1, max(t.last, on), t.on(on) + 1}
}

// confuse takes in a wrong answer.
func (m *Memory) confuse(r *Review, on Day) {
	answer, ok := spell(r.Answer)
	given, ok2 := spell(r.Response)
	system := systemOf(r.Card, answer, strings.IndexByte(r.Answer, '.') == familyChars)
	switch {
	case r.Answer == "" || r.Answer == r.Response:
	case ok && ok2 && system != 0:
		m.confuseCodes(r, mistake{system: system, meant: answer, taken: given}, on)
	case r.Kind == Choose && system != codesets.CPT2: // of those no more is kept than the option's number
		m.confused.word(wordMistake{r.Answer, r.Response}, on)
	}
}

func (m *Memory) confuseCodes(r *Review, k mistake, on Day) {
	if k.meant == k.taken {
		return
	}
	m.confused.add(k, on)
	if r.Kind == Build {
		m.confused.places(k.system, k.meant, k.taken, on)
	}
	if mine, other := m.kinOf(k.system, k.meant), m.kinOf(k.system, k.taken); mine != nil && other != nil {
		oppose(mine, other)
	}
}

func (c *Confusions) add(k mistake, on Day)      { c.codes[k] = c.codes[k].again(on) }
func (c *Confusions) word(k wordMistake, on Day) { c.words[k] = c.words[k].again(on) }

// places enters the characters in which a built code differs from the right one of the same length.
func (c *Confusions) places(system codesets.System, answer, given spelt, on Day) {
	for i := range longest {
		if (answer[i] == 0) != (given[i] == 0) {
			return
		}
	}
	for i := range longest {
		if answer[i] == given[i] {
			continue
		}
		k := mistake{system: system, place: uint8(i + 1)}
		copy(k.meant[:], answer[:familyChars])
		copy(k.taken[:], answer[:familyChars])
		k.meant[familyChars], k.taken[familyChars] = answer[i], given[i]
		c.add(k, on)
	}
}

// spell normalises what was typed as [codesets.Normalize] does; ok is false for what cannot be meant for a code.
func spell(typed string) (s spelt, ok bool) {
	n, digits := 0, 0
	for i := range len(typed) {
		c := typed[i]
		switch {
		case c == '.' || c == '-' || c == ' ':
			continue
		case c >= 'a' && c <= 'z':
			c -= 'a' - 'A'
		case c >= '0' && c <= '9':
			digits++
		case c < 'A' || c > 'Z':
			return spelt{}, false
		}
		if n == longest {
			return spelt{}, false
		}
		s[n] = c
		n++
	}
	return s, n >= familyChars && digits > 0 || n == modifierChars && !strings.ContainsAny(typed, ".- ")
}

// modifierChars is the length of a modifier.
const modifierChars = 2

// systemOf is the book of a right answer: that of its card, or for an item the one whose codes look so; 0 for none.
func systemOf(card CardID, code spelt, dotted bool) codesets.System {
	_, rest, _ := strings.Cut(string(card), "/")
	key, _, drilled := strings.Cut(rest, "/")
	if system, ok := codesets.SystemByKey(key); ok && drilled {
		return system
	}
	n := code.length()
	switch begins, ends := letter(code[0]), n > 0 && letter(code[n-1]); {
	case n < familyChars:
		return 0
	case begins && (n == familyChars || dotted):
		return codesets.ICD10CM
	case n == longest:
		return codesets.ICD10PCS
	case n == 5 && begins && !ends:
		return codesets.HCPCS
	case n == 5 && !begins && code[4] == 'F':
		return codesets.CPT2
	}
	return 0
}

func letter(c byte) bool { return c >= 'A' && c <= 'Z' }

// kinOf returns the family of a code, or nil for a modifier.
func (m *Memory) kinOf(system codesets.System, code spelt) *kin {
	if code[familyChars-1] == 0 {
		return nil
	}
	var room [16]byte
	name := append(append(append(room[:0], system.Key()...), '/'), code[:familyChars]...)
	if k := m.families[string(name)]; k != nil {
		return k
	}
	return m.kin(string(name))
}
