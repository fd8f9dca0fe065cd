package codesets_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// requireScan holds a search against the scan.
func requireScan(t require.TestingT, set *codesets.Set, names []scanned, query string, k int) {
	want := scanWords(set, names, query)
	hits, total := set.Search(query, k)
	require.Equal(t, len(want), total, query)
	require.Len(t, hits, min(k, len(want)), query)
	require.True(t, slices.Equal(want[:len(hits)], hits), "%q: got %v, want %v", query, hits, want[:len(hits)])
}

func TestSearchAgreesWithAScan(t *testing.T) {
	set := full(t, "icd10cm-2026-code-descriptions.zip")
	names := scanNames(set)
	for _, query := range few([]string{
		"frac fem neck", "diabetes", "o", "type 2 diabetes kidney", "of of of", "fracture of right femur initial encounter", "d e n t",
		"Ménière", "zz", "blood clot of the leg", "", "attack acute heart", "dm ckd foot", "a b c d e f g h i j k l m n o p q r s t",
	}) {
		requireScan(t, set, names, query, 10)
	}
	requireScan(t, set, names, "fracture of", 100_000)
}

// few leaves one query where a scan is slow, and the code is the same.
func few(queries []string) []string {
	if runtime.GOOS == "js" {
		return queries[:1]
	}
	return queries
}

func TestSearchOfNotesAndIndexesAgreesWithAScan(t *testing.T) {
	set := full(t, cmWhole...)
	names := scanNames(set)
	for _, query := range few([]string{"pneumonia hypertens", "attack heart", "diab"}) {
		requireScan(t, set, names, query, 1000)
	}
	set = full(t, pcs2026...)
	names = scanNames(set)
	for _, query := range []string{"chole open"} {
		requireScan(t, set, names, query, 1000)
	}
}

// TestEveryBeginningOfAWord proves the total of every query of one word that finds anything in a release.
func TestEveryBeginningOfAWord(t *testing.T) {
	for _, name := range []string{"icd10cm-2026-code-descriptions.zip", "icd10pcs-2026-order-file.zip", "hcpcs-2019-alpha-numeric.zip"} {
		set := full(t, name)
		type count struct{ total, last int }
		want := make(map[string]*count)
		for at := range set.Len() {
			for _, word := range codesets.Words(set.Title(at)) {
				for n := 1; n <= len(word); n++ {
					c := want[word[:n]]
					if c == nil {
						c = &count{last: -1}
						want[word[:n]] = c
					}
					if c.last != at {
						c.last = at
						c.total++
					}
				}
			}
		}
		for beginning, c := range want {
			if slots, err := codesets.ReadQuery(beginning); err != nil || slots[0].Means != nil {
				require.NoError(t, err)
				continue // it may be meant for something else as well
			}
			if _, total := set.Search(beginning, 0); total != c.total {
				t.Fatalf("%s: %q: %d found, want %d", name, beginning, total, c.total)
			}
		}
	}
}

// titled is a set of codes with given titles.
func titled(t require.TestingT, titles []string) *codesets.Set {
	codes := make([]codesets.Code, len(titles))
	for i, title := range titles {
		codes[i] = codesets.Code{Code: fmt.Sprintf("A%04d", i), Long: title}
	}
	set, err := codesets.Build(codesets.Draft{Release: codesets.Release{System: codesets.HCPCS}, Codes: codesets.CodesOf(codes)}, nil)
	require.NoError(t, err)
	return set
}

// TestSearchOfAnyTitles holds Search against a scan where words are in few titles and in most, and begin one another.
func TestSearchOfAnyTitles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[ab]{1,4}|of|É|ée|mi|myocardial|infarction|heart,?|attack`)
		title := rapid.Map(rapid.SliceOfN(word, 1, 6), func(words []string) string { return strings.Join(words, " ") })
		set := titled(t, rapid.SliceOfN(title, 1, 200).Draw(t, "titles"))
		query := rapid.Map(rapid.SliceOfN(word, 0, 5), func(words []string) string { return strings.Join(words, " ") }).Draw(t, "query")
		requireScan(t, set, scanNames(set), query, rapid.IntRange(0, 12).Draw(t, "k"))
	})
}

// FuzzSearch feeds any titles, a line each, and any query.
func FuzzSearch(f *testing.F) {
	f.Add("Fracture of neck, closed\nFracture, open\nSézary disease", "frac of", 3)
	f.Add("\n, , \n  \n\x80é", "é", 1)
	f.Add("Acute myocardial infarction\nAttack of the heart, other\nHearts", "heart atta", 5)
	f.Fuzz(func(t *testing.T, titles, query string, k int) {
		lines := strings.Split(titles, "\n")
		set := titled(t, lines[:min(len(lines), 500)])
		requireScan(t, set, scanNames(set), query, max(0, min(k, 1000)))
	})
}

func TestSearchHardlyAllocates(t *testing.T) {
	set := small(t)
	require.LessOrEqual(t, testing.AllocsPerRun(100, func() { set.Search("skin of lip", 10) }), 1.0, "the hits")
	require.Zero(t, testing.AllocsPerRun(100, func() { set.Search("skin of lip", 0) }))
	require.Zero(t, testing.AllocsPerRun(100, func() { set.Find("C4401") }))
}
