package release

import (
	"bytes"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

func TestIndexCounts(t *testing.T) {
	type counts struct{ main, sub, deepest, cells, manifestations, asides int }
	for _, test := range []struct {
		archive, format string
		want            map[codesets.IndexKind]counts
	}{
		{"icd10cm-2017-index-xml.zip", cmIndex, map[codesets.IndexKind]counts{
			codesets.Alphabetic: {main: 7973, sub: 69226, deepest: 9, manifestations: 746, asides: 11968},
		}},
		{"icd10cm-2025-drug-neoplasm-eindex-xml.zip", cmIndex, map[codesets.IndexKind]counts{
			codesets.Drugs:          {main: 5177, sub: 2251, deepest: 4, cells: 43212, asides: 777},
			codesets.ExternalCauses: {main: 314, sub: 7750, deepest: 8, asides: 1570},
			codesets.Neoplasms:      {main: 1, sub: 1938, deepest: 4, cells: 10916, manifestations: 1, asides: 270},
		}},
		{"icd10pcs-2025-tables-index-definitions-xml.zip", pcsIndex, map[codesets.IndexKind]counts{
			codesets.Alphabetic: {main: 3215, sub: 21269, deepest: 5},
		}},
	} {
		got := make(map[codesets.IndexKind]counts)
		for _, d := range drafted(t, test.archive, test.format) {
			for _, x := range d.Indexes {
				var c counts
				for _, term := range x.Terms {
					if term.Level == 0 {
						c.main++
					} else {
						c.sub++
					}
					if term.Aside != "" {
						c.asides++
					}
					c.deepest = max(c.deepest, int(term.Level))
					for _, r := range term.References {
						switch r.Kind {
						case codesets.Cell:
							c.cells++
						case codesets.Manifestation:
							c.manifestations++
						}
					}
				}
				got[x.Kind] = c
			}
		}
		require.Equal(t, test.want, got)
	}
}

// TestIndexesAreJoined drops codes and every index at once.
func TestIndexesAreJoined(t *testing.T) {
	files := reference(t, "icd10cm-2026-code-descriptions.zip")
	maps.Copy(files, reference(t, "icd10cm-2017-index-xml.zip"))
	maps.Copy(files, reference(t, "icd10cm-2025-drug-neoplasm-eindex-xml.zip"))
	sets, err := Read(files, nil)
	require.NoError(t, err)
	set := sets[0]
	require.Len(t, set.Indexes(), 4)
	drugs := set.Index(codesets.Drugs)
	require.Equal(t, "Underdosing", drugs.Columns[6])
	x := set.Index(codesets.Alphabetic)
	for i := range x.Terms {
		if x.Terms[i].Title == "Amyloid heart" {
			require.Equal(t, "Amyloid heart (disease)", x.Terms[i].String())
			require.Equal(t, []codesets.Reference{{Kind: codesets.Default, Text: "E85.4"}, {Kind: codesets.Manifestation, Text: "I43"}}, x.Terms[i].References)
			return
		}
	}
	require.Fail(t, "no amyloid heart")
}

// indexXML is an index in small, pcsIndexXML one of procedures.
const (
	indexXML = `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.index><version>2026</version><title>ICD-10-CM INDEX</title>
<letter><title>A</title>
 <mainTerm><title>Abandonment<nemod>(causing  cold) (with intent)</nemod> NEC</title><see>Maltreatment</see>
  <term level="1"><title>amyloid</title><code>E85.4</code><manif>I43</manif>
   <term level="2"><title>joint</title><seecat>M01</seecat><seeAlso>Pain</seeAlso></term></term>
  <term level="1"><title>nerve</title><subcat>H93.3</subcat></term></mainTerm></letter></ICD10CM.index>`
	pcsIndexXML = `<ICD10PCS.index><version>2026</version>
<letter><title>A</title><mainTerm><title>Ablation (R)</title>
  <term level="1"><see>Resection, Uterus<codes>0UT9</codes></see></term><term level="1"><use>Foot Muscle, Left</use><tab>0QB</tab></term>
  <term level="1"><title>Vacuum</title><code>10A07Z6</code></term></mainTerm></letter></ICD10PCS.index>`
	drugXML = `<ICD10CM.index><version>2026</version><indexHeading><head col="1">Substance</head><head col="2">Poisoning Assault</head></indexHeading>
<letter><title>#</title><mainTerm><title>1-propanol</title><cell col="2">T51.3X1</cell></mainTerm></letter></ICD10CM.index>`
)

func TestIndex(t *testing.T) {
	d, err := readCMIndex(&input{Reader: strings.NewReader(indexXML), name: "i.xml"})
	require.NoError(t, err)
	require.Equal(t, codesets.Index{Kind: codesets.Alphabetic, Terms: []codesets.Term{
		with(codesets.NewTerm(0, "Abandonment", "(causing cold) (with intent)", " NEC"), codesets.See, "Maltreatment"),
		with(codesets.NewTerm(1, "amyloid", "", ""), codesets.Default, "E85.4", codesets.Manifestation, "I43"),
		with(codesets.NewTerm(2, "joint", "", ""), codesets.SeeCategory, "M01", codesets.SeeAlso, "Pain"),
		with(codesets.NewTerm(1, "nerve", "", ""), codesets.Subcategory, "H93.3"),
	}}, d.Indexes[0])

	d, err = readPCSIndex(&input{Reader: strings.NewReader(pcsIndexXML), name: "i.xml"})
	require.NoError(t, err)
	require.Equal(t, codesets.Index{Kind: codesets.Alphabetic, Terms: []codesets.Term{
		codesets.NewTerm(0, "Ablation (R)", "", ""),
		with(codesets.Term{Level: 1}, codesets.See, "Resection, Uterus", codesets.Beginning, "0UT9"),
		with(codesets.Term{Level: 1}, codesets.Use, "Foot Muscle, Left", codesets.Beginning, "0QB"),
		with(codesets.NewTerm(1, "Vacuum", "", ""), codesets.Default, "10A07Z6"),
	}}, d.Indexes[0])

	d, err = readCMIndex(&input{Reader: strings.NewReader(drugXML), name: "i.xml"})
	require.NoError(t, err)
	require.Equal(t, codesets.Drugs, d.Indexes[0].Kind)
	require.Equal(t, []codesets.Reference{{Kind: codesets.Cell, Column: 2, Text: "T51.3X1"}}, d.Indexes[0].Terms[0].References)
}

// with adds references, given as kind and text by turns.
func with(t codesets.Term, refs ...any) codesets.Term {
	for i := 0; i < len(refs); i += 2 {
		t.References = append(t.References, codesets.Reference{Kind: refs[i].(codesets.ReferenceKind), Text: refs[i+1].(string)})
	}
	return t
}

func TestIndexSaysWhatIsWrongAndWhere(t *testing.T) {
	for name, test := range map[string]struct{ data, says string }{
		"cut":    {indexXML[:400], "i.xml, line 6: the file ends too early"},
		"column": {strings.Replace(drugXML, `cell col="2"`, `cell col="7"`, 1), `i.xml, line 2: column "7" is not among the 2 of the table`},
		"empty":  {"<ICD10CM.index></ICD10CM.index>", "i.xml, line 1: no terms"},
		"deep":   {"<ICD10CM.index><letter><mainTerm>" + strings.Repeat("<term>", 100), "elements nest deeper than 64"},
		"alone":  {indexXML, "i.xml: there are no codes to join it to"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(fstest.MapFS{"i.xml": {Data: []byte(test.data)}}, nil)
			require.ErrorContains(t, err, test.says)
		})
	}
}

func FuzzIndex(f *testing.F) {
	f.Add([]byte(indexXML))
	f.Add([]byte(pcsIndexXML))
	f.Add([]byte(drugXML))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, read := range []func(*input) (codesets.Draft, error){readCMIndex, readPCSIndex} {
			d, err := read(&input{Reader: bytes.NewReader(data), name: "i.xml"})
			if err != nil {
				continue
			}
			x := &d.Indexes[0]
			for i, term := range x.Terms {
				_ = term.String()
				path := x.Path(i)
				require.Len(t, path, int(term.Level)+1)
			}
		}
	})
}
