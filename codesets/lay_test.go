package codesets_test

import (
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

// TestLayWordsAreOfTitles holds that every meaning finds a title in a release: each alone, all its words in one.
func TestLayWordsAreOfTitles(t *testing.T) {
	sets := []*codesets.Set{
		full(t, "icd10cm-2026-code-descriptions.zip"), full(t, "icd10pcs-2026-order-file.zip"), full(t, "hcpcs-2019-alpha-numeric.zip"),
	}
	phrases, err := codesets.LayPhrases()
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(phrases), 250)
	seen := make(map[string]bool)
	for _, p := range phrases {
		says := p.String()
		said := ""
		for _, word := range p.Says {
			said += word + " "
		}
		require.False(t, seen[said], "%s: stands twice", says)
		seen[said] = true
		for _, meaning := range p.Means {
			found := false
			for _, set := range sets {
				found = found || set.HasTitle(meaning)
			}
			if !found {
				t.Errorf("%s: no title has all of %q", says, meaning)
			}
		}
	}
}
