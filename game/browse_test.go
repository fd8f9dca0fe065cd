package game_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"coderounds/game/view"
	"coderounds/quiz"

	"github.com/stretchr/testify/require"
)

// official is every reference release as one drop, or the test is skipped.
func official(t *testing.T) fs.FS {
	t.Helper()
	all := make(fstest.MapFS)
	for _, name := range []string{
		"icd10cm-2026-code-descriptions.zip", "icd10cm-2021-tabular-xml.zip", "icd10cm-2017-index-xml.zip",
		"icd10cm-2025-drug-neoplasm-eindex-xml.zip", "icd10pcs-2026-order-file.zip",
		"icd10pcs-2025-tables-index-definitions-xml.zip", "hcpcs-2025-oct-from-xlsx.zip",
	} {
		data, err := os.ReadFile(filepath.Join("..", "..", "shared", "data", "releases", name))
		if os.IsNotExist(err) {
			t.Skip("the official releases are not here")
		}
		require.NoError(t, err)
		all[name] = &fstest.MapFile{Data: data}
	}
	return all
}

// opened is a player at the look-up.
func opened(t *testing.T, files ...fs.FS) *player {
	t.Helper()
	p := start(t, new(quiz.Unsaved))
	for _, f := range files {
		p.drop(f)
		require.Contains(t, p.shows(), `heading "Loaded"`)
		p.press("ok")
	}
	p.press("lookup")
	return p
}

// step presses a part and looks for what is then to be seen.
type step struct {
	press string // "" goes back
	edit  string // what is typed into the field instead
	shows []string
}

func (p *player) walk(steps ...step) {
	p.t.Helper()
	for _, s := range steps {
		switch {
		case s.edit != "":
			p.edit(s.press, s.edit)
		case s.press == "" || s.press == "back":
			p.do(view.Event{Kind: view.Back})
		default:
			p.press(s.press)
		}
		for _, want := range s.shows {
			require.Contains(p.t, p.shows(), want, s.press)
		}
	}
}

func TestTheShelf(t *testing.T) {
	p := opened(t)
	require.Equal(t, `page #lookup "Look up"
  button #back "Back"
    text "Back"
  field #search "Search all books" = "" [wanted]
  text "Type the beginnings of words (\"frac fem neck\") or a code (\"S72.0\"), or open a book."
  chip "ICD-10-CM"
  text "ICD-10-CM FY2026 starter set · 2,764 codes"
  list "ICD-10-CM"
    item #group/icd10cm/all "Tabular List, 22 chapters, 297 sections"
      text "Tabular List"
      text "22 chapters, 297 sections"
  text "The Alphabetic Index, the External Cause Index, the Neoplasm Table and the Table of Drugs and Chemicals are not loaded: they come in files of their own. Drop the index zip that the CDC and CMS publish with the codes (\"Code Tables, Tabular and Index\") onto the game."
  chip "ICD-10-PCS"
  text "ICD-10-PCS FY2026 starter set · 8,149 codes"
  list "ICD-10-PCS"
    item #procedures/icd10pcs "Tables, 17 sections"
      text "Tables"
      text "17 sections"
    item #build/icd10pcs "Build a code A value at a time, from those that are legal"
      text "Build a code"
      text "A value at a time, from those that are legal"
  text "The Alphabetic Index and the Definitions are not loaded: they come in files of their own. Drop the zip \"Code Tables and Index\" or \"Definitions\" that CMS publishes with the codes onto the game."
  chip "HCPCS Level II"
  text "HCPCS Level II October 2025 starter set · 749 codes"
  list "HCPCS Level II"
    item #group/hcpcs/all "Codes by section, 17 sections"
      text "Codes by section"
      text "17 sections"
    item #modifiers/hcpcs "Modifiers, 110 modifiers"
      text "Modifiers"
      text "110 modifiers"
`, p.shows())
}

func TestBrowseTheStarterSets(t *testing.T) {
	p := opened(t)
	p.walk(
		step{press: "group/icd10cm/all", shows: []string{`page #lookup/1/group/icd10cm/all "Tabular List"`, `"Chapter 4 Endocrine, nutritional and metabolic diseases, E00–E89"`}},
	)
	chapter := p.idOf(`"Chapter 4 Endocrine`)
	p.walk(step{press: chapter, shows: []string{`heading "Chapter 4"`, `heading "Endocrine, nutritional and metabolic diseases"`, `"Section E08-E13 Diabetes mellitus"`, "from Chapter 4"}})
	section := p.idOf(`"Section E08-E13`)
	p.walk(
		step{press: section, shows: []string{`heading "Section E08-E13"`, `button #crumb:` + chapter, `item #code/icd10cm/E11 "E11 Type 2 diabetes mellitus (header)"`}},
		step{press: "code/icd10cm/E11", shows: []string{
			`heading "E11"`, "E11 is a header", `item #above:` + section, `item #code/icd10cm/E119/below`, `item #code/icd10cm/E11 "E11 Type 2 diabetes mellitus (header)" [chosen]`}},
		step{press: "code/icd10cm/E119/below", shows: []string{`heading "E11.9"`, "from E11"}},
		step{shows: []string{`heading "E11"`, `item #code/icd10cm/E119/below "E11.9 Type 2 diabetes mellitus without complications" [wanted]`}},
		step{shows: []string{`heading "Section E08-E13"`, `item #code/icd10cm/E11 "E11 Type 2 diabetes mellitus (header)" [wanted]`}},
		step{press: "crumb:" + chapter, shows: []string{`heading "Chapter 4"`}},
		step{press: "back", shows: []string{`heading "Section E08-E13"`}},
		step{press: "crumb:books", shows: []string{`page #lookup "Look up"`, `field #search "Search all books" = "" [wanted]`}},
		step{press: "back", shows: []string{"Good evening"}},
	)
}

// TestBooksOpenedMeanwhile drops files while a place is shown: the same place is shown in the new book, or what is left of
// the way to it.
func TestBooksOpenedMeanwhile(t *testing.T) {
	p := opened(t)
	p.press("group/icd10cm/all")
	p.press(p.idOf(`"Chapter 1 Certain`))
	order := func(codes ...string) fstest.MapFS {
		data := ""
		for i, c := range codes {
			data += fmt.Sprintf("%05d %-7s %d %-60s %s\r\n", i+1, c, min(i, 1), "Cholera of the new year", "Cholera of the new year")
		}
		return fstest.MapFS{"order_2027.txt": {Data: []byte(data)}}
	}
	p.drop(order("A00", "A000"))
	p.press("ok")
	require.Contains(t, p.shows(), `heading "Chapter 1"`)
	p.press(p.idOf(`"Section A00-A09`))
	p.press("code/icd10cm/A00")
	require.Contains(t, p.shows(), "Cholera of the new year")
	p.drop(order("B00", "B000"))
	p.press("ok")
	require.Contains(t, p.shows(), `heading "Section A00-A09"`, "the code is gone, the section is not")
}

func (p *player) idOf(name string) string {
	p.t.Helper()
	id, page := "", p.scene.View()
	page.Each(func(q *view.Part) bool {
		if q.Focusable() && id == "" && len(q.Name) >= len(name)-1 && q.Name[:len(name)-1] == name[1:] {
			id = q.ID
		}
		return id == ""
	})
	require.NotEmpty(p.t, id, "%s on\n%s", name, p.shows())
	return id
}

func TestBuildAProcedure(t *testing.T) {
	p := opened(t)
	p.walk(
		step{press: "procedures/icd10pcs", shows: []string{`item #procedures/icd10pcs/0 "0 Medical and Surgical"`}},
		step{press: "procedures/icd10pcs/0", shows: []string{`item #procedures/icd10pcs/0D "0D Gastrointestinal System"`}},
		step{press: "procedures/icd10pcs/0D", shows: []string{`item #table/icd10pcs/0DT "0DT Resection"`}},
		step{press: "table/icd10pcs/0DT", shows: []string{`table "Table 0DT"`, "A code takes one value from each column of a single row.", `group "Device: Z No Device"`}},
		step{press: "build/icd10pcs/0DT", shows: []string{`group "The code so far: 0DT"`, `choice #build/icd10pcs/0DT6 "6: Stomach"`}},
		step{press: "build/icd10pcs/0DT6", shows: []string{`heading "Resection · Stomach"`, `choice #build/icd10pcs/0DT64 "4: Percutaneous Endoscopic"`}},
		step{press: "build/icd10pcs/0DT64"},
		step{press: "build/icd10pcs/0DT64Z"},
		step{press: "build/icd10pcs/0DT64ZZ", shows: []string{`heading "0DT64ZZ"`, `heading "Resection of Stomach, Percutaneous Endoscopic Approach"`}},
		step{shows: []string{`group "The code so far: 0DT64Z"`}},
		step{press: "build/icd10pcs/0DT64", shows: []string{`group "The code so far: 0DT64"`}},
	)
}

func TestBrowseEverything(t *testing.T) {
	p := opened(t, official(t))
	require.NotContains(t, p.shows(), "not loaded")
	for name, path := range map[string]func(){
		"the Alphabetic Index": p.browseIndex, "the tables of the index": p.browseTables, "procedures": p.browseProcedures,
		"HCPCS": p.browseSupplies, "the Tabular List": p.browseTabular,
	} {
		t.Run(name, func(t *testing.T) {
			was := p.t
			p.t = t
			defer func() { p.t = was }()
			p.edit("search", "none")
			p.edit("search", "")
			path()
		})
	}
}

func (p *player) browseIndex() {
	p.walk(
		step{press: "index/icd10cm/1", shows: []string{
			"7,973 main terms, 69,226 subterms.", "This is the index of FY2017; the codes are of FY2026.",
			`button #index/icd10cm/1/P "P, 856 main terms"`}},
		step{press: "index/icd10cm/1/P", shows: []string{
			`heading "Alphabetic Index, P"`, `status "856 main terms; the first 60 are shown."`, `button #more/1 "Show more"`}},
		step{press: "more/1", shows: []string{`status "856 main terms; the first 120 are shown."`}},
		step{press: "", shows: []string{`button #index/icd10cm/1/P "P, 856 main terms" [wanted]`}},
		step{press: "filter/0", edit: "amyl", shows: []string{
			`status "4 main terms"`, "Amyloid heart (disease)", `button #refer/icd10cm/1/4077/1 "[I43]"`,
			`item #refer/icd10cm/1/4096/0 "Amylophagia: see Pica"`}},
		step{press: "refer/icd10cm/1/4096/0", shows: []string{`heading "Pica"`, `item #refer/icd10cm/1/59385/0 "infant or child: F98.3"`}},
		step{press: "", shows: []string{`field #filter/0 "Jump to a term" = "amyl"`}},
		step{press: "term/icd10cm/1/4078", shows: []string{
			`heading "Amyloidosis"`, `text "(generalized) (primary)"`, "Words in parentheses may be in the diagnosis or not", `status "16 subterms"`}},
		step{press: "refer/icd10cm/1/4078/0", shows: []string{`heading "E85.9"`, `heading "Amyloidosis, unspecified"`, `heading "Verify in the Tabular List"`}},
		step{press: "", shows: []string{`button #refer/icd10cm/1/4078/0 "E85.9" [wanted]`}},
		step{press: ""},
		step{press: "filter/0", edit: "stitch"},
		step{press: "term/icd10cm/1/68989", shows: []string{`item #refer/icd10cm/1/68990/0 "abscess: T81.48 (not in FY2026)"`}},
		step{press: "refer/icd10cm/1/68990/0", shows: []string{
			"T81.48 is no code", "The index is of FY2017 and the codes are of FY2026, so it was deleted or divided since.",
			`item #code/icd10cm/T814/near "T81.4 Infection following a procedure (header)"`}},
	)
}

func (p *player) browseTables() {
	p.walk(
		step{press: "index/icd10cm/3", shows: []string{`table "Neoplasm Table"`, `heading "Malignant Secondary"`, `status "1,939 rows; the first 30 are shown."`}},
		step{press: "filter/0", edit: "breast", shows: []string{
			`status "22 rows"`, `button #refer/icd10cm/3/253/1 "Malignant Secondary: C79.81"`}},
		step{press: "refer/icd10cm/3/253/0", shows: []string{`heading "C50.9"`, "Malignant neoplasm of breast of unspecified site", `table "Neoplasm Table"`}},
		step{press: "crumb:books"},
		step{press: "index/icd10cm/4", shows: []string{`button #index/icd10cm/4/# "#, 23 main terms"`}},
		step{press: "filter/0", edit: "aspirin", shows: []string{
			`status "1 row"`, `"Poisoning Intentional self-harm: T39.012"`, `"Adverse effect: T39.015"`, `"Underdosing: T39.016"`}},
		step{press: "refer/icd10cm/4/775/4", shows: []string{`heading "T39.015"`, `table "7th characters"`, `text "subsequent encounter"`, `button #code/icd10cm/T39015A/seventh "T39.015A"`}},
		step{press: "crumb:books"},
		step{press: "index/icd10cm/2", shows: []string{`heading "External Cause Index"`, "314 main terms, 7,750 subterms."}},
	)
}

func (p *player) browseProcedures() {
	p.walk(
		step{press: "index/icd10pcs/1"},
		step{press: "filter/0", edit: "abdominal", shows: []string{`item #refer/icd10pcs/1/1/0 "Abdominal aortic plexus: use Abdominal Sympathetic Nerve"`}},
		step{press: "refer/icd10pcs/1/1/0", shows: []string{`heading "Abdominal Sympathetic Nerve"`, "Includes: Abdominal aortic plexus"}},
		step{press: "crumb:books"},
		step{press: "definitions/icd10pcs", shows: []string{`status "`, "Medical and Surgical"}},
		step{press: "definitions/icd10pcs/0", shows: []string{`heading "Operation · Medical and Surgical"`, "Modifying the anatomic structure of a body part"}},
		step{press: "crumb:books"},
		step{press: "procedures/icd10pcs"},
		step{press: "procedures/icd10pcs/0"},
		step{press: "procedures/icd10pcs/0D", shows: []string{"Cutting out or off, without replacement, all of a body part", "Tables are of ICD-10-PCS FY2025; the codes are of ICD-10-PCS FY2026."}},
		step{press: "table/icd10pcs/0DT", shows: []string{`status "6 rows"`, "These rows make 106 codes."}},
	)
}

func (p *player) browseSupplies() {
	p.walk(
		step{press: "group/hcpcs/all"},
		step{press: "group/hcpcs/6", shows: []string{`heading "J codes"`, `heading "Drugs other than the usual oral ones, chemotherapy, inhalation solutions"`, `status "1,188 codes; the first 60 are shown."`}},
		step{press: "filter/1", edit: "ketorolac", shows: []string{`item #code/hcpcs/J1885`}},
		step{press: "code/hcpcs/J1885", shows: []string{`heading "Standing"`, "Medicare: special coverage instructions apply.", `item #code:modifiers/hcpcs`}},
		step{press: "code:modifiers/hcpcs"},
		step{press: "filter/3", edit: "left", shows: []string{`item "LT `}},
		step{press: "crumb:group/hcpcs/all"},
		step{press: "group/hcpcs/2"},
		step{press: "filter/5", edit: "C1", shows: []string{"(ended 20"}},
	)
}

func (p *player) browseTabular() {
	p.walk(
		step{press: "group/icd10cm/all", shows: []string{"Chapters, sections and notes are of ICD-10-CM FY2021; the codes are of ICD-10-CM FY2026."}},
		step{press: "group/icd10cm/240", shows: []string{`heading "Chapter 19"`, "from Chapter 19", `button #group.note.2.0:span/icd10cm/P10/P15 "P10–P15"`}},
		step{press: "group.note.2.0:span/icd10cm/P10/P15", shows: []string{`heading "P10 to P15"`, `item #code/icd10cm/P10 `}},
		step{press: "code/icd10cm/P10", shows: []string{`heading "P10"`, "Section P10-P15"}},
		step{press: "results", shows: []string{`page #lookup "Look up"`}},
		step{press: "search", edit: "S72.001", shows: []string{`item #code/icd10cm/S72001 "S72.001`}},
		step{press: "code/icd10cm/S72001", shows: []string{
			"needs its 7th character", `table "7th characters"`, "The appropriate 7th character is to be added to all codes from category S72 (at S72)",
			`button #code/icd10cm/S72001K/seventh "S72.001K"`, "Notes are of ICD-10-CM FY2021; the codes are of ICD-10-CM FY2026."}},
		step{press: "code/icd10cm/S72001K/seventh", shows: []string{`heading "S72.001K"`, `button #code/icd10cm/S72001K/seventh "S72.001K" [chosen]`}},
		step{press: "code/icd10cm/S72/above", shows: []string{`text "S72 is a header`, `heading "7th characters"`}},
	)
}
