package corpus_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/cmd/bench/corpus"
	"coderounds/codesets"
	"coderounds/quiz"
)

func starterSet(t *testing.T) *codesets.Set {
	t.Helper()
	c, err := corpus.Load(t.TempDir())
	require.NoError(t, err)
	require.False(t, c.IsRelease())
	require.Len(t, c.Notes, 1)
	return c.Set(codesets.ICD10CM)
}

func TestPrefixes(t *testing.T) {
	set := starterSet(t)
	for length := range corpus.MaxLength + 1 {
		prefixes := corpus.Prefixes(set, length, 300)
		require.Len(t, prefixes, 300)
		require.Equal(t, prefixes, corpus.Prefixes(set, length, 300), "the same in every run")
		for _, p := range prefixes {
			if length > 0 {
				require.Len(t, p, length)
			}
			_, total := set.Prefix(nil, p, 1)
			require.Positive(t, total, p)
		}
	}
}

func TestPhrases(t *testing.T) {
	set := starterSet(t)
	for words := 1; words <= corpus.MaxWords; words++ {
		phrases := corpus.Phrases(set, words, 100)
		require.Len(t, phrases, 100)
		require.Equal(t, phrases, corpus.Phrases(set, words, 100), "the same in every run")
		for _, p := range phrases {
			require.Len(t, strings.Fields(p), words)
			_, total := set.Search(p, 1)
			require.Positive(t, total, p)
		}
	}
}

func TestReviewsMakeAJournal(t *testing.T) {
	for _, n := range []int{10, 2500} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			known := make(map[quiz.CardID]bool)
			keys := make(map[quiz.Key]bool)
			for _, r := range corpus.Reviews(n) {
				line, err := r.Line()
				require.NoError(t, err)
				_, err = quiz.ParseReview(line)
				require.NoError(t, err)
				known[r.Card], keys[r.Key()] = true, true
			}
			require.Len(t, known, corpus.Cards(n))
			require.Len(t, keys, n, "no review twice")
		})
	}
}
