package drill

import (
	"math/rand/v2"

	"coderounds/codesets"
	"coderounds/quiz"
)

// Decks returns the drills over all sets of a library. curriculum is the library whose families are common;
// it may be the same. Steps count codes; cost: about a microsecond a code. The only errors are those of step.
func Decks(library, curriculum *codesets.Library, step codesets.Step) ([]quiz.Deck, error) {
	var decks []quiz.Deck
	for _, set := range library.Sets() {
		all, err := families(set, curriculum.Set(set.Release().System), step)
		if err != nil {
			return nil, err
		}
		for _, drill := range makers(set.Release().System) {
			d := drill(set, all)
			if err := d.fill(step); err != nil {
				return nil, err
			}
			decks = append(decks, d)
		}
		if len(set.Modifiers()) >= options {
			decks = append(decks, newModifiers(set))
		}
	}
	return decks, nil
}

// makers are the drills over families of a system.
func makers(system codesets.System) []func(*codesets.Set, []family) *deck {
	switch system {
	case codesets.ICD10CM:
		return []func(*codesets.Set, []family) *deck{find, choose, write, complete}
	case codesets.ICD10PCS:
		return []func(*codesets.Set, []family) *deck{find, choose, compose}
	}
	return []func(*codesets.Set, []family) *deck{find, choose, write}
}

// find asks to look a title up.
func find(set *codesets.Set, all []family) *deck {
	d := newDeck("find", quiz.Find, set)
	d.ask = func(q *quiz.Question, _ *family, at int, _ mixedUp, _ *rand.Rand) error {
		q.Par = quiz.Par(set, at)
		return nil
	}
	return d.of(all)
}

// writeMost is the longest code that is asked from memory: beyond it, building is the fairer task.
const writeMost = 5

// write asks for a code from memory. Only common families are worth knowing by heart.
func write(set *codesets.Set, all []family) *deck {
	d := newDeck("type", quiz.Type, set)
	d.fits = func(at int) bool { return len(set.Code(at)) <= writeMost }
	d.ask = func(q *quiz.Question, f *family, _ int, _ mixedUp, _ *rand.Rand) error {
		q.Prompt = "Type the code"
		q.Hint = "It begins with " + f.key + "."
		return nil
	}
	var common []family
	for _, f := range all {
		if f.common {
			f.common = set.Release().System == codesets.ICD10CM // supplies and drugs are to be found before they are known
			common = append(common, f)
		}
	}
	return d.of(common)
}
