package codesets_test

import (
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

func TestMentions(t *testing.T) {
	type m = codesets.Mention
	for text, want := range map[string][]m{
		"foodborne intoxication (A05.-)":                            {{"A05", "A05", ""}},
		"toxic effect of noxious substances (T61-T62)":              {{"T61", "T62", ""}},
		"influenza (J09.X3, J10.2)":                                 {{"J09X3", "J09X3", ""}, {"J102", "J102", ""}},
		"genital organs (C51-C52, C60.-, C63.2)":                    {{"C51", "C52", ""}, {"C60", "C60", ""}, {"C632", "C632", ""}},
		"head injury (S00.- to S09.-)":                              {{"S00", "S09", ""}},
		"drug dependence (F10.--F19.-)":                             {{"F10", "F19", ""}},
		"syndactyly (Q70.0- -Q70.3-)":                               {{"Q700", "Q703", ""}},
		"heart involvement (I01.0 -I01.9)":                          {{"I010", "I019", ""}},
		"thrombosis (I82.62-. I82.72-)":                             {{"I8262", "I8262", ""}, {"I8272", "I8272", ""}},
		"fracture (S92.-with 7th character B)":                      {{"S92", "S92", "with 7th character B"}},
		"adverse effect (T36-T50 with fifth or sixth character 5)":  {{"T36", "T50", "with fifth or sixth character 5"}},
		"dementia (F10, F13-F15 with .26, .96) or amnesia (R41.3)":  {{"F10", "F10", "with .26, .96"}, {"F13", "F15", "with .26, .96"}, {"R413", "R413", ""}},
		"salicylates (T39.0-, with sixth character 1-4)":            {{"T390", "T390", "with sixth character 1-4"}},
		"conditions classified to Q67.0-Q67.4":                      {{"Q670", "Q674", ""}},
		"letters in the third place (C4A.-, M1A.9) and QA0":         {{"C4A", "C4A", ""}, {"M1A9", "M1A9", ""}, {"QA0", "QA0", ""}},
		"G6PD deficiency, H1N1, HIV, NOS, x.A05, 5 (WHO)":           nil,
		"too long A05.12345 and cut short (A0":                      nil,
		"specified (A00-R94 and T80-T88.6, T88.8)":                  {{"A00", "R94", ""}, {"T80", "T886", ""}, {"T888", "T888", ""}},
		"three in a row (A00-A05-A09)":                              {{"A00", "A05", ""}, {"A09", "A09", ""}},
		"behavioral eating disorders of infancy (F98.2.-F98.3)":     {{"F982", "F983", ""}},
		"S06.1- to S06.6- , S06.81- and S06.82- code to the injury": {{"S061", "S066", ""}, {"S0681", "S0681", ""}, {"S0682", "S0682", ""}},
		"": nil,
	} {
		require.Equal(t, want, codesets.Mentions(text), text)
	}
}

func TestNamedFollowsOfficialOrder(t *testing.T) {
	set := small(t)
	spans := set.Named("malignant neoplasm of skin (C43-C44.0), not (C99.-), but (C44.01 with words)")
	require.Len(t, spans, 2)
	merkel, _ := set.Find("C4A0")
	require.True(t, spans[0].Holds(merkel), "C4A stands between C43 and C44")
	lip, _ := set.Find("C4401")
	require.Equal(t, codesets.Span{First: lip, Last: lip, Condition: "with words"}, spans[1])
	require.Equal(t, lip, spans[0].Last)
	require.Empty(t, set.Named("backwards (C44-C43)"))
}

// FuzzMentions holds that nothing a note says makes the reader fail, and that what it finds is in normal form.
func FuzzMentions(f *testing.F) {
	f.Add("genital organs (C51-C52, C60.-, C63.2 with (")
	f.Add("A00.")
	f.Fuzz(func(t *testing.T, text string) {
		for _, m := range codesets.Mentions(text) {
			require.Equal(t, codesets.Normalize(m.First), m.First)
			require.Equal(t, codesets.Normalize(m.Last), m.Last)
			require.GreaterOrEqual(t, len(m.First), 3)
			require.LessOrEqual(t, len(m.Last), 7)
		}
	})
}
