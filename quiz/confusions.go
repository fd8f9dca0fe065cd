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

// familyParts takes "icd10cm/E11" apart; ok is false for what is no family of codes.
func familyParts(family string) (system codesets.System, category string, ok bool) {
	key, category, _ := strings.Cut(family, "/")
	for _, s := range codesets.Systems() {
		if s.Key() == key {
			return s, category, len(category) == familyChars
		}
	}
	return 0, "", false
}

// all returns the confusions that filters let through as they stand on a day, the heaviest first. Strings are made of those
// alone: there may be thousands. A filter that is nil lets nothing through.
func (c *Confusions) all(on Day, codes func(*mistake, tally) bool, words func(*wordMistake, tally) bool) []Confusion {
	var found []Confusion
	if codes != nil {
		for k, t := range c.codes {
			if k.place == 0 && codes(&k, t) {
				found = append(found, Confusion{k.system, k.meant.String(), k.taken.String(), t.count, t.last, t.on(on)})
			}
		}
	}
	if words != nil {
		for k, t := range c.words {
			if words(&k, t) {
				found = append(found, Confusion{0, k.meant, k.taken, t.count, t.last, t.on(on)})
			}
		}
	}
	slices.SortFunc(found, func(a, b Confusion) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.System, b.System),
			strings.Compare(a.Meant, b.Meant), strings.Compare(a.Taken, b.Taken))
	})
	return found
}

// Worst returns the n heaviest confusions of codes and of words as they stand on a day. Cost: some 0.2 µs for each there is.
func (c *Confusions) Worst(on Day, n int) []Confusion {
	if n <= 0 {
		return nil
	}
	weights := make([]float64, 0, len(c.codes)+len(c.words))
	for k, t := range c.codes {
		if k.place == 0 {
			weights = append(weights, t.on(on))
		}
	}
	for _, t := range c.words {
		weights = append(weights, t.on(on))
	}
	slices.Sort(weights)
	least := 0.0
	if n < len(weights) {
		least = weights[len(weights)-n]
	}
	found := c.all(on, func(_ *mistake, t tally) bool { return t.on(on) >= least },
		func(_ *wordMistake, t tally) bool { return t.on(on) >= least })
	return found[:min(n, len(found))]
}

// Of returns the confusions in which a code of a family ("icd10cm/E11") was meant, the heaviest first.
func (c *Confusions) Of(family string, on Day) []Confusion {
	system, category, ok := familyParts(family)
	if !ok {
		return nil
	}
	return c.all(on, func(k *mistake, _ tally) bool {
		return k.system == system && string(k.meant[:familyChars]) == category
	}, nil)
}

// With returns the codes that were taken for a normalised code, or that it was taken for, the heaviest first. Not all
// need exist. c may be nil.
func (c *Confusions) With(system codesets.System, code string, on Day) []string {
	if c == nil {
		return nil
	}
	var sought spelt
	if len(code) > longest {
		return nil
	}
	copy(sought[:], code)
	return others(code, c.all(on, func(k *mistake, _ tally) bool {
		return k.system == system && (k.meant == sought || k.taken == sought)
	}, nil))
}

// WithWords is [Confusions.With] for the text of an option.
func (c *Confusions) WithWords(text string, on Day) []string {
	if c == nil {
		return nil
	}
	return others(text, c.all(on, nil, func(k *wordMistake, _ tally) bool { return k.meant == text || k.taken == text }))
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
	type family struct {
		system   codesets.System
		category [familyChars]byte
	}
	const point = 1 << 32 // whole numbers add up to the same in any order
	heavy := make(map[family]int64)
	for k, t := range c.codes {
		if k.place == 0 && k.meant.length() >= familyChars {
			heavy[family{k.system, [familyChars]byte(k.meant[:])}] += int64(t.on(on) * point)
		}
	}
	weights := make(map[string]int64, len(heavy))
	var all []string
	for f, weight := range heavy {
		name := familyOf(f.system, string(f.category[:]))
		weights[name] = weight
		all = append(all, name)
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
