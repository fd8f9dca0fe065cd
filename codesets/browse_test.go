package codesets_test

import (
	"strings"
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

// tree is a small book of chapters within which sections lie in sections.
func tree(t *testing.T) *codesets.Set {
	t.Helper()
	codes := []codesets.Code{
		{Code: "C43", Long: "Melanoma"}, {Code: "C430", Long: "Melanoma of lip", Billable: true},
		{Code: "C4A", Long: "Merkel cell carcinoma", Billable: true}, {Code: "C50", Long: "Breast", Billable: true},
		{Code: "S72", Long: "Fracture"}, {Code: "S7200", Long: "Fracture of neck"},
		{Code: "S7200XA", Long: "Fracture of neck, initial encounter", Billable: true},
		{Code: "S7200XD", Long: "Fracture of neck, subsequent encounter", Billable: true},
		{Code: "Z00", Long: "Elsewhere", Billable: true},
	}
	for i := range codes {
		codes[i].Order = i + 1
	}
	return built(t, codesets.Draft{
		Release: codesets.Release{System: codesets.ICD10CM, Label: "FY2026"}, Codes: codesets.CodesOf(codes),
		Groups: []codesets.Group{
			{Level: codesets.Chapter, Label: "2", Title: "Neoplasms", First: "C00", Last: "D49"},
			{Level: codesets.Section, Label: "C00-C96", First: "C00", Last: "C96"},
			{Level: codesets.Section, Label: "C43-C44", First: "C43", Last: "C44"},
			{Level: codesets.Section, Label: "C50", First: "C50", Last: "C50"},
			{Level: codesets.Chapter, Label: "19", Title: "Injury", First: "S00", Last: "T88"},
			{Level: codesets.Chapter, Label: "21", Title: "Factors", First: "Z00", Last: "Z99"},
		},
		Notes: map[string][]codesets.Note{"chapter 2": {{Kind: codesets.General, Text: "Morphology"}}},
	})
}

func names(set *codesets.Set, at []int) []string {
	var all []string
	for _, i := range at {
		all = append(all, set.Code(i))
	}
	return all
}

func TestGroupsHoldGroupsAndCategories(t *testing.T) {
	set := tree(t)
	require.Equal(t, []int{0, 4, 5}, set.Inner(-1))
	require.Equal(t, []int{1}, set.Inner(0))
	require.Equal(t, []int{2, 3}, set.Inner(1))
	require.Equal(t, 1, set.Outer(2))
	require.Equal(t, -1, set.Outer(4))
	require.Equal(t, []string{"C43", "C4A"}, names(set, set.Categories(2)), "C4A stands where the book has it")
	require.Equal(t, []string{"S72"}, names(set, set.Categories(4)))
	require.Empty(t, set.Categories(-1))
	at, _ := set.Find("C4A")
	require.Equal(t, 2, set.GroupOf(at))
	require.Equal(t, []codesets.Inherited{{Note: codesets.Note{Kind: codesets.General, Text: "Morphology"}, From: "Chapter 2"}}, set.GroupNotes(0))
}

func TestSpanHoldsWhatTheBookHasBetween(t *testing.T) {
	set := tree(t)
	span, ok := set.Span(codesets.Mention{First: "C43", Last: "C50"})
	require.True(t, ok)
	require.Equal(t, []string{"C43", "C4A", "C50"}, names(set, set.Tops(span)))
	_, ok = set.Span(codesets.Mention{First: "C43", Last: "E11"})
	require.False(t, ok)
}

func TestSeventhsFromTheTitles(t *testing.T) {
	set := tree(t)
	for _, code := range []string{"S7200", "S7200XD"} {
		at, ok := set.Find(code)
		require.True(t, ok)
		sevenths := set.Sevenths(at)
		require.Len(t, sevenths, 2, code)
		require.Equal(t, codesets.Value{Char: 'A', Label: "initial encounter"}, sevenths[0].Value)
		require.Equal(t, "S7200XD", set.Code(sevenths[1].At))
	}
	at, _ := set.Find("C43")
	require.Empty(t, set.Sevenths(at))
}

func TestLetters(t *testing.T) {
	x := codesets.Index{Terms: []codesets.Term{
		codesets.NewTerm(0, "Ábcess", "", ""), codesets.NewTerm(1, "lung", "", ""), codesets.NewTerm(0, "Cyst", "", ""),
		codesets.NewTerm(0, "3f valve", "", ""), codesets.NewTerm(0, "Ache", "", ""),
	}}
	require.Equal(t, []codesets.Letter{{Name: "#", Main: []int{3}}, {Name: "A", Main: []int{0, 4}}, {Name: "C", Main: []int{2}}}, x.Letters())
	require.True(t, x.Terms[0].Begins("ab"))
	require.False(t, x.Terms[0].Begins("bc"))
	require.Equal(t, 2, x.End(0))
}

func TestRefer(t *testing.T) {
	x := codesets.Index{Terms: []codesets.Term{
		codesets.NewTerm(0, "Complication(s)", "(from)", ""),
		codesets.NewTerm(1, "graft", "", ""),
		codesets.NewTerm(0, "Diabetes", "(sugar)", ""),
		codesets.NewTerm(1, "with", "", ""),
		codesets.NewTerm(2, "cataract", "", ""),
		codesets.NewTerm(0, "Enlargement, enlarged", "", ""),
		codesets.NewTerm(1, "prostate", "", ""),
		codesets.NewTerm(0, "Fracture, pathological", "", ""),
		codesets.NewTerm(0, "Fracture, traumatic", "(abduction)", ""),
		codesets.NewTerm(1, "femur, femoral", "", ""),
		codesets.NewTerm(2, "neck NEC", "", ""),
		codesets.NewTerm(0, "Introduction of", "", ""),
	}}
	for words, want := range map[string]struct {
		title, rest string
	}{
		"Complications":                   {"Complication(s)", ""},
		"Complication(s), graft":          {"graft", ""},
		"Diabetes, with, cataract":        {"cataract", ""},
		"Diabetes, cataract":              {"cataract", ""},
		"Enlarged, prostate":              {"prostate", ""},
		"Fracture, femur, neck":           {"neck NEC", ""},
		"Fracture, traumatic, femur":      {"femur, femoral", ""},
		"Fracture, pathological, by site": {"Fracture, pathological", "by site"},
		"Diabetes, by type":               {"Diabetes", "by type"},
		"Introduction of Hormone":         {"Introduction of", "hormone"},
	} {
		at, rest, ok := x.Refer(words)
		require.True(t, ok, words)
		require.Equal(t, want.title, x.Terms[at].Title, words)
		require.Equal(t, want.rest, rest, words)
	}
	_, rest, ok := x.Refer("Nothing, at all")
	require.False(t, ok)
	require.NotEmpty(t, rest)
}

func FuzzRefer(f *testing.F) {
	f.Add("Fracture, traumatic", "femur", "Fracture, femur")
	f.Add("", "(", ", ,")
	f.Fuzz(func(t *testing.T, main, sub, words string) {
		x := codesets.Index{Terms: []codesets.Term{codesets.NewTerm(0, main, "", ""), codesets.NewTerm(1, sub, "", "")}}
		if at, _, ok := x.Refer(words); ok {
			require.Less(t, at, len(x.Terms))
		}
	})
}

// FuzzBegins holds the comparison byte by byte to the plain one of folded texts.
func FuzzBegins(f *testing.F) {
	f.Add("Ábcess of lung", "ab")
	f.Add("Abscess", "ABSCESS o")
	f.Fuzz(func(t *testing.T, title, typed string) {
		term := codesets.NewTerm(0, title, "", "")
		plain := strings.HasPrefix(strings.ToLower(term.Title), strings.ToLower(strings.TrimLeft(typed, " ")))
		for _, c := range term.Title + typed {
			if c >= 0x80 {
				t.Skip("accents are folded")
			}
		}
		require.Equal(t, plain, term.Begins(typed))
	})
}
