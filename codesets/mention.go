package codesets

import "strings"

// Mention is a code or a range of codes that a note names, as written: "(A05.-)", "(T61-T62)".
type Mention struct {
	// First and Last bound the range, normalised and with all codes below them; they are equal for a single code.
	First, Last string
	// Condition is what narrows the range in prose: "with fifth or sixth character 5"; "" for none.
	Condition string
}

// Mentions finds the codes that the text of a note names, in order. Codes have the shape of ICD-10-CM: a letter, two more
// characters with a digit among the first three, and up to four behind the dot. Ranges are written in many ways, all
// read here: "X-Y", "X.-Y.-", "X--Y-", "X.- to Y.-", "X- -Y-". A condition counts for every code of its parenthesis.
// What looks like a code need not be one ("B12"); [Set.Named] knows.
func Mentions(text string) []Mention {
	var all []Mention
	behind := -1 // where the last code ended
	open := 0    // the first mention of the parenthesis
	for i := 0; i < len(text); {
		if text[i] == '(' {
			open = len(all)
		}
		code, end := mentionAt(text, i)
		if code == "" {
			i++
			continue
		}
		if len(all) > 0 && joinsRange(text[behind:i]) && all[len(all)-1].First == all[len(all)-1].Last {
			all[len(all)-1].Last = code
		} else {
			all = append(all, Mention{First: code, Last: code})
		}
		i, behind = end, end
		if condition := conditionAt(text[end:]); condition != "" {
			for m := open; m < len(all); m++ {
				all[m].Condition = condition
			}
		}
	}
	return all
}

// mentionAt reads a code at a place of the text, "" when none is there.
func mentionAt(text string, at int) (code string, end int) {
	if at > 0 && (isAlphanumeric(text[at-1]) || text[at-1] == '.' && at > 1 && isAlphanumeric(text[at-2])) {
		return "", at
	}
	for end = at; end < len(text) && isCapitalOrDigit(text[end]); end++ {
	}
	if end-at != 3 || text[at] < 'A' || strings.Trim(text[at:end], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		return "", at
	}
	code = text[at:end]
	if end+1 < len(text) && text[end] == '.' && isCapitalOrDigit(text[end+1]) {
		from := end + 1
		for end = from; end < len(text) && isCapitalOrDigit(text[end]); end++ {
		}
		if end-from > 4 {
			return "", at
		}
		code += text[from:end]
	}
	if end < len(text) && isAlphanumeric(text[end]) {
		return "", at
	}
	return code, end
}

// joinsRange reports whether what stands between two codes makes a range of them: only dots, dashes and blanks, a dash
// or "to" last. "X-. Y" is a list with a slip.
func joinsRange(between string) bool {
	if rest, ok := strings.CutSuffix(between, " to "); ok {
		return strings.Trim(rest, ".- ") == ""
	}
	return strings.HasSuffix(between, "-") && strings.Trim(between, ".- ") == ""
}

// conditionAt returns the words with which a text goes on to narrow the codes before it.
func conditionAt(rest string) string {
	rest = strings.TrimLeft(rest, ".-, ")
	if !strings.HasPrefix(rest, "with ") {
		return ""
	}
	condition, _, _ := strings.Cut(rest, ")")
	return strings.TrimRight(condition, " ;")
}

func isCapitalOrDigit(c byte) bool { return c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' }

func isAlphanumeric(c byte) bool { return isCapitalOrDigit(c) || c >= 'a' && c <= 'z' }

// Span is a run of codes in official order.
type Span struct {
	// First and Last are official positions, both included.
	First, Last int
	// Condition narrows the run in prose, "" for none: not every code of it is meant.
	Condition string
}

// Holds reports whether a position lies in the span.
func (s Span) Holds(at int) bool { return at >= s.First && at <= s.Last }

// Named finds the codes that the text of a note names, as runs in official order: C43-C44 holds C4A, which stands between
// them in the book and behind them in ASCII. What the set does not have is left out, so it is empty for a note without
// codes. Cost: a few binary searches a code.
func (s *Set) Named(text string) []Span {
	var spans []Span
	for _, m := range Mentions(text) {
		if span, ok := s.Span(m); ok {
			spans = append(spans, span)
		}
	}
	return spans
}

// Span finds the run of codes that a mention is of; ok is false when the set does not have its ends.
func (s *Set) Span(m Mention) (span Span, ok bool) {
	first, _, ok := s.block(m.First)
	_, last, ok2 := s.block(m.Last)
	return Span{first, last, m.Condition}, ok && ok2 && first <= last
}

// Tops returns the positions of the codes of a span that hang under none of it, in official order.
func (s *Set) Tops(span Span) []int {
	var tops []int
	for at := span.First; at <= span.Last; at = s.behind(at) {
		tops = append(tops, at)
	}
	return tops
}

// block returns the first and last official position of the codes that begin with a normalised prefix.
func (s *Set) block(prefix string) (first, last int, ok bool) {
	var room [1]int32
	at, total := s.Prefix(room[:0], prefix, 1)
	if total == 0 {
		return 0, 0, false
	}
	return int(at[0]), int(at[0]) + total - 1, true
}
