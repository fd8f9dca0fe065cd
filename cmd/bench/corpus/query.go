package corpus

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"coderounds/codesets"
)

// seed makes the choice the same in every run and on every side.
const seed = 0x636f6465

// MaxLength is the length of the longest codes, in characters.
const MaxLength = 7

// MaxWords is the greatest number of words in a query.
const MaxWords = 4

// Prefixes chooses n beginnings of codes, each of the given length, 1 to [MaxLength]; with length 0 each is as long as
// chance has it, up to the whole code.
func Prefixes(set *codesets.Set, length, n int) []string {
	rng := rand.New(rand.NewPCG(seed, uint64(length)))
	prefixes := make([]string, 0, n)
	for len(prefixes) < n {
		code := set.At(rng.IntN(set.Len())).Code
		switch {
		case length == 0:
			prefixes = append(prefixes, code[:1+rng.IntN(len(code))])
		case length <= len(code):
			prefixes = append(prefixes, code[:length])
		}
	}
	return prefixes
}

// Phrases chooses n queries of so many words, 1 to [MaxWords], each out of one title and in its order. Half of the
// queries are as a coder types who knows what there is, every word cut short ("frac fem ne"); in the other half only the
// last word is, as in a field that answers while one types.
func Phrases(set *codesets.Set, words, n int) []string {
	rng := rand.New(rand.NewPCG(seed, 100+uint64(words)))
	phrases := make([]string, 0, n)
	for len(phrases) < n {
		title := codesets.Words(set.At(rng.IntN(set.Len())).Long)
		if len(title) < words {
			continue
		}
		places := rng.Perm(len(title))[:words]
		slices.Sort(places)
		chosen := make([]string, words)
		for i, place := range places {
			chosen[i] = title[place]
			if i == words-1 || len(phrases)%2 == 0 {
				chosen[i] = cut(rng, chosen[i])
			}
		}
		phrases = append(phrases, strings.Join(chosen, " "))
	}
	return phrases
}

// cut returns the beginning of a word, at least a character of it.
func cut(rng *rand.Rand, word string) string {
	runes := []rune(word)
	return string(runes[:1+rng.IntN(len(runes))])
}

// PlainPhrases chooses as [Phrases] does, but none that has lay words: peers know none, and answers are to be compared.
func PlainPhrases(set *codesets.Set, words, n int) ([]string, error) {
	var plain []string
	for _, phrase := range Phrases(set, words, 4*n) {
		lay, err := codesets.HasLay(phrase)
		if err != nil {
			return nil, err
		}
		if !lay {
			plain = append(plain, phrase)
		}
	}
	if len(plain) < n {
		return nil, fmt.Errorf("choose queries: only %d of %d words have no lay words", len(plain), words)
	}
	return plain[:n], nil
}
