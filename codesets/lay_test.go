package codesets_test

import (
	"strings"
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

// TestLayPhrasesSayMore holds that no phrase stands for itself, which would be of no use.
func TestLayPhrasesSayMore(t *testing.T) {
	phrases, err := codesets.LayPhrases()
	require.NoError(t, err)
	for _, p := range phrases {
		require.NotEqual(t, [][]string{p.Says}, p.Means, p.String())
	}
}

func TestReadLay(t *testing.T) {
	l, err := codesets.ReadLay("# a remark\n\nHeart Attack = infarction, myocardial | x-ray # one\n")
	require.NoError(t, err)
	require.Equal(t, []codesets.Phrase{{Says: []string{"heart", "attack"}, Means: [][]string{{"infarction", "myocardial"}, {"x", "ray"}}}}, l)
	require.Equal(t, "heart attack = infarction myocardial | x ray", l[0].String())
	for file, says := range map[string]string{
		"a = b\nnothing": "line 2", "= b": "line 1", "a =": "line 1", "a = |": "line 1",
	} {
		_, err := codesets.ReadLay(file)
		require.ErrorContains(t, err, says)
	}
}

// TestReadQuery holds which lay phrases a query is read by.
func TestReadQuery(t *testing.T) {
	for query, want := range map[string][]string{
		"heart attack":        {"heart attack*"},
		"attack of the heart": {"of", "the", "attack heart*"},
		"heart attacks":       {"heart attacks*"},
		"old heart attack":    {"old heart attack*"}, // of more words
		"attack":              {"attack"},
		"heart":               {"heart*"},
		"hea atta":            {"hea", "atta"}, // too short
		"hear atta":           {"hear atta*"},
		"mi":                  {"mi*"},
		"mis":                 {"mis"},
		"dm ckd":              {"dm*", "ckd*"},
		"MI, acute":           {"acute", "mi*"},
	} {
		slots, err := codesets.ReadQuery(query)
		require.NoError(t, err)
		var got []string
		for _, s := range slots {
			text := strings.Join(s.Words, " ")
			if s.Means != nil {
				text += "*"
			}
			got = append(got, text)
		}
		require.Equal(t, want, got, query)
	}
}
