package codesets

// weigh says how much a word that was not asked for keeps a name from being what is looked for. Of the names that have all
// words of a query the lightest come first, so they are ordered by the words that they have beyond it, and since every one
// has the words of the query it does not matter how much those weigh: a sequela comes last unless sequelae are asked for.
//
// An ordinary word weighs 2. A word that says no more weighs nothing, and one that only a whole name tells by weighs 1, so that
// what is unspecified comes before what is specific. A word that makes a code one of the rare circumstances of a
// condition, or of its history, weighs as much as several.
func weigh(word string) int {
	switch word {
	case "a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "per", "the", "to",
		"unspecified", "nos", "site", "sites", "part", "parts", "type", "organism", "uncomplicated", "without",
		"s", "initial", "encounter", "closed", "approach", "each", "standard", "asymptomatic":
		return 0
	case "with", "due", "not", "right", "left", "primary", "essential", "open", "any", "nec", "acute", "malignant":
		return 1
	case "other", "specified", "elsewhere", "secondary", "chronic", "bilateral", "recurrent", "induced", "only", "custom", "traumatic", "pathological", "stress":
		return 4
	case "accessory", "attachment", "replacement", "repair", "addition", "acquired", "congenital", "resistance",
		"exposure", "contact", "complicating", "complication", "complications", "screening", "pregnancy", "childbirth", "puerperium",
		"postprocedural", "intraoperative", "juvenile", "neonatal", "maternal", "carrier", "susceptibility", "prophylactic":
		return 6
	case "personal", "newborn", "fetus", "affected", "affecting", "poisoning", "adverse", "intentional", "assault", "undetermined",
		"suspected", "observation", "allergy", "absence", "aftercare", "documented", "documentation", "demonstration", "patient", "patients":
		return 8
	case "sequela", "sequelae", "subsequent", "history", "family", "underdosing", "late":
		return 16
	}
	return ordinary
}

// ordinary is what an ordinary word weighs.
const ordinary = 2

// wordWeight is what a word weighs, in the low bits, and what it does to those behind it.
type wordWeight uint8

const (
	unspecifiedWord = 1 << 6 << iota
	withoutWord
	weightMask = unspecifiedWord - 1
)

func weightOfWord(word string) wordWeight {
	weight := wordWeight(weigh(word))
	switch word {
	case "unspecified":
		weight |= unspecifiedWord
	case "without":
		weight |= withoutWord
	}
	return weight
}

// weighing sums up what the words of a phrase weigh. Words behind "unspecified", but for what a phrase that begins with it is
// about, and behind "without" say what is not known or not so ("unspecified carpal bone"), and weigh 1.
type weighing struct {
	sum     int
	words   int
	lighter bool
}

func (w *weighing) add(word string) { w.addWeighed(weightOfWord(word)) }

// addWeighed adds a word that was weighed before.
func (w *weighing) addWeighed(word wordWeight) {
	weight := int(word & weightMask)
	if w.lighter {
		weight = min(weight, 1)
	}
	w.sum += weight
	if word > weightMask && (word&withoutWord != 0 || w.words > 0) {
		w.lighter = true
	}
	w.words++
}
