package main

import (
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/cmd/bench/corpus"
	"coderounds/codesets"
)

func TestBleveAnswersAsTheSetDoes(t *testing.T) {
	c, err := corpus.Load(t.TempDir())
	require.NoError(t, err)
	set, err := corpus.TitlesOnly(c.Set(codesets.ICD10CM))
	require.NoError(t, err)
	index, err := newBleve(set)
	require.NoError(t, err)
	defer index.Close()
	for words := 1; words <= corpus.MaxWords; words++ {
		phrases, err := corpus.PlainPhrases(set, words, 50)
		require.NoError(t, err)
		require.NoError(t, agree(set, index, phrases))
	}
	require.NoError(t, agree(set, index, []string{"nonsense", "Crohn's", "type 2 diab", "the the"}))
}
