package codesets

import "strings"

// Meets tells whether a normalised code of the span meets its condition: "with fifth or sixth character 1-4 or 6", "with
// .44", "with final characters -23". known is false for a condition in other words ("with hypoglycemia"), and for a
// code that is too short to tell.
func (s Span) Meets(code string) (meets, known bool) {
	if s.Condition == "" {
		return true, true
	}
	says := strings.TrimPrefix(s.Condition, "with ")
	if list, ok := strings.CutPrefix(says, "final characters "); ok {
		return endsWith(code, list)
	}
	if strings.HasPrefix(says, ".") {
		return behindDot(code, says)
	}
	places, values, ok := strings.Cut(says, "character")
	if !ok {
		return false, false
	}
	return atPlaces(code, strings.FieldsFunc(places, isBlankOrDash), strings.TrimPrefix(values, "s "))
}

func isBlankOrDash(r rune) bool { return r == ' ' || r == '-' }

// endsWith reads "-23".
func endsWith(code, list string) (meets, known bool) {
	end := strings.TrimPrefix(list, "-")
	if !isPlainCode(end) || len(code) < categoryChars+len(end) {
		return false, false
	}
	return strings.HasSuffix(code, end), true
}

// behindDot reads lists of what follows the dot: ".44", ".51-.52", ".15. .25, .95". One character is not read: the notes
// that have it mean the 5th, behind a range that gives the 4th.
func behindDot(code, list string) (meets, known bool) {
	for _, item := range strings.Fields(list) {
		first, last, ranged := strings.Cut(strings.TrimRight(item, ".,-"), "-")
		if !ranged {
			last = first
		}
		first, last = strings.TrimPrefix(first, "."), strings.TrimPrefix(last, ".")
		if !isPlainCode(first) || len(first) < 2 || len(first) != len(last) || len(code) < categoryChars+len(first) {
			return false, false
		}
		has := code[categoryChars : categoryChars+len(first)]
		meets = meets || first <= has && has <= last
	}
	return meets, true
}

// atPlaces reads "fifth or sixth character 1-4 or 6", where one of the places has one of the characters, and "fifth to
// sixth characters 51", where they stand one behind the other from the first place on.
func atPlaces(code string, places []string, values string) (meets, known bool) {
	values = strings.TrimPrefix(strings.TrimSpace(values), ".")
	for i, word := range places {
		switch {
		case word == "or":
			continue
		case word == "to":
			return meets, known && i > 0
		}
		place := ordinalPlace(word)
		if place == 0 {
			return false, false
		}
		for _, value := range strings.Split(values, " or ") {
			first, last, ranged := strings.Cut(value, "-")
			if !ranged {
				last = first
			}
			if !isPlainCode(first) || len(first) != len(last) {
				return false, false
			}
			if len(code) >= place-1+len(first) {
				known = true
				has := code[place-1 : place-1+len(first)]
				meets = meets || first <= has && has <= last
			}
		}
	}
	return meets, known
}

// ordinalPlace reads "fifth" and "5th", 0 for anything else.
func ordinalPlace(word string) int {
	switch word {
	case "fourth", "4th":
		return 4
	case "fifth", "5th":
		return 5
	case "sixth", "6th":
		return 6
	case "seventh", "7th":
		return 7
	}
	return 0
}

// isPlainCode tells capitals and digits and nothing else.
func isPlainCode(s string) bool {
	for i := range len(s) {
		if !isCapitalOrDigit(s[i]) {
			return false
		}
	}
	return s != ""
}
