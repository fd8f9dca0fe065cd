package codesets

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold lowers s and strips the accents that some official titles carry and others lack.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < unicode.MaxASCII
	}
	if ascii {
		return strings.ToLower(s)
	}
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
	return bare
}

// lowerAll lowers the capitals of ASCII.
func lowerAll(text []byte) string {
	lowered := make([]byte, len(text))
	for i, c := range text {
		if c-'A' <= 'Z'-'A' {
			c |= 0x20
		}
		lowered[i] = c
	}
	return string(lowered)
}

// isPlainWord tells whether text with its capitals lowered is one word of letters and digits of ASCII, which folding
// does not change.
func isPlainWord(lower string) bool {
	for i := range len(lower) {
		if c := lower[i]; c-'a' > 'z'-'a' && c-'0' > '9'-'0' {
			return false
		}
	}
	return lower != ""
}

// Words splits text into folded words: runs of letters and digits.
func Words(text string) []string {
	var words []string
	for word, rest := cutWord(fold(text)); word != ""; word, rest = cutWord(rest) {
		words = append(words, word)
	}
	return words
}

// cutWord returns the first word of folded text and what is behind it; word is "" when there is none.
func cutWord(folded string) (word, rest string) {
	begin := -1
	for i := 0; i < len(folded); {
		r, size := rune(folded[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(folded[i:])
		}
		inside := r >= 'a' && r <= 'z' || r >= '0' && r <= '9' ||
			r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
		switch {
		case inside && begin < 0:
			begin = i
		case !inside && begin >= 0:
			return folded[begin:i], folded[i:]
		}
		i += size
	}
	if begin < 0 {
		return "", ""
	}
	return folded[begin:], ""
}
