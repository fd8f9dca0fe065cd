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

// drafted reads the files of one format out of a reference archive.
func drafted(t testing.TB, archive, format string) []codesets.Draft {
	t.Helper()
	sources, err := find(reference(t, archive), func() error { return nil })
	require.NoError(t, err)
	var drafts []codesets.Draft
	for _, s := range sources {
		if s.format.name == format {
			r, err := s.open()
			require.NoError(t, err)
			draft, err := s.format.read(&input{Reader: r, name: s.name(), path: s.path})
			require.NoError(t, err)
			require.NoError(t, r.Close())
			drafts = append(drafts, draft)
		}
	}
	require.NotEmpty(t, drafts)
	return drafts
}

func TestTabularCounts(t *testing.T) {
	d := drafted(t, "icd10cm-2021-tabular-xml.zip", tabularList)[0]
	require.Equal(t, "2021", d.Release.Label)
	levels := make(map[codesets.Level]int)
	for _, g := range d.Groups {
		levels[g.Level]++
	}
	require.Equal(t, map[codesets.Level]int{codesets.Chapter: 22, codesets.Section: 296}, levels)
	require.Len(t, d.Sevenths, 507)

	nodes, lines := make(map[codesets.NoteKind]int), make(map[codesets.NoteKind]int)
	named := 0
	for owner, notes := range d.Notes {
		kinds := make(map[codesets.NoteKind]bool)
		for _, n := range notes {
			kinds[n.Kind] = true
			lines[n.Kind]++
			if n.Kind == codesets.Excludes1 && strings.Contains(n.Text, "(") && len(codesets.Mentions(n.Text)) > 0 {
				named++
			}
		}
		if !strings.Contains(owner, " ") { // a code, not a chapter or section
			for kind := range kinds {
				nodes[kind]++
			}
		}
	}
	require.Equal(t, 2554, nodes[codesets.Excludes1])
	require.Equal(t, 972, nodes[codesets.Excludes2])
	require.Equal(t, 314, nodes[codesets.CodeFirst])
	require.Equal(t, 729, nodes[codesets.UseAdditional])
	require.Equal(t, 203, nodes[codesets.CodeAlso])
	require.Equal(t, 378, nodes[codesets.Includes])
	require.Equal(t, 5441, lines[codesets.Excludes1])
	require.Equal(t, 11617, lines[codesets.Inclusion])
	require.InDelta(t, 0.97, float64(named)/float64(lines[codesets.Excludes1]), 0.005, "97 %% name codes in parentheses")
}

// joined is the FY2026 order file with the FY2021 notes.
func joined(t testing.TB) *codesets.Set {
	t.Helper()
	files := reference(t, "icd10cm-2026-code-descriptions.zip")
	maps.Copy(files, reference(t, "icd10cm-2021-tabular-xml.zip"))
	loaded, err := Open(files, nil)
	require.NoError(t, err)
	require.Len(t, loaded.Sets, 1)
	return loaded.Sets[0]
}

func TestTabularIsJoinedOntoAnotherYear(t *testing.T) {
	set := joined(t)
	require.Equal(t, "ICD-10-CM FY2026", set.Release().String())
	from, ok := set.From(codesets.NotesPart)
	require.True(t, ok)
	require.Equal(t, "ICD-10-CM FY2021", from.String())

	at, ok := set.Find("S52001A")
	require.True(t, ok)
	def, bearer, ok := set.Seventh(at)
	require.True(t, ok)
	require.Equal(t, "S52", bearer)
	require.Len(t, def.Values, 16)
	require.Equal(t, "initial encounter for open fracture type I or II; initial encounter for open fracture NOS", def.Values[1].Label)

	inherited := make(map[string]bool)
	for _, n := range set.Notes(at) {
		inherited[n.From] = true
	}
	require.Equal(t, map[string]bool{"S52": true, "Section S50-S59": true, "Chapter 19": true}, map[string]bool{
		"S52": inherited["S52"], "Section S50-S59": inherited["Section S50-S59"], "Chapter 19": inherited["Chapter 19"]})
}

// TestSpansOfNotes resolves every code that a note names against the codes of a year five years on.
func TestSpansOfNotes(t *testing.T) {
	set := joined(t)
	named, found := 0, 0
	for _, d := range drafted(t, "icd10cm-2021-tabular-xml.zip", tabularList) {
		for _, notes := range d.Notes {
			for _, n := range notes {
				if n.Kind == codesets.Inclusion || n.Kind == codesets.General || n.Kind == codesets.Includes {
					continue
				}
				named += len(codesets.Mentions(n.Text))
				found += len(set.Named(n.Text))
			}
		}
	}
	require.Greater(t, named, 10000)
	require.Greater(t, float64(found)/float64(named), 0.985, "few codes went in five years")
}

// TestSectionsHoldTheirCategories compares the section that the set gives a category with that in which it is printed.
func TestSectionsHoldTheirCategories(t *testing.T) {
	set := joined(t)
	r, err := find(reference(t, "icd10cm-2021-tabular-xml.zip"), func() error { return nil })
	require.NoError(t, err)
	f, err := r[0].open()
	require.NoError(t, err)
	var text bytes.Buffer
	_, err = text.ReadFrom(f)
	require.NoError(t, err)
	section, compared := "", 0
	for line := range strings.Lines(text.String()) {
		if _, id, ok := strings.Cut(line, `<section id="`); ok {
			section, _, _ = strings.Cut(id, `"`)
		}
		_, name, ok := strings.Cut(line, "<name>")
		name, _, _ = strings.Cut(name, "<")
		at, known := set.Find(name)
		if !ok || !known || len(name) != 3 {
			continue
		}
		groups := set.Groups(at)
		require.NotEmpty(t, groups, name)
		require.Equal(t, section, groups[len(groups)-1].Label, name)
		require.Equal(t, codesets.Chapter, groups[0].Level)
		compared++
	}
	require.Greater(t, compared, 1850)
}

// tabularXML is a Tabular List in small.
const tabularXML = `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular><version>2026</version>
<chapter><name>1</name><desc>Certain infectious and parasitic diseases (A00-B99)</desc>
 <excludes1><note>certain   localized infections</note></excludes1>
 <section id="A00-A09"><desc>Intestinal infectious diseases (A00-A09)</desc>
  <diag><name>A00</name><desc>Chol&#233;ra</desc><sevenChrNote><note>Add one</note></sevenChrNote>
   <sevenChrDef><extension char="A">initial</extension><note>or first</note></sevenChrDef>
   <diag><name>A00.9</name><desc>Cholera, unspecified</desc><useAdditionalCode><note>code (Z16.-)</note></useAdditionalCode></diag>
   <diag><name>A00.X</name><desc>Gone</desc></diag>
  </diag></section></chapter></ICD10CM.tabular>`

func TestTabularAloneIsJoinedOntoTheLoadedSet(t *testing.T) {
	files := fstest.MapFS{"t.xml": {Data: []byte(tabularXML)}}
	_, err := Open(files, nil)
	require.ErrorIs(t, err, ErrNoCodes)
	require.ErrorContains(t, err, "t.xml: there are no codes to join it to; drop the order file")

	before, err := Read(fstest.MapFS{"icd10cm_order_2025.txt": {Data: []byte(order)}}, nil)
	require.NoError(t, err)
	loaded, err := Open(files, nil, before...)
	require.NoError(t, err)
	set := loaded.Sets[0]
	require.Equal(t, "ICD-10-CM FY2025", set.Release().String())
	at, ok := set.Find("A009")
	require.True(t, ok)
	require.Equal(t, []codesets.Inherited{
		{Note: codesets.Note{Kind: codesets.UseAdditional, Text: "code (Z16.-)"}, From: "A00.9"},
		{Note: codesets.Note{Kind: codesets.Excludes1, Text: "certain localized infections"}, From: "Chapter 1"},
	}, set.Notes(at))
	def, from, _ := set.Seventh(at)
	require.Equal(t, codesets.Seventh{Says: "Add one", Values: []codesets.Value{{Char: 'A', Label: "initial; or first"}}}, def)
	require.Equal(t, "A00", from)
	require.False(t, before[0].HasNotes(), "the loaded set is not changed")
	require.Equal(t, []string{
		"t.xml: ICD-10-CM FY2026 Tabular List with 2 chapters and sections, 2 notes, 1 lists of 7th characters. " +
			"1 of its codes are not in the set and 0 have another title there; it may be of another year.",
	}, []string{loaded.Files[0].String()})
}

func TestTabularSaysWhatIsWrongAndWhere(t *testing.T) {
	deep := strings.Repeat("<diag>", 100)
	for _, test := range []struct{ name, data, says string }{
		{"cut", tabularXML[:700], "t.xml, line 10: the file ends too early"},
		{"entity", strings.Replace(tabularXML, "Gone", "&gone;", 1), "t.xml, line 9: damaged XML (invalid character entity &gone;)"},
		{"declared", strings.Replace(tabularXML, "<ICD10CM.tabular>", "<!DOCTYPE x [<!ENTITY a \"aa\">]>\n<ICD10CM.tabular>", 1), "line 2: the file declares entities"},
		{"charset", strings.Replace(tabularXML, "utf-8", "ebcdic", 1), "written in ebcdic; save it as UTF-8"},
		{"bytes", strings.Replace(tabularXML, "Gone", "G\xf6ne", 1), "line 9: damaged XML (invalid UTF-8)"},
		{"deep", strings.Replace(tabularXML, "<diag>", deep, 1), "elements nest deeper than 64"},
		{"no code", strings.Replace(tabularXML, "A00.9", "A0 0?", 1), `line 8: "A0 0?" is not a code of "A00"`},
		{"strayed", strings.Replace(tabularXML, "A00.9", "B00.9", 1), `line 8: "B00.9" is not a code of "A00"`},
		{"twice", strings.Replace(tabularXML, "A00.X", "A00.9", 1), `line 9: A00.9 stands twice`},
		{"no range", strings.Replace(tabularXML, "(A00-A09)</desc>", "</desc>", 1), "does not end with the range"},
		{"character", strings.Replace(tabularXML, `char="A"`, `char="AB"`, 1), `line 7: "AB" is not a 7th character`},
		{"crossed", strings.Replace(tabularXML, "</section>", "</diag>", 1), "line 10: damaged XML (element <section> closed by </diag>)"},
		{"empty", "<ICD10CM.tabular> </ICD10CM.tabular>", "no chapters"},
	} {
		t.Run(test.name, func(t *testing.T) {
			sets, err := Read(fstest.MapFS{"t.xml": {Data: []byte(test.data)}}, nil)
			require.ErrorContains(t, err, test.says)
			require.Empty(t, sets)
		})
	}
}

// FuzzTabular feeds damaged lists: they may be refused but never panic, and what is read fits together.
func FuzzTabular(f *testing.F) {
	f.Add([]byte(tabularXML))
	f.Add([]byte(tabularXML[:500]))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := readTabular(&input{Reader: bytes.NewReader(data), name: "t.xml"})
		if err != nil {
			return
		}
		require.NotEmpty(t, d.Groups)
		for code, def := range d.Sevenths {
			for _, v := range def.Values {
				require.NotZero(t, v.Char, code)
			}
		}
	})
}
