package codesets

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Letter is a letter of an index and the run of its main terms.
type Letter struct {
	// Name is the letter, or "#" for terms that begin with none.
	Name string
	// Main are the positions of the main terms, in order.
	Main []int
}

// Letters returns the letters of the index, "#" first. Accents are folded; a main term that the publisher put among
// those of another letter stands with its own. Cost: a pass over the index.
func (x *Index) Letters() []Letter {
	var letters []Letter
	at := make(map[string]int)
	for _, i := range x.Main() {
		name := initial(x.Terms[i].Title)
		n, known := at[name]
		if !known {
			n = len(letters)
			at[name] = n
			letters = append(letters, Letter{Name: name})
		}
		letters[n].Main = append(letters[n].Main, i)
	}
	slices.SortFunc(letters, func(a, b Letter) int { return strings.Compare(a.Name, b.Name) })
	return letters
}

const letterNames = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

func initial(title string) string {
	if title != "" && title[0] < utf8.RuneSelf {
		if c := title[0] &^ 0x20; c >= 'A' && c <= 'Z' {
			return letterNames[c-'A' : c-'A'+1]
		}
		return "#"
	}
	r, _ := utf8.DecodeRuneInString(fold(title))
	if r == utf8.RuneError || !unicode.IsLetter(r) {
		return "#"
	}
	return strings.ToUpper(string(r))
}

// Begins reports whether a term begins with what was typed, whatever its case and accents. It does
// not allocate but where there are accents.
func (t Term) Begins(typed string) bool {
	typed = strings.TrimLeft(typed, " ")
	n := min(len(typed), len(t.Title))
	for i := range n {
		a, b := t.Title[i], typed[i]
		if a >= utf8.RuneSelf || b >= utf8.RuneSelf {
			return strings.HasPrefix(fold(t.Title), fold(typed))
		}
		if lower(a) != lower(b) {
			return false
		}
	}
	return n == len(typed)
}

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// End returns the position behind the term at i and all below it.
func (x *Index) End(i int) int {
	end := i + 1
	for end < len(x.Terms) && x.Terms[end].Level > x.Terms[i].Level {
		end++
	}
	return end
}

// Letter is the letter under which a main term stands, as [Index.Letters] names it.
func (t Term) Letter() string { return initial(t.Title) }
