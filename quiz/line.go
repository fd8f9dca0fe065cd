package quiz

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"coderounds/quiz/fsrs"
)

// Journals grow to tens of thousands of lines and are replayed at every start, and encoding/json takes most of that
// time. readLine reads the lines that [Review.Line] writes, in its order of fields; whatever else a line may be, it
// leaves to encoding/json. FuzzParseReview holds the two against one another.

// fields walks over a line.
type fields struct {
	rest []byte
	ok   bool
}

// key passes over a key, and the comma before it; it reports whether the key was there.
func (f *fields) key(name string) bool {
	rest, found := bytes.CutPrefix(f.rest, []byte(name))
	if found {
		f.rest = rest
	}
	return found
}

// must is key for a field that is always written.
func (f *fields) must(name string) { f.ok = f.ok && f.key(name) }

// text reads a string without escapes.
func (f *fields) text() []byte {
	rest, found := bytes.CutPrefix(f.rest, []byte(`"`))
	value, after, closed := bytes.Cut(rest, []byte(`"`))
	if !found || !closed || !plain(value) {
		f.ok = false
		return nil
	}
	f.rest = after
	return value
}

// plain tells text that JSON writes as it is.
func plain(s []byte) bool {
	for _, c := range s {
		if c < ' ' || c == '\\' {
			return false
		}
	}
	return utf8.Valid(s)
}

// number reads a whole number without sign, as JSON writes it.
func (f *fields) number() uint64 {
	n := 0
	for n < len(f.rest) && f.rest[n] >= '0' && f.rest[n] <= '9' {
		n++
	}
	value, err := strconv.ParseUint(string(f.rest[:n]), 10, 63)
	if err != nil || n > 1 && f.rest[0] == '0' {
		f.ok = false
	}
	f.rest = f.rest[n:]
	return value
}

// optional reads a number that is left out where it is 0.
func (f *fields) optional(name string) int {
	if !f.ok || !f.key(name) {
		return 0
	}
	return int(f.number())
}

// readLine reads a line that Line wrote; ok is false for any other.
func readLine(line []byte) (r Review, ok bool) {
	f := fields{rest: line, ok: true}
	f.must(`{"v":`)
	r.Version = int(f.number())
	f.must(`,"time":`)
	f.ok = f.ok && r.Time.UnmarshalText(f.text()) == nil
	f.must(`,"card":`)
	r.Card = CardID(f.text())
	f.must(`,"kind":`)
	r.Kind = kindOf(f.text())
	f.must(`,"seed":`)
	r.Seed = f.number()
	f.must(`,"response":`)
	r.Response = string(f.text())
	if f.key(`,"answer":`) {
		r.Answer = string(f.text())
	}
	f.must(`,"outcome":`)
	r.Outcome = outcomeOf(f.text())
	f.must(`,"grade":`)
	grade := f.number()
	f.must(`,"first_ms":`)
	r.FirstMS = int64(f.number())
	f.must(`,"took_ms":`)
	r.TookMS = int64(f.number())
	r.Keys, r.Rank = f.optional(`,"keys":`), f.optional(`,"rank":`)
	r.Hints, r.Options = f.optional(`,"hints":`), f.optional(`,"options":`)
	f.must(`}`)
	r.Grade = fsrs.Grade(grade)
	return r, f.ok && len(f.rest) == 0 && grade <= 0xff
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
