package codesets_test

import (
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

func built(t *testing.T, d codesets.Draft) *codesets.Set {
	t.Helper()
	set, err := codesets.Build(d, nil)
	require.NoError(t, err)
	return set
}

// draft is what a set was built from.
func draft(t *testing.T, set *codesets.Set) codesets.Draft {
	t.Helper()
	d, err := set.Draft(nil)
	require.NoError(t, err)
	return d
}

// whole is a draft that has every part.
func whole(label string) codesets.Draft {
	return codesets.Draft{
		Release:     codesets.Release{System: codesets.HCPCS, Label: label},
		Codes:       codesets.CodesOf([]codesets.Code{{Code: "A0001", Billable: true, Long: "Plate " + label, Ended: 20251231}, {Code: "A0002", Billable: true, Long: "Cup"}}),
		Groups:      []codesets.Group{{Level: codesets.Section, Label: "A", Title: "China", First: "A", Last: "A"}},
		Notes:       map[string][]codesets.Note{"A0001": {{Kind: codesets.General, Text: label}}},
		Sevenths:    map[string]codesets.Seventh{"A0001": {Says: label}},
		Indexes:     []codesets.Index{{Kind: codesets.Alphabetic, Terms: []codesets.Term{codesets.NewTerm(0, label, "", "")}}},
		Tables:      []codesets.Table{{Prefix: "A00"}},
		Definitions: []codesets.Definition{{Section: 'A', Position: 3, Titles: []string{"Plate", "Dish"}, Text: label}},
		Modifiers:   []codesets.Modifier{{Code: "RT", Long: label}},
		Standings:   map[string]codesets.Standing{"A0001": {Ended: 20251231, Coverage: codesets.NotCovered}},
		Changes:     []codesets.Change{{Kind: codesets.Added, Code: codesets.Code{Code: "A0002"}}},
	}
}

func TestDraftGivesBackWhatWasBuilt(t *testing.T) {
	equalDrafts(t, whole("2026"), draft(t, built(t, whole("2026"))))
	set := built(t, whole("2026"))
	require.Equal(t, codesets.Date(20251231), set.At(0).Ended, "the day of termination stays with the code")
	standing, ok := set.Standing("A0001")
	require.True(t, ok)
	require.Equal(t, "not covered by Medicare", standing.Coverage.String())
	require.Equal(t, "2025-12-31", standing.Ended.String())
	d, ok := set.Define('A', 3, "Dish")
	require.True(t, ok)
	require.Equal(t, "2026", d.Text)
	_, ok = set.Define('A', 4, "Dish")
	require.False(t, ok)
}

func TestJoin(t *testing.T) {
	old := built(t, whole("2025"))
	d := draft(t, old)
	d.Join(codesets.Draft{
		Release: codesets.Release{System: codesets.HCPCS, Label: "2026"},
		Codes:   codesets.CodesOf([]codesets.Code{{Code: "A0003", Billable: true, Long: "Bowl"}}),
		Indexes: []codesets.Index{{Kind: codesets.Drugs}},
	})
	set := built(t, d)
	require.Equal(t, "2026", set.Release().Label)
	for part, label := range map[codesets.Part]string{
		codesets.CodesPart: "2026", codesets.NotesPart: "2025", codesets.IndexPart: "2026", codesets.TablesPart: "2025",
		codesets.DefinitionsPart: "2025", codesets.ModifiersPart: "2025",
	} {
		from, ok := set.From(part)
		require.True(t, ok)
		require.Equal(t, label, from.Label, part)
	}
	require.Len(t, set.Indexes(), 2)
	require.NotNil(t, set.Index(codesets.Drugs))
	require.Nil(t, set.Index(codesets.Neoplasms))
	_, ok := set.Standing("A0001")
	require.False(t, ok, "what is said of codes goes with them")
	equalDrafts(t, whole("2025"), draft(t, old)) // the set is not changed
}

func TestPutKeepsThePartsThatACodeFileLacks(t *testing.T) {
	lib := codesets.NewLibrary(built(t, whole("2025")))
	lib.Put(built(t, codesets.Draft{
		Release: codesets.Release{System: codesets.HCPCS, Label: "2026"},
		Codes:   codesets.CodesOf([]codesets.Code{{Code: "A0001", Billable: true, Long: "Bowl"}}),
	}))
	set := lib.Set(codesets.HCPCS)
	for part := codesets.NotesPart; part < codesets.ChangesPart; part++ {
		from, ok := set.From(part)
		require.True(t, ok)
		require.Equal(t, "2025", from.Label)
	}
	require.Empty(t, set.Changes())
	_, ok := set.Standing("A0001")
	require.False(t, ok)
	require.Equal(t, "2025", set.Notes(0)[0].Text)
	require.Equal(t, "A", set.Groups(0)[0].Label)

	lib.Put(built(t, whole("2027")))
	from, _ := lib.Set(codesets.HCPCS).From(codesets.NotesPart)
	require.Equal(t, "2027", from.Label)
}

func TestSeventhIsInherited(t *testing.T) {
	set := built(t, codesets.Draft{
		Release: codesets.Release{System: codesets.ICD10CM},
		Codes:   codesets.CodesOf([]codesets.Code{{Code: "S52"}, {Code: "S520"}, {Code: "S5200"}, {Code: "S60"}}),
		Sevenths: map[string]codesets.Seventh{
			"S52":  {Values: []codesets.Value{{Char: 'A', Label: "initial"}}},
			"S520": {Values: []codesets.Value{{Char: 'B', Label: "open"}}},
		},
	})
	def, from, ok := set.Seventh(2)
	require.True(t, ok)
	require.Equal(t, "S52.0", from)
	require.Equal(t, byte('B'), def.Values[0].Char)
	_, _, ok = set.Seventh(3)
	require.False(t, ok)
}
