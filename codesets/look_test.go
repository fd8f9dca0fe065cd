package codesets_test

import (
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

// named is a set of few codes with an inclusion term, indexes and a table.
func named(t testing.TB) *codesets.Set {
	t.Helper()
	set, err := codesets.Build(codesets.Draft{
		Release: codesets.Release{System: codesets.ICD10CM},
		Codes: codesets.CodesOf([]codesets.Code{
			{Code: "E11", Long: "Type 2 diabetes mellitus"},
			{Code: "E119", Billable: true, Long: "Type 2 diabetes mellitus without complications"},
			{Code: "E232", Billable: true, Long: "Diabetes insipidus"},
			{Code: "I219", Billable: true, Long: "Acute myocardial infarction, unspecified"},
			{Code: "I252", Billable: true, Long: "Old myocardial infarction"},
			{Code: "O159", Billable: true, Long: "Eclampsia, unspecified as to time period"},
			{Code: "S720", Long: "Fracture of head and neck of femur"},
			{Code: "S72009A", Billable: true, Long: "Fracture of unspecified part of neck of unspecified femur, initial encounter for closed fracture"},
			{Code: "S72009S", Billable: true, Long: "Fracture of unspecified part of neck of unspecified femur, sequela"},
			{Code: "T39011", Long: "Poisoning by aspirin, accidental (unintentional)"},
			{Code: "T39015", Long: "Adverse effect of aspirin"},
		}),
		Notes: map[string][]codesets.Note{
			"I252":    {{Kind: codesets.Excludes1, Text: "nothing"}, {Kind: codesets.Inclusion, Text: "Healed coronary occlusion"}},
			"section": {{Kind: codesets.Inclusion, Text: "of no code"}},
		},
		Indexes: []codesets.Index{
			{Kind: codesets.Alphabetic, Terms: []codesets.Term{
				term(0, "Attack, attacks", ""),
				term(1, "coronary", "", codesets.Reference{Kind: codesets.See, Text: "Infarct, myocardium"}),
				term(1, "panic", "", codesets.Reference{Kind: codesets.Default, Text: "F41.0"}), // not among the codes
				term(0, "Eclampsia, eclamptic", "(hypertension) (toxic)", codesets.Reference{Kind: codesets.Default, Text: "O15.9"}),
				term(0, "Hip", "", codesets.Reference{Kind: codesets.See, Text: "condition"}),
				term(0, "Infarct, infarction", ""),
				term(1, "myocardium, myocardial", "(acute)", codesets.Reference{Kind: codesets.Default, Text: "I21.9"}),
			}},
			{Kind: codesets.Drugs, Columns: []string{"Substance", "Accidental", "Adverse effect"}, Terms: []codesets.Term{
				term(0, "Salicylate", "", codesets.Reference{Kind: codesets.Cell, Column: 2, Text: "T39.011"},
					codesets.Reference{Kind: codesets.Cell, Column: 3, Text: "T39.015"}),
			}},
		},
	}, nil)
	require.NoError(t, err)
	return set
}

func term(level uint8, title, aside string, refs ...codesets.Reference) codesets.Term {
	return codesets.Term{Level: level, Title: title, Aside: aside, References: refs}
}

func TestLookSaysWhy(t *testing.T) {
	set := named(t)
	for _, test := range []struct{ query, code, why string }{
		{"attack coronary", "I219", "Alphabetic Index: Attack, attacks, coronary — see Infarct, myocardium"},
		{"healed", "I252", "Inclusion term: Healed coronary occlusion"},
		{"myocardium", "I219", "Alphabetic Index: Infarct, infarction, myocardium, myocardial"},
		{"infarct myocard", "I219", ""},
		{"salicyl adverse", "T39015", "Table of Drugs and Chemicals: Salicylate · Adverse effect"},
		{"salicyl", "T39011", "Table of Drugs and Chemicals: Salicylate · Accidental"},
		{"ami", "I219", "\"ami\" is read as acute myocardial infarction"},
		{"broken hip", "S72009A", "\"broken hip\" is read as fracture neck femur"},
		{"toxic", "O159", "Alphabetic Index: Eclampsia, eclamptic"},
		{"aspirin poisoning", "T39011", ""},
		{"diabetes", "E119", ""},
		{"neck femur", "S72009A", ""},
		{"sequela of the neck", "S72009S", ""},
	} {
		t.Run(test.query, func(t *testing.T) {
			found := set.Look(test.query, 3)
			require.NotEmpty(t, found.Hits)
			require.Equal(t, test.code, found.Hits[0].Code().Code)
			require.Equal(t, test.why, found.Hits[0].Why)
			require.Empty(t, found.Slips)
		})
	}
	for _, nothing := range []string{"panic", "of no code", "hip", ""} {
		require.Zero(t, set.Look(nothing, 3), nothing)
	}
}

func TestLookForgivesOneSlipAWord(t *testing.T) {
	set := named(t)
	for _, test := range []struct {
		query, code string
		slips       []codesets.Slip
	}{
		{"diabetse", "E119", []codesets.Slip{{Typed: "diabetse", Taken: "diabetes"}}},
		{"fracure nect", "S72009A", []codesets.Slip{{Typed: "fracure", Taken: "fracture"}, {Typed: "nect", Taken: "neck"}}},
		{"femur nekc", "S72009A", []codesets.Slip{{Typed: "nekc", Taken: "neck"}}},
		{"hart attack", "I219", []codesets.Slip{{Typed: "hart", Taken: "heart"}}},
		{"insipidas", "E232", []codesets.Slip{{Typed: "insipidas", Taken: "insipidus"}}},
		{"old infraction", "I252", []codesets.Slip{{Typed: "infraction", Taken: "infarction"}}},
		{"acute mellitus", "", nil}, // no slip, and nothing to find
		{"diabtse", "", nil},        // two slips
		{"nekk femru zzz", "", nil},
	} {
		t.Run(test.query, func(t *testing.T) {
			found := set.Look(test.query, 3)
			require.Equal(t, test.slips, found.Slips)
			if test.code == "" {
				require.Zero(t, found.Total)
				return
			}
			require.Equal(t, test.code, found.Hits[0].Code().Code)
		})
	}
}

// TestLookFindsEachCodeOnce: a code whose beginning is typed may have a word that begins so as well.
func TestLookFindsEachCodeOnce(t *testing.T) {
	set, err := codesets.Build(codesets.Draft{Release: codesets.Release{System: codesets.HCPCS}, Codes: codesets.CodesOf([]codesets.Code{
		{Code: "A1000", Billable: true, Long: "Wound cover A1 of foam"}, {Code: "A1001", Billable: true, Long: "Gauze"},
		{Code: "B1000", Billable: true, Long: "A1 again"},
	})}, nil)
	require.NoError(t, err)
	for k, want := range [][]string{nil, {"A1000"}, {"A1000", "A1001"}, {"A1000", "A1001", "B1000"}, {"A1000", "A1001", "B1000"}} {
		found := set.Look("a1", k)
		require.Equal(t, 3, found.Total)
		var codes []string
		for _, h := range found.Hits {
			codes = append(codes, h.Code().Code)
		}
		require.Equal(t, want, codes)
	}
}

// TestNamesOutliveTheirCodes: when other codes come, the names that stay lead to these.
func TestNamesOutliveTheirCodes(t *testing.T) {
	lib := codesets.NewLibrary(named(t))
	next, err := codesets.Build(codesets.Draft{Release: codesets.Release{System: codesets.ICD10CM, Label: "next"}, Codes: codesets.CodesOf([]codesets.Code{
		{Code: "A00", Long: "Cholera"}, {Code: "I219", Billable: true, Long: "Something else now"},
	})}, nil)
	require.NoError(t, err)
	lib.Put(next)
	found := lib.Set(codesets.ICD10CM).Look("attack coronary", 3)
	require.Equal(t, 1, found.Total)
	require.Equal(t, "I219", found.Hits[0].Code().Code)
	require.Zero(t, lib.Set(codesets.ICD10CM).Look("healed", 3), "the code is no more")
	require.Zero(t, next.Look("attack coronary", 3), "the set alone has no names")
	require.Positive(t, lib.Set(codesets.ICD10CM).Memory().Names)
}
