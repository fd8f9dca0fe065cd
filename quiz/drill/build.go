package drill

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"coderounds/codesets"
	"coderounds/quiz"
)

// fullLength is the length of an ICD-10-CM code with a 7th character and of every ICD-10-PCS code.
const fullLength = 7

// complete asks to append placeholder X and 7th character to a stem (ICD-10-CM guidelines I.A.4 and I.A.5).
func complete(set *codesets.Set, all []family) *deck {
	d := newDeck("build", quiz.Build, set)
	d.fits = func(at int) bool {
		return len(set.Code(at)) == fullLength && set.Parent(at) >= 0
	}
	d.ask = func(q *quiz.Question, _ *family, at int, _ mixedUp, _ *rand.Rand) error {
		stem := set.Code(set.Parent(at))
		q.Stem = stem
		offered := sevenths(set, at)
		for n := len(stem) + 1; n <= fullLength; n++ {
			q.Slots = append(q.Slots, quiz.Slot{Name: ordinal(n) + " character", Values: offered})
		}
		q.Source = "ICD-10-CM Official Guidelines, I.A.4 and I.A.5; " + set.Release().String()
		q.Rationale = "A 7th character always stands in 7th place."
		if fill := fullLength - 1 - len(stem); fill > 0 {
			q.Rationale += fmt.Sprintf(" %s has %d characters, so %s placeholder X fills the gap.",
				set.Release().System.Format(stem), len(stem), []string{"", "one", "two", "three"}[min(fill, 3)])
		}
		return nil
	}
	return d.of(all)
}

// sevenths returns X and the 7th characters that a code and its siblings end with, with what each says.
func sevenths(set *codesets.Set, at int) []codesets.Value {
	values := []codesets.Value{{Char: 'X', Label: "placeholder"}}
	for _, i := range set.Children(set.Parent(at)) {
		c := set.At(i)
		if len(c.Code) != fullLength {
			continue
		}
		v := codesets.Value{Char: c.Code[fullLength-1], Label: meaning(set, i)}
		if !slices.ContainsFunc(values, func(w codesets.Value) bool { return w.Char == v.Char }) {
			values = append(values, v)
		}
	}
	return values
}

// meaning is what a 7th character adds to its header's title.
func meaning(set *codesets.Set, at int) string {
	parent := set.Title(set.Parent(at))
	title := set.Title(at)
	if len(title) > len(parent)+2 && title[:len(parent)] == parent {
		return title[len(parent)+2:]
	}
	return title
}

func ordinal(n int) string { return fmt.Sprintf("%dth", n) }

// valuesMost is how many values a slot offers.
const valuesMost = 6

// compose asks to build an ICD-10-PCS code from its table: a value from each column, all of one row.
func compose(set *codesets.Set, all []family) *deck {
	tables := make(map[string]*codesets.Table)
	for i := range set.Tables() {
		if t := &set.Tables()[i]; decides(t) {
			tables[t.Prefix] = t
		}
	}
	d := newDeck("build", quiz.Build, set)
	d.fits = func(at int) bool { return tables[key(set.Code(at))] != nil }
	d.ask = func(q *quiz.Question, f *family, at int, m mixedUp, rng *rand.Rand) error {
		t, code := tables[f.key], set.Code(at)
		q.Stem = t.Prefix
		taken := m.characters(q.Card.Family)
		for axis, name := range t.Axes {
			q.Slots = append(q.Slots, quiz.Slot{Name: name, Values: offer(t, code, axis, taken[familyChars+axis+1], rng)})
		}
		q.Source = "Table " + t.Prefix + ", " + set.Release().String()
		q.Rationale = fmt.Sprintf("%s is table %s; each further character is a value of one and the same row.", t.Header(), t.Prefix)
		return nil
	}
	return d.of(all)
}

// decides tells whether a table leaves enough to decide: several values in at least two columns.
func decides(t *codesets.Table) bool {
	columns := 0
	for axis := range t.Axes {
		chars := make(map[byte]bool)
		for _, row := range t.Rows {
			for _, v := range row[axis] {
				chars[v.Char] = true
			}
		}
		if len(chars) > 1 {
			columns++
		}
	}
	return columns >= 2
}

// offer returns the right value of an axis among others of its table, in the table's order; those that were taken for
// one another are kept.
func offer(t *codesets.Table, code string, axis int, taken quiz.Matrix, rng *rand.Rand) []codesets.Value {
	keep := with(taken, code[familyChars+axis])
	var all []codesets.Value
	for _, row := range t.Rows {
		for _, v := range row[axis] {
			if !slices.ContainsFunc(all, func(w codesets.Value) bool { return w.Char == v.Char }) {
				all = append(all, v)
			}
		}
	}
	for len(all) > valuesMost {
		if i := rng.IntN(len(all)); !slices.Contains(keep, all[i].Char) {
			all = slices.Delete(all, i, i+1)
		}
	}
	return all
}
