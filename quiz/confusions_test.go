package quiz

import (
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

// missed is a wrong answer, days after [morning].
func missed(card CardID, k Kind, answer, response string, days int) Review {
	return Review{
		Version: Version, Time: morning.AddDate(0, 0, days), Card: card, Kind: k, Seed: 7, Grade: 1, Outcome: Wrong,
		Answer: answer, Response: response,
	}
}

func confusionsOf(t testing.TB, reviews ...Review) *Confusions {
	t.Helper()
	m := newTestMemory(t)
	for i := range reviews {
		m.Add(&reviews[i])
	}
	return m.Confusions()
}

func TestWhatIsAConfusion(t *testing.T) {
	for name, c := range map[string]struct {
		review       Review
		system       codesets.System
		meant, taken string // empty: none is kept
	}{
		"typed":                 {missed("type/icd10cm/E11", Type, "E11.9", "e11 8", 0), codesets.ICD10CM, "E119", "E118"},
		"typed, letter O":       {missed("type/icd10cm/E11", Type, "E10.9", "E1O.9", 0), codesets.ICD10CM, "E109", "E1O9"},
		"found in another book": {missed("find/icd10cm/E11", Find, "E11.9", "E109", 0), codesets.ICD10CM, "E119", "E109"},
		"chosen by code":        {missed("choose/hcpcs/E01", Choose, "E0100", "E0105", 0), codesets.HCPCS, "E0100", "E0105"},
		"chosen by title": {missed("choose/icd10cm/E11", Choose, "Type 2 diabetes", "Type 1 diabetes", 0),
			0, "Type 2 diabetes", "Type 1 diabetes"},
		"built":                {missed("build/icd10pcs/0DT", Build, "0DT40ZZ", "0DT44ZZ", 0), codesets.ICD10PCS, "0DT40ZZ", "0DT44ZZ"},
		"a concept":            {missed("item/cm-1", Choose, "Excludes1", "Excludes2", 0), 0, "Excludes1", "Excludes2"},
		"a number":             {missed("item/cm-2", Choose, "7", "5", 0), 0, "7", "5"},
		"an item of ICD-10-CM": {missed("item/v-1", Find, "S72.001A", "S72002A", 0), codesets.ICD10CM, "S72001A", "S72002A"},
		"a category":           {missed("item/v-1", Type, "I10", "i11", 0), codesets.ICD10CM, "I10", "I11"},
		"an item of PCS":       {missed("item/v-2", Type, "0DT40ZZ", "0DT44ZZ", 0), codesets.ICD10PCS, "0DT40ZZ", "0DT44ZZ"},
		"an item of HCPCS":     {missed("item/v-3", Type, "J1885", "J1886", 0), codesets.HCPCS, "J1885", "J1886"},
		"a modifier":           {missed("modifier/hcpcs/GA", Choose, "GA", "GY", 0), codesets.HCPCS, "GA", "GY"},
		"words typed":          {missed("item/cm-3", Type, "placeholder", "dummy", 0), 0, "", ""},
		"no answer kept":       {missed("type/icd10cm/E11", Type, "", "E118", 0), 0, "", ""},
		"an option of CPT":     {missed("choose/cpt2/000", Choose, "0001F", "2", 0), 0, "", ""},
		"the same code":        {missed("type/icd10cm/E11", Type, "E11.9", "E119", 0), 0, "", ""},
	} {
		got := confusionsOf(t, c.review).Worst(DayOf(morning), 9)
		if c.meant == "" {
			require.Empty(t, got, name)
			continue
		}
		want := Confusion{System: c.system, Meant: c.meant, Taken: c.taken, Count: 1, Last: DayOf(morning), Weight: 1}
		require.Equal(t, []Confusion{want}, got, name)
	}
	given := missed("type/icd10cm/E11", Type, "E11.9", "E11.8", 0)
	given.Outcome = GaveUp
	require.Empty(t, confusionsOf(t, given).Worst(DayOf(morning), 9), "who gives up takes it for nothing")
}

func TestConfusionsFade(t *testing.T) {
	c := confusionsOf(t,
		missed("type/icd10cm/E11", Type, "E11.9", "E11.8", 0),
		missed("type/icd10cm/E11", Type, "E11.9", "E11.8", 0),
		missed("type/icd10cm/E10", Type, "E10.9", "E10.8", 2*halfLife))
	today := DayOf(morning) + 2*halfLife
	require.Equal(t, []Confusion{
		{codesets.ICD10CM, "E109", "E108", 1, today, 1},
		{codesets.ICD10CM, "E119", "E118", 2, DayOf(morning), .5},
	}, c.Worst(today, 9))
	require.Equal(t, "E119", c.Worst(DayOf(morning), 1)[0].Meant)
	require.Equal(t, []string{"icd10cm/E10", "icd10cm/E11"}, c.Families(today))
}

func TestMatrixOfAFamily(t *testing.T) {
	c := confusionsOf(t,
		missed("build/icd10pcs/0DT", Build, "0DT40ZZ", "0DT44ZZ", 0),
		missed("build/icd10pcs/0DT", Build, "0DT50ZZ", "0DT64ZZ", 0),
		missed("find/icd10pcs/0DT", Find, "0DT40ZZ", "0DB40ZZ", 0),
		missed("find/icd10pcs/0DB", Find, "0DB40ZZ", "0DT40ZZ", 0))
	x := c.Matrix("icd10pcs/0DT", DayOf(morning))
	require.Equal(t, []string{"0DB40ZZ", "0DT40ZZ", "0DT44ZZ", "0DT50ZZ", "0DT64ZZ"}, x.Names)
	require.Equal(t, [][]int{{0, 0, 0, 0, 0}, {1, 0, 1, 0, 0}, {0, 0, 0, 0, 0}, {0, 0, 0, 0, 1}, {0, 0, 0, 0, 0}}, x.Counts)
	require.Equal(t, map[int]Matrix{
		4: {[]string{"5", "6"}, [][]float64{{0, 1}, {0, 0}}, [][]int{{0, 1}, {0, 0}}},
		5: {[]string{"0", "4"}, [][]float64{{0, 2}, {0, 0}}, [][]int{{0, 2}, {0, 0}}},
	}, c.Characters("icd10pcs/0DT", DayOf(morning)))
	require.Equal(t, []string{"0DB40ZZ", "0DT44ZZ"}, c.With(codesets.ICD10PCS, "0DT40ZZ", DayOf(morning)))
	require.Empty(t, c.With(codesets.ICD10CM, "0DT40ZZ", DayOf(morning)))
	require.Empty(t, (*Confusions)(nil).With(codesets.ICD10PCS, "0DT40ZZ", DayOf(morning)))
	require.Empty(t, c.WithWords("Excludes1", DayOf(morning)))
}
