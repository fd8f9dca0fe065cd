package codesets_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/codesets"
)

// shunt is a table in the manner of 0DX with two rows that differ in every column but the first.
func shunt() *codesets.Table {
	open := codesets.Value{Char: '0', Label: "Open"}
	scope := codesets.Value{Char: '4', Label: "Percutaneous Endoscopic"}
	natural := codesets.Value{Char: '8', Label: "Via Natural or Artificial Opening Endoscopic"}
	none := codesets.Value{Char: 'Z', Label: "No Device"}
	intraluminal := codesets.Value{Char: 'D', Label: "Intraluminal Device"}
	plain := codesets.Value{Char: 'Z', Label: "No Qualifier"}
	stomach := codesets.Value{Char: '6', Label: "Stomach"}
	upper := codesets.Value{Char: '1', Label: "Esophagus, Upper"}
	return &codesets.Table{
		Prefix: "0DV",
		Names:  [3]string{"Medical and Surgical", "Gastrointestinal System", "Restriction"},
		Axes:   [4]string{"Body Part", "Approach", "Device", "Qualifier"},
		Rows: []codesets.Row{
			{{upper, stomach}, {scope}, {intraluminal, none}, {plain}},
			{{stomach}, {open, natural}, {none}, {plain}},
		},
	}
}

func TestTableCodes(t *testing.T) {
	var names []string
	for i, c := range shunt().Codes() {
		require.Equal(t, i > 0, c.Billable, c.Code)
		names = append(names, c.Code+" "+c.Long)
	}
	require.Equal(t, []string{
		"0DV Gastrointestinal System, Restriction",
		"0DV14DZ Restriction of Upper Esophagus with Intraluminal Device, Percutaneous Endoscopic Approach",
		"0DV14ZZ Restriction of Upper Esophagus, Percutaneous Endoscopic Approach",
		"0DV60ZZ Restriction of Stomach, Open Approach",
		"0DV64DZ Restriction of Stomach with Intraluminal Device, Percutaneous Endoscopic Approach",
		"0DV64ZZ Restriction of Stomach, Percutaneous Endoscopic Approach",
		"0DV68ZZ Restriction of Stomach, Via Natural or Artificial Opening Endoscopic",
	}, names)
}

func TestTableNext(t *testing.T) {
	for prefix, want := range map[string]string{
		"0DV":      "16",  // body parts of both rows, each once
		"0DV1":     "4",   // one row only
		"0DV6":     "048", // both rows, sorted
		"0DV60":    "Z",   // narrowed to the second row
		"0DV64":    "DZ",
		"0DV64D":   "Z",
		"0DV60D":   "", // mixes the rows
		"0DV9":     "",
		"0D":       "", // too short to be this table's
		"0DT6":     "", // another table's
		"0DV64DZ":  "", // complete
		"0DV64DZZ": "",
	} {
		got := ""
		for _, v := range shunt().Next(prefix) {
			got += string(v.Char)
		}
		require.Equal(t, want, got, prefix)
	}
}

func TestTableStray(t *testing.T) {
	for code, want := range map[string]codesets.Stray{
		"0DT60ZZ":  {Position: 3},
		"0D":       {Position: 3},
		"0DV":      {Position: 4, Axis: "Body Part"},
		"0DV70ZZ":  {Position: 4, Axis: "Body Part"},
		"0DV10ZZ":  {Position: 5, Axis: "Approach", InTable: true},
		"0DV13ZZ":  {Position: 5, Axis: "Approach"},
		"0DV60DZ":  {Position: 6, Axis: "Device", InTable: true},
		"0DV60Z":   {Position: 7, Axis: "Qualifier"},
		"0DV60ZX":  {Position: 7, Axis: "Qualifier"},
		"0DV60ZZZ": {Position: 8},
	} {
		got, ok := shunt().Stray(code)
		require.True(t, ok, code)
		if want.Axis != "" {
			require.Equal(t, shunt().Next(code[:want.Position-1]), got.Legal, code)
			require.NotEmpty(t, got.Legal, code)
			got.Legal = nil
		}
		require.Equal(t, want, got, code)
	}
}

func TestTableValues(t *testing.T) {
	values, ok := shunt().Values("0DV14DZ")
	require.True(t, ok)
	require.Equal(t, [4]codesets.Value{
		{Char: '1', Label: "Esophagus, Upper"},
		{Char: '4', Label: "Percutaneous Endoscopic"},
		{Char: 'D', Label: "Intraluminal Device"},
		{Char: 'Z', Label: "No Qualifier"},
	}, values)
	for _, code := range []string{"0DV60DZ", "0DV60Z", "0DT60ZZ", ""} {
		_, ok := shunt().Values(code)
		require.False(t, ok, code)
	}
}

// FuzzTableStray proves that a code has no stray, and values, exactly when it is among the codes.
func FuzzTableStray(f *testing.F) {
	table := shunt()
	legal := map[string]bool{}
	for _, c := range table.Codes() {
		legal[c.Code] = c.Billable
		f.Add(c.Code)
	}
	f.Add("0DV60DZ")
	f.Add("0DV60ZZZ")
	f.Fuzz(func(t *testing.T, code string) {
		stray, ok := table.Stray(code)
		require.Equal(t, !legal[code], ok)
		_, has := table.Values(code)
		require.Equal(t, legal[code], has)
		if ok {
			require.Positive(t, stray.Position)
			require.LessOrEqual(t, stray.Position, min(len(code)+1, 8))
		}
	})
}
