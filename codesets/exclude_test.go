package codesets_test

import (
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

func TestExcludes(t *testing.T) {
	set := full(t, cm2026...)
	t.Run("pairs", func(t *testing.T) { excludesPairs(t, set) })
	t.Run("conditions", func(t *testing.T) { excludesByCondition(t, set) })
	t.Run("every note", func(t *testing.T) { everyExcludesNote(t, set) })
}

// excludesPairs holds pairs against the Tabular List, where each note was looked up by hand.
func excludesPairs(t *testing.T, set *codesets.Set) {
	for _, test := range []struct {
		a, b string
		says []string
	}{
		// At the category, both ways.
		{"E109", "E1165", []string{
			"Excludes1 at E10, in force for E10.9, names E11.65: “type 2 diabetes mellitus (E11.-)”.",
			"Excludes1 at E11, in force for E11.65, names E10.9: “type 1 diabetes mellitus (E10.-)”."}},
		// Two ranges in one parenthesis.
		{"I10", "O139", []string{
			"Excludes1 at I10 names O13.9: “hypertensive disease complicating pregnancy, childbirth and the puerperium (O10-O11, O13-O16)”.",
			"Excludes2 at Section I10-I16, in force for I10, names O13.9: “hypertensive disease complicating pregnancy, childbirth and the puerperium (O10-O11, O13-O16)”.",
			"Excludes2 at Chapter 9, in force for I10, names O13.9: “complications of pregnancy, childbirth and the puerperium (O00-O9A)”."}},
		// At the chapter.
		{"E119", "P702", []string{
			"Excludes1 at E11, in force for E11.9, names P70.2: “neonatal diabetes mellitus (P70.2)”.",
			"Excludes1 at Chapter 4, in force for E11.9, names P70.2: “transitory endocrine and metabolic disorders specific to newborn (P70-P74)”.",
			"Excludes2 at Chapter 16, in force for P70.2, names E11.9: “endocrine, nutritional and metabolic diseases (E00-E88)”."}},
		// Only Excludes2.
		{"J4520", "J449", []string{
			"Excludes2 at J45, in force for J45.20, names J44.9: “asthma with chronic obstructive pulmonary disease (J44.9)”.",
			"Excludes2 at J45, in force for J45.20, names J44.9: “chronic asthmatic (obstructive) bronchitis (J44.9)”.",
			"Excludes2 at J45, in force for J45.20, names J44.9: “chronic obstructive asthma (J44.9)”."}},
		// With a 7th character.
		{"S72001A", "S78011A", []string{
			"Excludes1 at S72, in force for S72.001A, names S78.011A: “traumatic amputation of hip and thigh (S78.-)”."}},
		{"S72001A", "S72002A", nil},
		{"E119", "E119", nil},
		{"E119", "Z794", nil},
	} {
		var says []string
		for _, e := range excludes(t, set, test.a, test.b) {
			says = append(says, e.String())
		}
		require.Equal(t, test.says, says, "%s and %s", test.a, test.b)
		require.Len(t, excludes(t, set, test.b, test.a), len(says))
	}
}

func excludes(t *testing.T, set *codesets.Set, a, b string) []codesets.Exclusion {
	t.Helper()
	i, ok := set.Find(a)
	require.True(t, ok, a)
	j, ok := set.Find(b)
	require.True(t, ok, b)
	return set.Excludes(i, j)
}

// excludesByCondition: a note that narrows a range by characters counts for those codes only.
func excludesByCondition(t *testing.T, set *codesets.Set) {
	text := func(a, b string) (texts []string) {
		for _, e := range excludes(t, set, a, b) {
			if e.Kind == codesets.Excludes1 {
				require.Empty(t, e.Condition)
				texts = append(texts, e.From+": "+e.Text)
			}
		}
		return texts
	}
	stutter := "F80.81: fluency disorder (stuttering) following cerebrovascular disease (I69. with final characters -23)"
	require.Contains(t, text("F8081", "I69023"), stutter)
	require.NotContains(t, text("F8081", "I69021"), stutter)
	angiopathy := "I79.8: diabetic (peripheral) angiopathy (E08-E13 with .51-.52)"
	require.Contains(t, text("I798", "E1151"), angiopathy)
	require.NotContains(t, text("I798", "E1159"), angiopathy)
}

// everyExcludesNote takes a code in so many, and the last code of whatever the notes in force for it name.
func everyExcludesNote(t *testing.T, set *codesets.Set) {
	pairs := 0
	for i := 0; i < set.Len(); i += 29 {
		for _, n := range set.Notes(i) {
			if n.Kind != codesets.Excludes1 && n.Kind != codesets.Excludes2 {
				continue
			}
			spans := set.Named(n.Text)
			for _, span := range spans {
				other := span.Last
				if meets, known := span.Meets(set.Code(other)); !meets && known || holdAny(spans, i) {
					continue
				}
				pairs++
				found := false
				for _, e := range set.Excludes(other, i) {
					found = found || e.Inherited == n
				}
				if !found {
					t.Fatalf("%s at %s: %q does not part %s and %s", n.Kind, n.From, n.Text, set.Code(i), set.Code(other))
				}
			}
		}
	}
	require.Greater(t, pairs, 10000)
}

func holdAny(spans []codesets.Span, at int) bool {
	for _, span := range spans {
		if span.Holds(at) {
			return true
		}
	}
	return false
}

func TestSpanMeets(t *testing.T) {
	for _, test := range []struct {
		condition, code string
		meets, known    bool
	}{
		{"", "E119", true, true},
		{"with .44", "E1144", true, true},
		{"with .44", "E1143", false, true},
		{"with .44", "E11", false, false},
		{"with .51-.52", "E1152", true, true},
		{"with .51-.52", "E1159", false, true},
		{"with .61-", "E11610", true, true},
		{"with .15. .25, .95", "F1125", true, true},
		{"with .151, .251, .951", "F11251", true, true},
		{"with .9", "B2709", false, false},
		{"with 1", "B2701", false, false},
		{"with final characters -23", "I69023", true, true},
		{"with final characters -23", "I69021", false, true},
		{"with fourth character 2", "B272", true, true},
		{"with 5th character .6", "F1026", true, true},
		{"with fifth-character 1", "A3791", true, true},
		{"with fifth-character 1", "A3790", false, true},
		{"with fifth to sixth characters 51", "F11151", true, true},
		{"with fifth to sixth characters 51", "F11150", false, true},
		{"with fifth or sixth character 1-4 or 6", "T360X1", true, true},
		{"with fifth or sixth character 1-4 or 6", "T360X5A", false, true},
		{"with fifth or sixth character 1-4 or 6", "T3996", true, true},
		{"with 7th character B or C", "S42001C", true, true},
		{"with 7th character B or C", "S42001", false, false},
		{"with open fracture 7th character", "S52001B", false, false},
		{"with hypoglycemia", "E1164", false, false},
		{"with character", "E1164", false, false},
		{"with final characters ", "E1164", false, false},
		{"with .", "E1164", false, false},
	} {
		meets, known := codesets.Span{Condition: test.condition}.Meets(test.code)
		require.Equal(t, []bool{test.meets, test.known}, []bool{meets && known, known}, "%s %s", test.code, test.condition)
	}
}

func FuzzSpanMeets(f *testing.F) {
	f.Add("with fifth or sixth character 1-4 or 6", "T360X1A")
	f.Add("with .51-.52", "E11")
	f.Fuzz(func(t *testing.T, condition, code string) {
		meets, known := codesets.Span{Condition: condition}.Meets(code)
		require.True(t, known || !meets)
	})
}
