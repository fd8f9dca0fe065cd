package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// told is what a command came to.
type told struct {
	out, errors string
	code        int
}

// do runs a command line as main does.
func do(args ...string) told {
	var out, errors bytes.Buffer
	code := run(args, streams{out: &out, errors: &errors, width: 80})
	return told{out.String(), errors.String(), code}
}

// document reads what a command says with --json.
func document[T any](t *testing.T, wantCode int, args ...string) T {
	t.Helper()
	got := do(append(args, "--json")...)
	require.Equal(t, wantCode, got.code, got.errors)
	var doc T
	d := json.NewDecoder(strings.NewReader(got.out))
	d.DisallowUnknownFields()
	require.NoError(t, d.Decode(&doc))
	return doc
}

// archive is one of the publishers' archives beside the checkout, or the test is skipped.
func archive(t *testing.T, name string) string {
	t.Helper()
	path := "../../../shared/data/releases/" + name
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the reference release %s is not beside the checkout", name)
	}
	return path
}

func TestExplain(t *testing.T) {
	got := do("explain", "e10.10")
	require.Equal(t, 0, got.code, got.errors)
	require.Equal(t, `E10.10 is a billable code of ICD-10-CM: Type 1 diabetes mellitus with
ketoacidosis without coma.

Where it stands in ICD-10-CM FY2026 starter set
  Chapter 4        Endocrine, nutritional and metabolic diseases
  Section E08-E13  Diabetes mellitus
  E10              Type 1 diabetes mellitus
  E10.1            Type 1 diabetes mellitus with ketoacidosis
  E10.10           Type 1 diabetes mellitus with ketoacidosis without coma

Notes in force
  Includes at E10
    brittle diabetes (mellitus)
    diabetes (mellitus) due to autoimmune process
    diabetes (mellitus) due to immune mediated pancreatic islet beta-cell
    destruction
    idiopathic diabetes (mellitus)
    juvenile onset diabetes (mellitus)
    ketosis-prone diabetes (mellitus)
  Excludes1 at E10
    diabetes mellitus due to underlying condition (E08.-)
    drug or chemical induced diabetes mellitus (E09.-)
    gestational diabetes (O24.4-)
    hyperglycemia NOS (R73.9)
    neonatal diabetes mellitus (P70.2)
    postpancreatectomy diabetes mellitus (E13.-)
    postprocedural diabetes mellitus (E13.-)
    secondary diabetes mellitus NEC (E13.-)
    type 2 diabetes mellitus (E11.-)
  Excludes1 at Chapter 4
    transitory endocrine and metabolic disorders specific to newborn (P70-P74)
`, got.out)
	require.Empty(t, got.errors)
}

func TestExplainProcedures(t *testing.T) {
	got := do("explain", "0DTJ0ZZ", "0DTJ1ZZ")
	require.Equal(t, 1, got.code)
	require.Equal(t, `0DTJ0ZZ is a billable code of ICD-10-PCS: Resection of Appendix, Open Approach.

Where it stands in ICD-10-PCS FY2026 starter set
  Section 0  Medical and Surgical
  0DT        Gastrointestinal System, Resection
  0DTJ0ZZ    Resection of Appendix, Open Approach

Character by character
  0  Section: Medical and Surgical
  D  Body System: Gastrointestinal System
  T  Operation: Resection
  J  Body Part: Appendix
  0  Approach: Open
  Z  Device: No Device
  Z  Qualifier: No Qualifier

`+strings.Repeat("─", 80)+`

0DTJ1ZZ is no code: 1 is no approach in table 0DT. In 5th place can stand 0, 4,
7 or 8.

Character 5 could be
  0  Open
  4  Percutaneous Endoscopic
  7  Via Natural or Artificial Opening
  8  Via Natural or Artificial Opening Endoscopic
`, got.out)
}

// TestFieldsStay holds the names that other programs read.
func TestFieldsStay(t *testing.T) {
	got := do("explain", "--json", "X23AZ9")
	require.Equal(t, 1, got.code)
	require.Contains(t, got.out, `"finding": "unknown"`)
	got = do("explain", "--json", "E11.99", "0DTJ0Z")
	require.Equal(t, `{
  "codes": [
    {
      "typed": "E11.99",
      "says": "E11.99 is no code: E11.9 is complete without \"9\".",
      "verdicts": [
        {
          "system": "icd10cm",
          "release": "ICD-10-CM FY2026 starter set",
          "finding": "one-too-many",
          "billable": false,
          "good": 4,
          "code": {
            "code": "E119",
            "printed": "E11.9",
            "billable": true,
            "title": "Type 2 diabetes mellitus without complications"
          }
        }
      ],
      "entries": []
    },
    {
      "typed": "0DTJ0Z",
      "says": "0DTJ0Z is not complete: codes of ICD-10-PCS begin like this, but it is none. It goes on with Z.",
      "verdicts": [
        {
          "system": "icd10pcs",
          "release": "ICD-10-PCS FY2026 starter set",
          "finding": "incomplete",
          "billable": false,
          "good": 6,
          "next": {
            "position": 7,
            "axis": "Qualifier",
            "values": [
              {
                "char": "Z",
                "label": "No Qualifier"
              }
            ]
          }
        }
      ],
      "entries": []
    }
  ],
  "exclusions": []
}
`, got.out)
}

func TestExplainTellsWhatExcludesWhat(t *testing.T) {
	got := do("explain", "E10.9", "E11.9")
	require.Equal(t, 0, got.code)
	require.True(t, strings.HasSuffix(got.out, `
Between these codes
  Excludes1 at E10, in force for E10.9, names E11.9: “type 2 diabetes mellitus
  (E11.-)”. Do not report both, unless the two conditions have nothing to do
  with one another.
`), got.out)
	doc := document[explained](t, 0, "explain", "E10.9", "E11.9")
	require.Len(t, doc.Exclusions, 1)
	require.Equal(t, "Excludes1", doc.Exclusions[0].Kind)
	require.Equal(t, []string{"E109", "E119", "E10"}, []string{doc.Exclusions[0].Of, doc.Exclusions[0].Named, doc.Exclusions[0].From})
}

func TestExplainAsJSON(t *testing.T) {
	doc := document[explained](t, 1, "explain", "S72.001", "99213", "")
	require.Len(t, doc.Codes, 3)
	fracture, others, nothing := doc.Codes[0], doc.Codes[1], doc.Codes[2]
	require.Equal(t, "seventh-missing", fracture.Verdicts[0].Finding)
	require.Equal(t, "icd10cm", fracture.Verdicts[0].System)
	require.Equal(t, 7, fracture.Verdicts[0].Next.Position)
	require.Equal(t, "S72.001", fracture.Entries[0].Printed)
	require.Equal(t, "header", fracture.Entries[0].state())
	require.Equal(t, "cpt-shape", others.Verdicts[0].Finding)
	require.Empty(t, others.Entries)
	require.Equal(t, "Nothing was typed. Type a code, with or without its dot.", nothing.Says)
}

func TestSearch(t *testing.T) {
	got := do("search", "--system", "icd10cm", "-n", "3", "E11.1")
	require.Equal(t, 0, got.code, got.errors)
	require.Equal(t, `ICD-10-CM FY2026 starter set: 3 found
  E11.1     Type 2 diabetes mellitus with ketoacidosis (header)
  E11.10    Type 2 diabetes mellitus with ketoacidosis without coma
  E11.11    Type 2 diabetes mellitus with ketoacidosis with coma
`, got.out)

	doc := document[searched](t, 0, "search", "-n", "1", "appendix")
	require.Equal(t, "appendix", doc.Query)
	total := 0
	for _, s := range doc.Systems {
		require.LessOrEqual(t, len(s.Hits), 1)
		total += s.Total
	}
	require.Equal(t, doc.Total, total)

	slips := document[searched](t, 0, "search", "--system=icd10cm", "diabtes")
	require.Equal(t, []slip{{"diabtes", "diabetes"}}, slips.Systems[0].Slips)
	byWords := document[searched](t, 0, "search", "--system=icd10cm", "type", "2", "diab", "ketoac")
	require.Equal(t, 3, byWords.Total)
	lay := document[searched](t, 0, "search", "--system=icd10cm", "-n", "1", "heart attack")
	require.Contains(t, lay.Systems[0].Hits[0].Why, "myocardial infarction")

	near := document[searched](t, 0, "search", "--system=icd10cm", "hypertension nobodyhas")
	require.Equal(t, "nobodyhas", near.Systems[0].Left)
	got = do("search", "--system=icd10cm", "hypertension", "nobodyhas")
	require.Contains(t, got.out, "Nothing matches all words; “nobodyhas” was left out.")

	got = do("search", "zzzzqqqq")
	require.Equal(t, 1, got.code)
	require.Contains(t, got.out, "No code matches “zzzzqqqq”.")
	require.Contains(t, got.out, "starter sets, which hold a choice")
	none := document[searched](t, 1, "search", "zzzzqqqq")
	require.NotNil(t, none.Systems)
}

func TestReleases(t *testing.T) {
	got := do("releases")
	require.Equal(t, 0, got.code)
	require.Contains(t, got.out, "ICD-10-PCS FY2026 starter set\n  codes         8149: 8009 billable, 140 headers\n  tables        of the same release\n")
	doc := document[loaded](t, 0, "releases")
	require.Len(t, doc.Releases, 3)
	require.True(t, doc.Releases[0].Starter)
}

func TestUsedWrongly(t *testing.T) {
	for name, test := range map[string]struct {
		args []string
		says string
	}{
		"no command":    {nil, `expected one of "search"`},
		"no code":       {[]string{"explain"}, `expected "<code> ..."; see instructor --help.`},
		"system":        {[]string{"search", "--system", "icd9", "x"}, `--system must be one of "icd10cm","icd10pcs"`},
		"number":        {[]string{"search", "--most=-1", "x"}, "-n -1: give a number of codes"},
		"no file":       {[]string{"explain", "-r", "nowhere.zip", "E11.9"}, "open nowhere.zip: no such file or directory; check the spelling, or give the whole path."},
		"no release":    {[]string{"releases", "-r", "main.go"}, "read main.go: main.go: no code set was found in it"},
		"no codes":      {[]string{"diff", "main.go", "main.go"}, "no code set was found in it"},
		"pack, no file": {[]string{"pack", "main.go"}, "missing flags: --out=FILE"},
	} {
		t.Run(name, func(t *testing.T) {
			got := do(test.args...)
			require.Equal(t, 2, got.code)
			require.Empty(t, got.out)
			require.Contains(t, strings.Join(strings.Fields(got.errors), " "), test.says)
			require.True(t, strings.HasPrefix(got.errors, "instructor: "))
			require.True(t, strings.HasSuffix(got.errors, ".\n"))
		})
	}
}

func TestHelp(t *testing.T) {
	for _, args := range [][]string{{"--help"}, {"search", "--help"}, {"explain", "--help"}, {"diff", "-h"}, {"pack", "--help"}, {"releases", "--help"}} {
		got := do(args...)
		require.Equal(t, 0, got.code)
		require.Contains(t, got.out, "Usage: instructor")
		require.Contains(t, got.out, "--release")
		require.Empty(t, got.errors)
	}
}

func TestExplainFullReleases(t *testing.T) {
	given := []string{"explain", "-r", archive(t, "icd10cm-2021-tabular-xml.zip"), "-r", archive(t, "icd10cm-2026-code-descriptions.zip"),
		"-r", archive(t, "hcpcs-2019-alpha-numeric.zip")}
	doc := document[explained](t, 1, append(given, "E1010", "T78.07XA", "B88.0")...)
	require.Len(t, doc.Codes[0].Entries, 2, "one code, two systems")
	require.Equal(t, "left to the contractor's judgment", doc.Codes[0].Entries[1].Coverage)
	require.Equal(t, "ICD-10-CM FY2021", doc.Codes[0].Entries[0].NotesFrom)
	require.Equal(t, "deleted", doc.Codes[1].Verdicts[0].Finding)
	require.Equal(t, []string{"T78070A", "T78071A", "T78079A"}, doc.Codes[1].Verdicts[0].Instead)
	require.Equal(t, []string{"B8801", "B8809"}, doc.Codes[2].Verdicts[0].Instead)
}

func TestDiff(t *testing.T) {
	older, newer := archive(t, "icd10cm-2025-code-descriptions.zip"), archive(t, "icd10cm-2026-code-descriptions.zip")
	doc := document[compared](t, 0, "diff", older, newer)
	require.Len(t, doc.Systems, 1)
	require.Equal(t, map[string]int{"added": 614, "deleted": 12, "revised": 45, "turned": 16, "terminated": 0}, doc.Systems[0].Counts)
	require.Zero(t, doc.Systems[0].Unannounced)

	got := do("diff", older, newer)
	require.Equal(t, 0, got.code)
	require.Contains(t, got.out, "From ICD-10-CM FY2025 to ICD-10-CM FY2026: 614 added, 12 deleted, 45 with\nanother title")
	require.Contains(t, got.out, "  D71       Functional disorders of polymorphonuclear neutrophils (header)\n            now: D71.1, D71.8, D71.9\n")

	got = do("diff", older, archive(t, "icd10pcs-2026-order-file.zip"))
	require.Equal(t, 2, got.code)
	require.Contains(t, strings.Join(strings.Fields(got.errors), " "), "name two releases of one system.")
}

func TestPack(t *testing.T) {
	release := archive(t, "icd10pcs-2026-order-file.zip")
	folder := t.TempDir() + "/"
	doc := document[packed](t, 0, "pack", "-o", folder, release, archive(t, "hcpcs-2019-alpha-numeric.zip"))
	require.Len(t, doc.Files, 2)
	require.Equal(t, filepath.Join(folder, "icd10pcs-fy2026.set"), doc.Files[0].File)
	info, err := os.Stat(doc.Files[0].File)
	require.NoError(t, err)
	require.EqualValues(t, doc.Files[0].Bytes, info.Size())

	for _, from := range []string{folder, doc.Files[0].File} {
		got := document[loaded](t, 0, "releases", "-r", from)
		require.Equal(t, "ICD-10-PCS FY2026", got.Releases[1].Name)
		require.Equal(t, 79115, got.Releases[1].Billable)
	}
	got := do("pack", "-o", filepath.Join(folder, "both.set"), release, archive(t, "hcpcs-2019-alpha-numeric.zip"))
	require.Equal(t, 2, got.code)
	require.Contains(t, strings.Join(strings.Fields(got.errors), " "), "the releases are of 2 systems and a file holds one")

	damaged := filepath.Join(folder, "damaged.set")
	data, err := os.ReadFile(doc.Files[0].File)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(damaged, data[:len(data)/2], 0o600))
	got = do("releases", "-r", damaged)
	require.Equal(t, 2, got.code)
	require.Contains(t, got.errors, "damaged or cut short")
}

// TestPrivateSetsAreNotPacked: a list of Category II is read, asked about, and never handed on.
func TestPrivateSetsAreNotPacked(t *testing.T) {
	list := filepath.Join(t.TempDir(), "mine.csv")
	require.NoError(t, os.WriteFile(list, []byte("code,descriptor\n9991F,Invented for a test\n9992F,Invented too\n"), 0o600))
	got := do("explain", "-r", list, "9991F")
	require.Equal(t, 0, got.code, got.errors)
	got = do("pack", "-o", filepath.Join(t.TempDir(), "x.set"), list)
	require.Equal(t, 2, got.code)
	require.Contains(t, strings.Join(strings.Fields(got.errors), " "), "belongs to its publisher and stays a file of your own: it is not packed")
}
