package quiz

import (
	"cmp"
	"slices"
	"strings"

	"coderounds/codesets"
)

// Confusion is one thing taken for another.
type Confusion struct {
	// System is the book of two codes; 0 for words.
	System codesets.System
	// Meant is what was right, Taken what was answered: normalised codes, or the texts of options. Taken need not be a
	// code that exists.
	Meant, Taken string
	// Count is how often it happened, Last when it last did.
	Count int
	Last  Day
	// Weight is the count with what is long ago faded: see [Confusions].
	Weight float64
}

// Family is the family of the code that was meant, "icd10cm/E11"; "" for words and modifiers.
func (c Confusion) Family() string {
	if c.System == 0 || len(c.Meant) < familyChars {
		return ""
	}
	return familyOf(c.System, c.Meant)
}

func familyOf(system codesets.System, code string) string {
	return system.Key() + "/" + code[:min(familyChars, len(code))]
}

// all returns the confusions that a filter lets through as they stand on a day, the heaviest first.
func (c *Confusions) all(on Day, wants func(*Confusion) bool) []Confusion {
	var found []Confusion
	add := func(f Confusion) {
		if wants == nil || wants(&f) {
			found = append(found, f)
		}
	}
	for k, t := range c.codes {
		if k.place == 0 {
			add(Confusion{k.system, k.meant.String(), k.taken.String(), t.count, t.last, t.on(on)})
		}
	}
	for k, t := range c.words {
		add(Confusion{0, k.meant, k.taken, t.count, t.last, t.on(on)})
	}
	slices.SortFunc(found, func(a, b Confusion) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.System, b.System),
			strings.Compare(a.Meant, b.Meant), strings.Compare(a.Taken, b.Taken))
	})
	return found
}

// Worst returns the n heaviest confusions of codes and of words as they stand on a day.
func (c *Confusions) Worst(on Day, n int) []Confusion {
	found := c.all(on, nil)
	return found[:min(n, len(found))]
}

// Of returns the confusions in which a code of a family ("icd10cm/E11") was meant, the heaviest first.
func (c *Confusions) Of(family string, on Day) []Confusion {
	return c.all(on, func(f *Confusion) bool { return f.Family() == family })
}

// With returns the codes that were taken for a normalised code, or that it was taken for, the heaviest first. Not all
// need exist. c may be nil.
func (c *Confusions) With(system codesets.System, code string, on Day) []string {
	if c == nil {
		return nil
	}
	return others(code, c.all(on, func(f *Confusion) bool { return f.System == system && (f.Meant == code || f.Taken == code) }))
}

// WithWords is [Confusions.With] for the text of an option.
func (c *Confusions) WithWords(text string, on Day) []string {
	if c == nil {
		return nil
	}
	return others(text, c.all(on, func(f *Confusion) bool { return f.System == 0 && (f.Meant == text || f.Taken == text) }))
}

// others are the other sides of confusions, each once.
func others(one string, of []Confusion) []string {
	var all []string
	for _, f := range of {
		other := f.Taken
		if other == one {
			other = f.Meant
		}
		if !slices.Contains(all, other) {
			all = append(all, other)
		}
	}
	return all
}

// Matrix shows what of a family was taken for what.
type Matrix struct {
	// Names are the codes, or characters, in order.
	Names []string
	// Weights says in row i, column j how much it weighs that j was answered where i was right; Counts how often it was.
	Weights [][]float64
	Counts  [][]int
}

func newMatrix(names []string) Matrix {
	slices.Sort(names)
	x := Matrix{Names: slices.Compact(names)}
	for range x.Names {
		x.Weights = append(x.Weights, make([]float64, len(x.Names)))
		x.Counts = append(x.Counts, make([]int, len(x.Names)))
	}
	return x
}

func (x *Matrix) put(meant, taken string, t tally, on Day) {
	i, _ := slices.BinarySearch(x.Names, meant)
	j, _ := slices.BinarySearch(x.Names, taken)
	x.Weights[i][j] += t.on(on)
	x.Counts[i][j] += t.count
}

// Families returns the families in which codes were confused, the heaviest first: what there is a [Confusions.Matrix] of.
func (c *Confusions) Families(on Day) []string {
	weights := make(map[string]float64)
	for _, f := range c.all(on, func(f *Confusion) bool { return f.Family() != "" }) {
		weights[f.Family()] += f.Weight
	}
	var all []string
	for f := range weights {
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(cmp.Compare(weights[b], weights[a]), strings.Compare(a, b)) })
	return all
}

// Matrix returns what was taken for the codes of a family, "icd10pcs/0DT", as it stands on a day. Names are all codes
// involved, of other families too.
func (c *Confusions) Matrix(family string, on Day) Matrix {
	var names []string
	of := c.Of(family, on)
	for _, f := range of {
		names = append(names, f.Meant, f.Taken)
	}
	x := newMatrix(names)
	for _, f := range of {
		x.put(f.Meant, f.Taken, tally{f.Count, on, f.Weight}, on)
	}
	return x
}

// Characters returns the same of single characters, by their place in the code from 1, from the codes that were built: in a
// table of ICD-10-PCS which approach was taken for which, in a category of ICD-10-CM which 7th character.
func (c *Confusions) Characters(family string, on Day) map[int]Matrix {
	names := make(map[int][]string)
	each := func(do func(place int, meant, taken string, t tally)) {
		for k, t := range c.codes {
			if k.place > 0 && familyOf(k.system, k.meant.String()) == family {
				do(int(k.place), k.meant.String()[familyChars:], k.taken.String()[familyChars:], t)
			}
		}
	}
	each(func(place int, meant, taken string, _ tally) { names[place] = append(names[place], meant, taken) })
	found := make(map[int]Matrix, len(names))
	for place, n := range names {
		found[place] = newMatrix(n)
	}
	each(func(place int, meant, taken string, t tally) {
		x := found[place]
		x.put(meant, taken, t, on)
	})
	return found
}

// Confusions returns what the learner takes for what. It is the memory's own, and lives until the next replay.
func (m *Memory) Confusions() *Confusions { return m.confused }
