package quiz

import (
	"math"
	"strconv"
	"time"
	"unicode/utf8"

	"coderounds/quiz/fsrs"
)

// Journals grow to tens of thousands of lines and are replayed at every start, and encoding/json takes most of that
// time. A reader reads the lines that [Review.Line] writes, in its order of fields; whatever else a line may be, it
// leaves to encoding/json. FuzzParseReview holds the two against one another.

// reader reads lines one after another and shares what recurs among them. The zero reader is ready; it is not safe for
// concurrent use.
type reader struct {
	cards map[CardID]CardID // each by itself
	clock clock
	rest  []byte // of the line
	ok    bool
}

// card shares the name of a card among its reviews.
func (f *reader) card(b []byte) CardID {
	if id, known := f.cards[CardID(b)]; known {
		return id
	}
	if f.cards == nil {
		f.cards = make(map[CardID]CardID)
	}
	id := CardID(b)
	f.cards[id] = id
	return id
}

// key passes over a key, and the comma before it; it reports whether the key was there.
func (f *reader) key(name string) bool {
	if len(f.rest) < len(name) || string(f.rest[:len(name)]) != name {
		return false
	}
	f.rest = f.rest[len(name):]
	return true
}

// must is key for a field that is always written.
func (f *reader) must(name string) { f.ok = f.ok && f.key(name) }

// text reads a string that JSON writes as it is, without escapes.
func (f *reader) text() []byte {
	if !f.ok || len(f.rest) == 0 || f.rest[0] != '"' {
		f.ok = false
		return nil
	}
	rest, ascii := f.rest[1:], true
	for i, c := range rest {
		switch {
		case c == '"':
			f.rest = rest[i+1:]
			f.ok = ascii || utf8.Valid(rest[:i])
			return rest[:i]
		case c < ' ' || c == '\\':
			f.ok = false
			return nil
		case c >= utf8.RuneSelf:
			ascii = false
		}
	}
	f.ok = false
	return nil
}

// number reads a whole number without sign, as JSON writes it.
func (f *reader) number() uint64 {
	n, value := 0, uint64(0)
	for n < len(f.rest) && f.rest[n] >= '0' && f.rest[n] <= '9' {
		value = 10*value + uint64(f.rest[n]-'0')
		n++
	}
	switch {
	case n == 0 || n > 1 && f.rest[0] == '0':
		f.ok = false
	case n > 18: // it may be too large
		var err error
		value, err = strconv.ParseUint(string(f.rest[:n]), 10, 64)
		f.ok = f.ok && err == nil
	}
	f.rest = f.rest[n:]
	return value
}

// count is number for a field with a sign of its own.
func (f *reader) count() int64 {
	n := f.number()
	f.ok = f.ok && n <= math.MaxInt64
	return int64(n)
}

// optional reads a number that is left out where it is 0.
func (f *reader) optional(name string) int {
	if !f.ok || !f.key(name) {
		return 0
	}
	n := f.number()
	f.ok = f.ok && n <= math.MaxInt
	return int(n)
}

// read reads a line that Line wrote into r; it reports false for any other, of which r then holds parts.
func (f *reader) read(line []byte, r *Review) bool {
	f.rest, f.ok = line, true
	f.must(`{"v":`)
	r.Version = int(f.count())
	f.must(`,"time":`)
	r.Time = f.time(f.text())
	f.must(`,"card":`)
	r.Card = f.card(f.text())
	f.must(`,"kind":`)
	r.Kind = kindOf(f.text())
	f.must(`,"seed":`)
	r.Seed = f.number()
	f.must(`,"response":`)
	response := f.text()
	if f.key(`,"answer":`) {
		r.Answer = string(f.text())
	}
	if string(response) == r.Answer { // as it is when it was right
		r.Response = r.Answer
	} else {
		r.Response = string(response)
	}
	f.must(`,"outcome":`)
	r.Outcome = outcomeOf(f.text())
	f.must(`,"grade":`)
	grade := f.number()
	f.must(`,"first_ms":`)
	r.FirstMS = f.count()
	f.must(`,"took_ms":`)
	r.TookMS = f.count()
	r.Keys, r.Rank = f.optional(`,"keys":`), f.optional(`,"rank":`)
	r.Hints, r.Options = f.optional(`,"hints":`), f.optional(`,"options":`)
	r.Par = f.optional(`,"par":`)
	f.must(`}`)
	r.Grade = fsrs.Grade(grade)
	return f.ok && len(f.rest) == 0 && grade <= math.MaxUint8
}

func (f *reader) time(b []byte) time.Time {
	t, ok := f.clock.read(b)
	f.ok = f.ok && ok
	return t
}

// kindOf and outcomeOf share the usual strings instead of copying them.
func kindOf(b []byte) Kind {
	for _, k := range [...]Kind{Find, Type, Choose, Build} {
		if string(b) == string(k) {
			return k
		}
	}
	return Kind(b)
}

func outcomeOf(b []byte) Outcome {
	for _, o := range [...]Outcome{Right, Wrong, Near, GaveUp} {
		if string(b) == string(o) {
			return o
		}
	}
	return Outcome(b)
}
