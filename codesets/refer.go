package codesets

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// Refer finds the term that the words of a reference name: "Pain, abdominal" is the subterm abdominal of the main
// term Pain. It goes as deep as there are terms and returns the rest of the words, such as "by site"; ok is false when
// there is not even a main term. References are prose and not always the words of the term they mean: nonessential
// modifiers, NEC and NOS do not count, a title may give other words for its term ("Enlargement, enlarged"), and what stands
// under "with" need not say so. Cost: a pass over the main terms and the subterms on the way, under a millisecond.
func (x *Index) Refer(words string) (at int, rest string, ok bool) {
	parts := strings.Split(bare(words), ", ")
	at, left := x.deepest(x.Main(), parts)
	if at >= 0 {
		return at, strings.Join(left, ", "), true
	}
	return x.leading(strings.Join(parts, ", "))
}

// aside is what is in parentheses, with the blank before it.
var aside = regexp.MustCompile(`\s*\([^)]*\)`)

// bare is text in the form in which titles and references are compared.
func bare(text string) string {
	text = fold(text)
	if strings.ContainsRune(text, '(') {
		text = aside.ReplaceAllString(text, "")
	}
	text = strings.TrimSuffix(strings.TrimSuffix(text, " nos"), " nec")
	return strings.TrimSpace(text)
}

// deepest finds among terms the one that the first of the words name, and on below it, so that the fewest words are left
// over. It returns -1 when no term is named.
func (x *Index) deepest(among []int, words []string) (at int, left []string) {
	at, left = -1, words
	if len(words) == 0 || words[0] == "" {
		return at, left
	}
	exact := false // the title says no more than the words do
	for _, i := range among {
		n, whole := x.meets(i, words)
		if n == 0 {
			continue
		}
		deep, rest := i, words[n:]
		if d, r := x.below(i, rest); d >= 0 {
			deep, rest = d, r
		}
		if len(rest) < len(left) || len(rest) == len(left) && whole && !exact {
			at, left, exact = deep, rest, whole
		}
	}
	return at, left
}

// below goes on under a term, and under what joins it to others where nothing else is found.
func (x *Index) below(i int, words []string) (at int, left []string) {
	kids := x.Below(i)
	if at, left = x.deepest(kids, words); at >= 0 {
		return at, left
	}
	for _, kid := range kids {
		switch bare(x.Terms[kid].Title) {
		case "with", "in", "due to", "by", "complicating", "complicated by":
			if at, left = x.deepest(x.Below(kid), words); at >= 0 {
				return at, left
			}
		}
	}
	return -1, words
}

// meets returns how many of the words the title of a term takes, and whether these are all of it.
func (x *Index) meets(i int, words []string) (n int, whole bool) {
	title := x.Terms[i].Title
	if title == "" || title[0] < utf8.RuneSelf && lower(title[0]) != words[0][0] && !strings.Contains(title, ",") {
		return 0, false
	}
	parts := strings.Split(bare(title), ", ")
	for n < len(parts) && n < len(words) && sameWords(parts[n], words[n]) {
		n++
	}
	if n == 0 {
		for _, other := range parts[1:] {
			if sameWords(other, words[0]) {
				return 1, false
			}
		}
	}
	return n, n == len(parts)
}

// sameWords forgives the plural: references say "Complications" for the main term "Complication(s)".
func sameWords(a, b string) bool { return a == b || a == b+"s" || b == a+"s" }

// leading finds the main term whose title is the longest beginning of the words: "Introduction with qualifier".
func (x *Index) leading(words string) (at int, rest string, ok bool) {
	longest := 0
	for _, i := range x.Main() {
		title := bare(x.Terms[i].Title)
		if len(title) > longest && len(title) < len(words) && words[len(title)] == ' ' && strings.HasPrefix(words, title) {
			at, longest = i, len(title)
		}
	}
	return at, strings.TrimSpace(words[longest:]), longest > 0
}
