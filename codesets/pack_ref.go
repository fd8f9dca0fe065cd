package codesets

// phraseRefs tells phrases of titles by numbers that are small and often the same. It is kept in step by writer and reader.
type phraseRefs struct {
	before []uint32 // the phrases of the title before
	// after guesses, by the phrase that stood in a place before (counted from 1; 0 where there was none), which one comes
	// next, as in titleWriter.
	after []uint32
}

// What a phrase may be told as: that in the same place of the title before, the guess, the next one that was not met yet; or
// else its number.
const (
	sameRef = iota
	guessRef
	newRef
	numberRef
)

func newPhraseRefs(phrases int) *phraseRefs { return &phraseRefs{after: make([]uint32, phrases+1)} }

// place returns what stands at a place of the title before, counted from 1, or 0.
func (r *phraseRefs) place(i int) uint32 {
	if i < len(r.before) {
		return r.before[i] + 1
	}
	return 0
}

// tell returns how a phrase at a place is told, when met phrases have been met.
func (r *phraseRefs) tell(i int, phrase, met uint32) uint64 {
	was := r.place(i)
	if was == phrase+1 {
		return sameRef
	}
	guess := r.after[was]
	r.after[was] = phrase
	switch phrase {
	case met:
		return newRef
	case guess:
		return guessRef
	}
	return numberRef + uint64(phrase)
}

// told returns the phrase at a place that was told so; ok is false when it cannot have been.
func (r *phraseRefs) told(i int, ref uint64, met uint32) (phrase uint32, ok bool) {
	was := r.place(i)
	switch ref {
	case sameRef:
		return was - 1, was > 0
	case guessRef:
		phrase = r.after[was]
	case newRef:
		phrase = met
	default:
		if ref -= numberRef; ref >= uint64(met) {
			return 0, false
		}
		phrase = uint32(ref)
	}
	r.after[was] = phrase
	return phrase, phrase <= met && int(phrase) < len(r.after)-1
}
