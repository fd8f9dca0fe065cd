package codesets_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// scanWords answers a query of words the obvious way, with all hits in order.
func scanWords(set *codesets.Set, query string) []int32 {
	type hit struct {
		at, exact, size int
	}
	var hits []hit
	for at := range set.Len() {
		title := codesets.Words(set.Title(at))
		h := hit{at: at, size: min(len(title), 255)}
		found := true
		for _, word := range codesets.Words(query) {
			found = found && slices.ContainsFunc(title, func(s string) bool { return strings.HasPrefix(s, word) })
			if slices.Contains(title, word) {
				h.exact++
			}
		}
		if found {
			hits = append(hits, h)
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.exact, a.exact), cmp.Compare(a.size, b.size))
	})
	var places []int32
	for _, h := range hits {
		places = append(places, int32(h.at))
	}
	return places
}

// requireScan holds a search against the scan.
func requireScan(t require.TestingT, set *codesets.Set, query string, k int) {
	want := scanWords(set, query)
	if len(codesets.Words(query)) == 0 {
		want = nil
	}
	hits, total := set.Search(query, k)
	require.Equal(t, len(want), total, query)
	require.Len(t, hits, min(k, len(want)), query)
	require.True(t, slices.Equal(want[:len(hits)], hits), "%q: got %v, want %v", query, hits, want[:len(hits)])
}

func TestSearchAgreesWithAScan(t *testing.T) {
	set := full(t, "icd10cm-2026-code-descriptions.zip")
	for _, query := range []string{
		"frac fem neck", "diabetes", "a", "o", "of", "type 2 diabetes kidney", "initial enc r", "unspec", "x", "00", "with a",
		"of of of", "fracture of right femur initial encounter", "d e n t", "Ménière", "7th", "sezary", "zz", "in in", "",
	} {
		requireScan(t, set, query, 10)
	}
	requireScan(t, set, "fracture of", 100_000)
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
	set, err := codesets.Build(codesets.Draft{Release: codesets.Release{System: codesets.HCPCS}, Codes: codes}, nil)
	require.NoError(t, err)
	return set
}

// TestSearchOfAnyTitles holds Search against a scan where words are in few titles and in most, and begin one another.
func TestSearchOfAnyTitles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringMatching(`[ab]{1,4}|of|É|ée`)
		title := rapid.Map(rapid.SliceOfN(word, 1, 6), func(words []string) string { return strings.Join(words, " ") })
		set := titled(t, rapid.SliceOfN(title, 1, 200).Draw(t, "titles"))
		query := rapid.Map(rapid.SliceOfN(word, 0, 5), func(words []string) string { return strings.Join(words, " ") }).Draw(t, "query")
		requireScan(t, set, query, rapid.IntRange(0, 12).Draw(t, "k"))
	})
}

// FuzzSearch feeds any titles, a line each, and any query.
func FuzzSearch(f *testing.F) {
	f.Add("Fracture of neck, closed\nFracture, open\nSézary disease", "frac of", 3)
	f.Add("\n, , \n  \n\x80é", "é", 1)
	f.Fuzz(func(t *testing.T, titles, query string, k int) {
		lines := strings.Split(titles, "\n")
		requireScan(t, titled(t, lines[:min(len(lines), 500)]), query, max(0, min(k, 1000)))
	})
}

func TestSearchHardlyAllocates(t *testing.T) {
	set := small(t)
	require.LessOrEqual(t, testing.AllocsPerRun(100, func() { set.Search("skin of lip", 10) }), 1.0, "the hits")
	require.Zero(t, testing.AllocsPerRun(100, func() { set.Search("skin of lip", 0) }))
	require.Zero(t, testing.AllocsPerRun(100, func() { set.Find("C4401") }))
}
