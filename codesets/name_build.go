package codesets

import (
	"slices"
	"strings"
)

// nameWriter makes names that come one after the other.
type nameWriter struct {
	wordReader
	list       []name
	leads      []string
	leadNumber map[string]uint32
	step       Step
}

func newNameWriter(n int, step Step) *nameWriter {
	return &nameWriter{wordReader: newWordReader(new(lists), n), leadNumber: make(map[string]uint32, n/4), step: step}
}

// add adds a name of some phrases that leads to a code.
func (w *nameWriter) add(n name, phrases []uint32, lead string, weight int) error {
	number, known := w.leadNumber[lead]
	if !known {
		number = uint32(len(w.leads))
		w.leadNumber[lead] = number
		w.leads = append(w.leads, lead)
	}
	n.lead = number
	w.list = append(w.list, n)
	w.names.add(phrases)
	w.weigh(weight)
	if len(w.list)%buildStep == 0 {
		return w.step.call(0, 0)
	}
	return nil
}

// done returns the names, or nil when there are none.
func (w *nameWriter) done() (*names, error) {
	if len(w.list) == 0 {
		return nil, nil
	}
	ix, err := w.index(func(int, int) error { return w.step.call(0, 0) })
	if err != nil {
		return nil, err
	}
	n := &names{words: ix, list: make([]name, len(w.list)), leads: slices.Clone(w.leads)}
	for rank, number := range ix.order {
		n.list[rank] = w.list[number]
	}
	n.words.order = nil
	lo, hi := n.words.beginning(string(asideMark))
	n.words.asides = lo < hi
	return n, nil
}

// phrase returns the number of a new phrase: the words of a text, and behind a mark those of nonessential modifiers.
func (w *nameWriter) phrase(text, aside string) uint32 {
	phrase := uint32(len(w.phrases.lists))
	for word, rest := cutWord(fold(text)); word != ""; word, rest = cutWord(rest) {
		w.meet(phrase, w.number(word))
	}
	for word, rest := cutWord(fold(aside)); word != ""; word, rest = cutWord(rest) {
		w.meet(phrase, w.number(string(asideMark)+word))
	}
	w.phrases.end(phrase)
	return phrase
}

// weightOf is what the words of a text weigh.
func weightOf(text string) int {
	var weight weighing
	for word, rest := cutWord(fold(text)); word != ""; word, rest = cutWord(rest) {
		weight.add(word)
	}
	return weight.sum
}

// weightOfTitle is what the title of a term weighs. Where it says one word in several forms, as "Infarct, infarction" does,
// only the first counts.
func weightOfTitle(title string) (weight int) {
	first, rest, more := strings.Cut(title, ",")
	weight = weightOf(first)
	form, _ := cutWord(fold(first))
	for more {
		var way string
		way, rest, more = strings.Cut(rest, ",")
		if word, _ := cutWord(fold(way)); len(form) < formLetters || !strings.HasPrefix(word, form[:formLetters]) {
			weight += weightOf(way)
		}
	}
	return weight
}

// formLetters is how many letters forms of one word have in common.
const formLetters = 3

// nameNotes makes names of the inclusion terms of codes and of what notes say that a code includes. They are nil when there
// are none.
func nameNotes(notes map[string][]Note, step Step) (*names, error) {
	if len(notes) == 0 {
		return nil, nil
	}
	w := newNameWriter(len(notes), step)
	var byFirst [256][]string // sorted piece by piece, so that a step never takes long
	for owner := range notes {
		if isNormal(owner) {
			byFirst[owner[0]] = append(byFirst[owner[0]], owner)
		}
	}
	for _, owners := range byFirst {
		slices.Sort(owners)
		for _, owner := range owners {
			if err := w.notesOf(owner, notes[owner]); err != nil {
				return nil, err
			}
		}
	}
	return w.done()
}

// notesOf makes names of the notes of a code.
func (w *nameWriter) notesOf(code string, notes []Note) error {
	for i, note := range notes {
		if note.Kind != Inclusion && note.Kind != Includes {
			continue
		}
		phrases := [...]uint32{w.phrase(note.Text, "")}
		if err := w.add(name{at: int32(i)}, phrases[:], code, weightOf(note.Text)); err != nil {
			return err
		}
	}
	return nil
}

// pathLevel is one term of a path, as its names have it.
type pathLevel struct {
	phrase uint32
	weight int
}

// indexWriter makes names of the terms of one index.
type indexWriter struct {
	*nameWriter
	x       *Index
	see     map[subterm]int32
	columns []uint32    // the phrases of the headings
	path    []pathLevel // from the main term down to the one that is being read
	room    []uint32    // for the phrases of a name
}

// nameIndexes makes names of all paths that lead to codes. They are nil when there are none.
func nameIndexes(indexes []Index, step Step) (*names, error) {
	terms := 0
	for i := range indexes {
		terms += len(indexes[i].Terms)
	}
	if terms == 0 {
		return nil, nil
	}
	w := newNameWriter(2*terms, step)
	for i := range indexes {
		iw := indexWriter{nameWriter: w, x: &indexes[i]}
		var err error
		if iw.see, err = readSubterms(iw.x, step); err != nil {
			return nil, err
		}
		for _, heading := range iw.x.Columns {
			iw.columns = append(iw.columns, w.phrase(heading, ""))
		}
		for at := range iw.x.Terms {
			if err := iw.term(at); err != nil {
				return nil, err
			}
		}
	}
	return w.done()
}

// term makes names of the references of a term.
func (w *indexWriter) term(at int) error {
	t := &w.x.Terms[at]
	level := min(int(t.Level), len(w.path))
	if level == len(w.path) {
		w.path = append(w.path, pathLevel{})
	}
	w.path = w.path[:level+1]
	own := &w.path[level]
	own.weight = weightOfTitle(t.Title)
	if level == 0 && own.weight > 0 && w.isLarge(at) {
		own.weight-- // it is looked for more often
	}
	says, lacks := cutLacking(t.Title)
	own.phrase = w.phrase(says, t.Aside+" "+lacks)
	for i, ref := range t.References {
		for _, lead := range w.leadsOf(at, i) {
			weight, phrases := 0, w.room[:0]
			for _, l := range w.path {
				phrases = append(phrases, l.phrase)
				weight += l.weight
			}
			if ref.Kind == Cell {
				phrases = append(phrases, w.columns[ref.Column-1])
				weight += 2 * int(ref.Column-2) // the columns are in the order in which they are meant
			}
			switch ref.Kind {
			case Manifestation:
				weight += 8 // it is to be reported second
			case Beginning:
				weight += ordinary * (codeChars - len(lead)) // what it leaves open would take words to say
			}
			n := name{at: int32(at), kind: w.x.Kind, ref: uint8(min(i, 255))}
			w.room = phrases
			if err := w.add(n, phrases[max(0, len(phrases)-mostInList):], lead, weight); err != nil {
				return err
			}
		}
	}
	return nil
}

// cutLacking cuts the title of a term, folded, behind "without" or "not": what follows may be asked for, like a nonessential
// modifier, but is never what the term is about.
func cutLacking(title string) (says, lacks string) {
	folded := fold(title)
	for word, rest := cutWord(folded); word != ""; word, rest = cutWord(rest) {
		if word == "without" || word == "not" {
			return folded[:len(folded)-len(rest)], rest
		}
	}
	return folded, ""
}

// largeTerm is how many subterms a main term has that is large.
const largeTerm = 32

// isLarge tells whether many subterms stand under a main term.
func (w *indexWriter) isLarge(main int) bool {
	for i := range largeTerm {
		if at := main + 1 + i; at == len(w.x.Terms) || w.x.Terms[at].Level == 0 {
			return false
		}
	}
	return true
}

// leadsOf returns the codes or beginnings of codes that a reference leads to.
func (w *indexWriter) leadsOf(at, i int) []string {
	ref := w.x.Terms[at].References[i]
	switch ref.Kind {
	case See:
		to, ok := w.follow(ref.Text, 0)
		if !ok {
			return nil
		}
		var leads []string
		for _, ref := range w.x.Terms[to].References {
			if lead := leadOf(ref); lead != "" && ref.Kind != Manifestation && len(leads) == 0 {
				leads = append(leads, lead)
			}
		}
		return leads
	case SeeAlso, Use:
		return nil
	}
	if lead := leadOf(ref); lead != "" {
		return []string{lead}
	}
	return nil
}

// leadOf returns the code that a reference prints, "" when it prints none.
func leadOf(ref Reference) string {
	switch ref.Kind {
	case See, SeeAlso, Use:
		return ""
	}
	for word := range strings.FieldsSeq(ref.Text) {
		if code := Normalize(word); isNormal(code) && strings.ContainsAny(code, "0123456789") {
			return code
		}
	}
	return ""
}
