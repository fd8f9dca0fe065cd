package release

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

func TestPCSTablesAreExactlyTheCodes(t *testing.T) {
	files := reference(t, "icd10pcs-2025-order-file.zip")
	xml := "icd10pcs-2025-tables-index-definitions-xml.zip"
	files[xml] = reference(t, xml)[xml]
	loaded, err := Open(files, nil)
	require.NoError(t, err)
	require.Len(t, loaded.Sets, 1)
	set := loaded.Sets[0]
	require.Equal(t, "ICD-10-PCS FY2025", set.Release().String())
	require.Len(t, set.Tables(), 908)
	rows, codes := 0, 0
	for _, table := range set.Tables() {
		rows += len(table.Rows)
		for _, c := range table.Codes() {
			at, ok := set.Find(c.Code)
			require.True(t, ok, c.Code)
			require.Equal(t, c.Billable, set.At(at).Billable)
			if c.Billable {
				codes++
			}
		}
	}
	require.Equal(t, 2661, rows)
	require.Equal(t, 78948, codes)
	require.Len(t, set.Definitions(), 930)
	d, ok := set.Define('0', 3, "Bypass")
	require.True(t, ok)
	require.Equal(t, "Altering the route of passage of the contents of a tubular body part", d.Text)
	require.NotNil(t, set.Index(codesets.Alphabetic))
}

// TestPCSTablesOfAnotherYear: what changed since is left out and said.
func TestPCSTablesOfAnotherYear(t *testing.T) {
	files := reference(t, "icd10pcs-2026-order-file.zip")
	xml := "icd10pcs-2025-tables-index-definitions-xml.zip"
	files[xml] = reference(t, xml)[xml]
	loaded, err := Open(files, nil)
	require.NoError(t, err)
	tables := len(loaded.Sets[0].Tables())
	require.Less(t, tables, 908)
	require.Greater(t, tables, 890)
	for _, f := range loaded.Files {
		if f.Format == pcsTables {
			require.Equal(t, 908-tables, f.Unfit)
			require.Contains(t, f.String(), "tables allow codes that are not in the set")
		}
	}
}

// tablesXML is a table in small.
const tablesXML = `<ICD10PCS.tabular><version>2026</version><pcsTable>
<axis pos="1" values="1"><title>Section</title><label code="0">Medical and Surgical</label></axis>
<axis pos="2" values="1"><title>Body System</title><label code="0">Central Nervous System</label></axis>
<axis pos="3" values="1"><title>Operation</title><label code="1">Bypass</label><definition>Altering</definition></axis>
<pcsRow codes="2"><axis pos="4"><title>Body Part</title><label code="6">Cerebral Ventricle</label></axis>
<axis pos="5"><title>Approach</title><label code="0">Open</label><label code="3">Percutaneous</label></axis>
<axis pos="6"><title>Device</title><label code="Z">No Device</label></axis>
<axis pos="7"><title>Qualifier</title><label code="B">Cerebral Cisterns</label></axis></pcsRow></pcsTable></ICD10PCS.tabular>`

const definitionsXML = `<ICD10PCS.definitions><version>2026</version><section code="0"><title>Medical and Surgical</title>
<axis pos="3"><title>Operation</title><terms><title>Bypass</title><definition>Altering the route</definition><explanation>Rerouting</explanation>
<includes>Coronary artery bypass</includes></terms></axis></section></ICD10PCS.definitions>`

func TestPCSTable(t *testing.T) {
	d, err := readPCSTables(&input{Reader: strings.NewReader(tablesXML)})
	require.NoError(t, err)
	require.Len(t, d.Tables, 1)
	table := d.Tables[0]
	require.Equal(t, "001", table.Prefix)
	require.Equal(t, [3]string{"Medical and Surgical", "Central Nervous System", "Bypass"}, table.Names)
	require.Equal(t, [4]string{"Body Part", "Approach", "Device", "Qualifier"}, table.Axes)
	require.Len(t, table.Codes(), 3)

	d, err = readDefinitions(&input{Reader: strings.NewReader(definitionsXML)})
	require.NoError(t, err)
	require.Equal(t, []codesets.Definition{{
		Section: '0', Position: 3, Axis: "Operation", Titles: []string{"Bypass"}, Text: "Altering the route", Explanation: "Rerouting",
		Includes: []string{"Coronary artery bypass"},
	}}, d.Definitions)
}

func TestPCSTablesSayWhatIsWrongAndWhere(t *testing.T) {
	swap := func(old, new string) string { return strings.Replace(tablesXML, old, new, 1) }
	for name, test := range map[string]struct{ data, says string }{
		"cut":        {tablesXML[:600], "t.xml, line 7: the file ends too early"},
		"count":      {swap(`codes="2"`, `codes="3"`), "t.xml, line 8: a row of table 001 makes 2 codes, not 3 as the file says"},
		"letter O":   {swap(`code="Z"`, `code="O"`), `t.xml, line 7: "O" is no value of an axis`},
		"twice":      {swap(`code="3"`, `code="0"`), "t.xml, line 6: value 0 stands twice on one axis"},
		"missing":    {swap(`<axis pos="7">`, `<axis pos="6">`), "t.xml, line 8: an axis 6 with 1 values cannot stand in a row"},
		"no axis":    {swap(`<axis pos="7"><title>Qualifier</title><label code="B">Cerebral Cisterns</label></axis>`, ""), "a row of table 001 lacks axis 7"},
		"name":       {swap(`pos="3"`, `pos="2"`), `t.xml, line 4: an axis 2 with 1 values does not go on the name "00" of a table`},
		"no rows":    {tablesXML[:strings.Index(tablesXML, "<pcsRow")] + "</pcsTable></ICD10PCS.tabular>", `table "001" has 0 rows`},
		"none":       {"<ICD10PCS.tabular></ICD10PCS.tabular>", "no tables"},
		"position":   {strings.Replace(definitionsXML, `pos="3"`, `pos="9"`, 1), `t.xml, line 2: "9" is no position of a code`},
		"section":    {strings.Replace(definitionsXML, `code="0"`, `code="II"`, 1), `t.xml, line 1: "II" is no section`},
		"undefined":  {"<ICD10PCS.definitions></ICD10PCS.definitions>", "no definitions"},
		"alone":      {tablesXML, "there are no codes to join it to"},
		"wrong root": {"<!-- <ICD10PCS.tabular> --><html></html>", "the file holds <html>, not <ICD10PCS.tabular>"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(fstest.MapFS{"t.xml": {Data: []byte(test.data)}}, nil)
			require.ErrorContains(t, err, test.says)
		})
	}
}

func FuzzPCS(f *testing.F) {
	f.Add([]byte(tablesXML))
	f.Add([]byte(definitionsXML))
	f.Fuzz(func(t *testing.T, data []byte) {
		if d, err := readPCSTables(&input{Reader: bytes.NewReader(data)}); err == nil {
			for _, table := range d.Tables {
				require.Len(t, table.Prefix, 3)
				require.NotEmpty(t, table.Rows)
				require.NotEmpty(t, table.Next(table.Prefix))
			}
		}
		if d, err := readDefinitions(&input{Reader: bytes.NewReader(data)}); err == nil {
			require.NotEmpty(t, d.Definitions)
		}
	})
}
