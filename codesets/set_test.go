package codesets_test

import (
	"os"
	"slices"
	"sort"
	"strings"
	"testing"
	"testing/fstest"

	"coderounds/codesets"
	"coderounds/codesets/release"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// small is a set whose official order is not ASCII order.
func small(t testing.TB) *codesets.Set {
	t.Helper()
	var codes []codesets.Code
	for i, row := range []string{
		"C43- Malignant melanoma of skin", "C430 Malignant melanoma of lip", "C4A- Merkel cell carcinoma",
		"C4A0 Merkel cell carcinoma of lip", "C44- Other malignant neoplasm of skin", "C440- Other malignant neoplasm of skin of lip",
		"C4400 Unspecified malignant neoplasm of skin of lip", "C4401 Basal cell carcinoma of skin of lip",
		"S720- Fracture of head and neck of femur", "S72001A Fracture of neck of right femur, initial encounter",
		"Z36 Encounter for antenatal screening", "Z3A00 Weeks of gestation not specified", "Z370 Single live birth",
	} {
		code, title, _ := strings.Cut(row, " ")
		codes = append(codes, codesets.Code{
			Code: strings.TrimSuffix(code, "-"), Billable: !strings.HasSuffix(code, "-"), Order: i + 1, Long: title,
		})
	}
	set, err := codesets.Build(codesets.Draft{
		Release: codesets.Release{System: codesets.ICD10CM, Label: "test"},
		Codes:   codesets.CodesOf(codes),
		Groups: []codesets.Group{
			{Level: codesets.Chapter, Label: "2", Title: "Neoplasms", First: "C00", Last: "D49"},
			{Level: codesets.Section, Label: "C43-C44", Title: "Melanoma and other malignant neoplasms of skin", First: "C43", Last: "C44"},
			{Level: codesets.Chapter, Label: "21", Title: "Factors influencing health status", First: "Z00", Last: "Z99"},
			{Level: codesets.Section, Label: "Z30-Z39", Title: "Reproduction", First: "Z30", Last: "Z39"},
		},
		Notes: map[string][]codesets.Note{
			"C44":             {{Kind: codesets.Excludes1, Text: "melanoma of skin (C43.-)"}, {Kind: codesets.Inclusion, Text: "of this alone"}},
			"C4401":           {{Kind: codesets.Includes, Text: "own"}},
			"section C43-C44": {{Kind: codesets.Excludes2, Text: "of the section"}},
		},
	}, nil)
	require.NoError(t, err)
	return set
}

// What belongs together of the publishers' archives beside the checkout.
var (
	cm2025  = []string{"icd10cm-2025-code-descriptions.zip"}
	cm2026  = []string{"icd10cm-2026-code-descriptions.zip", "icd10cm-2021-tabular-xml.zip"}
	cmWhole = append(cm2026[:2:2], "icd10cm-2017-index-xml.zip", "icd10cm-2025-drug-neoplasm-eindex-xml.zip")
	pcs2025 = []string{"icd10pcs-2025-order-file.zip", "icd10pcs-2025-tables-index-definitions-xml.zip"}
	pcs2026 = []string{"icd10pcs-2026-order-file.zip", "icd10pcs-2025-tables-index-definitions-xml.zip"}
	hcpcs   = []string{"hcpcs-2019-alpha-numeric.zip"}
)

// full reads official archives into one set, or the test is skipped.
func full(t testing.TB, names ...string) *codesets.Set {
	t.Helper()
	files := make(fstest.MapFS)
	for _, name := range names {
		data, err := os.ReadFile("../../shared/data/releases/" + name)
		if os.IsNotExist(err) {
			t.Skipf("the reference release %s is not beside the checkout", name)
		}
		require.NoError(t, err)
		files[name] = &fstest.MapFile{Data: data}
	}
	sets, err := release.Read(files, nil)
	require.NoError(t, err)
	require.Len(t, sets, 1)
	return sets[0]
}

func codesAt[I int | int32](set *codesets.Set, places []I) []string {
	var codes []string
	for _, p := range places {
		codes = append(codes, set.At(int(p)).Code)
	}
	return codes
}

func TestPrefixKeepsOfficialOrder(t *testing.T) {
	set := small(t)
	first, total := set.Prefix(nil, "C4", 4)
	require.Equal(t, []string{"C43", "C430", "C4A", "C4A0"}, codesAt(set, first))
	require.Equal(t, 8, total)
	first, total = set.Prefix(nil, "Q", 4)
	require.Empty(t, first)
	require.Zero(t, total)
	_, total = set.Prefix(nil, "", 1)
	require.Equal(t, set.Len(), total)
}

func TestBuildRefuses(t *testing.T) {
	for says, codes := range map[string][]codesets.Code{
		"no codes":                               nil,
		"not in normal form":                     {{Code: "s72.0"}},
		"A00.0 stands twice, in row 1 and row 2": {{Code: "A000"}, {Code: "A000"}},
	} {
		_, err := codesets.Build(codesets.Draft{Release: codesets.Release{System: codesets.ICD10CM}, Codes: codesets.CodesOf(codes)}, nil)
		require.ErrorContains(t, err, says)
	}
}

func TestTree(t *testing.T) {
	set := small(t)
	at, ok := set.Find("C4401")
	require.True(t, ok)
	require.Equal(t, []string{"C44", "C440", "C4401"}, codesAt(set, set.Path(at)))
	require.Equal(t, []string{"C4400"}, codesAt(set, set.Siblings(at)))
	require.Equal(t, []string{"C4400", "C4401"}, codesAt(set, set.Children(set.Parent(at))))
	groups := set.Groups(at)
	require.Len(t, groups, 2)
	require.Equal(t, "2", groups[0].Label)

	merkel, _ := set.Find("C4A0")
	require.Equal(t, "C43-C44", set.Groups(merkel)[1].Label, "a letter category belongs where official order puts it")
	weeks, _ := set.Find("Z3A00")
	require.Equal(t, "Z30-Z39", set.Groups(weeks)[1].Label)
}

func TestNotesAreInherited(t *testing.T) {
	set := small(t)
	at, _ := set.Find("C4401")
	require.Equal(t, []codesets.Inherited{
		{Note: codesets.Note{Kind: codesets.Includes, Text: "own"}, From: "C44.01"},
		{Note: codesets.Note{Kind: codesets.Excludes1, Text: "melanoma of skin (C43.-)"}, From: "C44"},
		{Note: codesets.Note{Kind: codesets.Excludes2, Text: "of the section"}, From: "Section C43-C44"},
	}, set.Notes(at))
}

func TestSearchRanks(t *testing.T) {
	set := small(t)
	hits, total := set.Search("lip skin", 3)
	require.Equal(t, 3, total)
	require.Equal(t, []string{"C4400", "C4401", "C440"}, codesAt(set, hits), "what is unspecified first, a header last")
	hits, total = set.Search("frac fem NECK", 9)
	require.Equal(t, 2, total)
	require.Equal(t, []string{"S72001A", "S720"}, codesAt(set, hits))
	_, total = set.Search("", 3)
	require.Zero(t, total)
	_, total = set.Search("lip nonsense", 3)
	require.Zero(t, total)
}

func TestLook(t *testing.T) {
	set := small(t)
	found := set.Look("c44.0", 2)
	require.Equal(t, 3, found.Total)
	require.Equal(t, "C440", found.Hits[0].Code().Code)
	require.Equal(t, "C4400", found.Hits[1].Code().Code)
	found = set.Look("merk", 5)
	require.Equal(t, 2, found.Total)
	require.Equal(t, "C4A", found.Hits[0].Code().Code)
}

func TestNormalize(t *testing.T) {
	for typed, want := range map[string]string{
		"s72.0": "S720", "S720": "S720", " S72.0 ": "S720", "s72.001a": "S72001A", "": "", "E11.-": "E11", "O8O": "O8O", "é": "é",
	} {
		require.Equal(t, want, codesets.Normalize(typed))
	}
}

func TestMeantOffersLookalikes(t *testing.T) {
	set := small(t)
	for typed, want := range map[string]string{"C43O": "C430", "S72O0lA": "S72001A", "z3aOO": "Z3A00", "C430": "", "C43Q": ""} {
		code, ok := set.Meant(typed)
		require.Equal(t, want != "", ok, typed)
		require.Equal(t, want, code.Code, typed)
	}
}

func TestPrefixDoesNotAllocate(t *testing.T) {
	set := small(t)
	room := make([]int32, 0, 10)
	require.Zero(t, testing.AllocsPerRun(100, func() { set.Prefix(room, "C4", 10) }))
}

// scan answers a prefix the obvious way.
func scan(set *codesets.Set, prefix string, k int) (first []int32, total int) {
	for i := range set.Len() {
		if strings.HasPrefix(set.At(i).Code, prefix) {
			if total++; len(first) < k {
				first = append(first, int32(i))
			}
		}
	}
	return first, total
}

// TestPrefixOfReleases proves the first ten and the total of every prefix that occurs, by one pass over the codes.
func TestPrefixOfReleases(t *testing.T) {
	for _, name := range []string{"icd10cm-2026-code-descriptions.zip", "icd10pcs-2026-order-file.zip", "hcpcs-2019-alpha-numeric.zip"} {
		set := full(t, name)
		type answer struct {
			first []int32
			total int
		}
		want := make(map[string]*answer)
		for i := range set.Len() {
			code := set.At(i).Code
			for n := 0; n <= len(code); n++ {
				a := want[code[:n]]
				if a == nil {
					a = new(answer)
					want[code[:n]] = a
				}
				if a.total++; len(a.first) < 10 {
					a.first = append(a.first, int32(i))
				}
			}
		}
		room := make([]int32, 0, 10)
		for prefix, a := range want {
			first, total := set.Prefix(room, prefix, 10)
			if total != a.total || !slices.Equal(first, a.first) {
				t.Fatalf("%s: prefix %q: got %v of %d, want %v of %d", name, prefix, first, total, a.first, a.total)
			}
		}
	}
}

// TestPrefixInAnyOrder holds Prefix against a scan for sets in every order, scattered ones too.
func TestPrefixInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfNDistinct(rapid.StringMatching(`[AB][01A]{2}[01]{0,4}`), 1, 150, rapid.ID[string]).Draw(t, "codes")
		if rapid.Bool().Draw(t, "sorted") {
			sort.Strings(names)
		}
		codes := make([]codesets.Code, len(names))
		for i, n := range names {
			codes[i] = codesets.Code{Code: n, Long: n}
		}
		set, err := codesets.Build(codesets.Draft{Release: codesets.Release{System: codesets.ICD10CM}, Codes: codesets.CodesOf(codes)}, nil)
		require.NoError(t, err)
		prefix := rapid.StringMatching(`[AB]?[01A]{0,3}`).Draw(t, "prefix")
		k := rapid.IntRange(0, 5).Draw(t, "k")
		want, wantTotal := scan(set, prefix, k)
		got, total := set.Prefix(nil, prefix, k)
		require.Equal(t, wantTotal, total)
		require.Equal(t, want, got)
	})
}

func FuzzNormalize(f *testing.F) {
	for _, s := range []string{"s72.0", " S720", "O80", "é.-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		once := codesets.Normalize(typed)
		require.Equal(t, once, codesets.Normalize(once), "normalising twice changes nothing")
		require.False(t, strings.ContainsAny(once, " .-\t\nabcxyz"))
	})
}

func FuzzMeant(f *testing.F) {
	set := small(f)
	f.Add("S72O01A")
	f.Fuzz(func(t *testing.T, typed string) {
		if code, ok := set.Meant(typed); ok {
			require.NotEqual(t, codesets.Normalize(typed), code.Code)
			require.Len(t, code.Code, len(codesets.Normalize(typed)))
		}
	})
}
