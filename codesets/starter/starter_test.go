package starter

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"coderounds/codesets"
	"coderounds/codesets/release"

	"github.com/stretchr/testify/require"
)

// archive reads one of the publishers' archives beside the checkout, or skips the test.
func archive(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../../shared/data/releases/" + name)
	if os.IsNotExist(err) {
		t.Skipf("the reference release %s is not beside the checkout", name)
	}
	require.NoError(t, err)
	return data
}

func official(t *testing.T, name string) *codesets.Set {
	sets, err := release.Read(fstest.MapFS{name: {Data: archive(t, name)}}, nil)
	require.NoError(t, err)
	require.Len(t, sets, 1)
	return sets[0]
}

func starter(t *testing.T, system codesets.System) *codesets.Set {
	t.Helper()
	lib, err := Library()
	require.NoError(t, err)
	return lib.Set(system)
}

// TestICD10CMAgrees holds each row against the FY2026 release: it must be there with the same flag and the same
// title, in the same order, and headers must have all their codes.
func TestICD10CMAgrees(t *testing.T) {
	ours, theirs := starter(t, codesets.ICD10CM), official(t, "icd10cm-2026-code-descriptions.zip")
	last := -1
	for i := range ours.Len() {
		c := ours.At(i)
		at, ok := theirs.Find(c.Code)
		if !ok {
			t.Errorf("%s %s: not in the release", c.Code, c.Long)
			continue
		}
		official := theirs.At(at)
		if c.Long != official.Long || c.Billable != official.Billable {
			t.Errorf("%s: ours %v %q, official %v %q", c.Code, c.Billable, c.Long, official.Billable, official.Long)
		}
		if at <= last {
			t.Errorf("%s stands out of official order", c.Code)
		}
		last = at
	}
}

func TestICD10CMIsWorthPlaying(t *testing.T) {
	set := starter(t, codesets.ICD10CM)
	require.GreaterOrEqual(t, set.Len(), 1000)
	chapters := make(map[string]int)
	for i := range set.Len() {
		groups := set.Groups(i)
		require.GreaterOrEqual(t, len(groups), 2, "%s has a chapter and a section", set.At(i).Code)
		require.Equal(t, codesets.Section, groups[len(groups)-1].Level)
		require.Equal(t, codesets.Chapter, groups[0].Level)
		chapters[groups[0].Label]++
		require.Equal(t, len(set.Children(i)) == 0, set.At(i).Billable, "%s: a header has codes below it, a billable code none", set.At(i).Code)
	}
	require.Len(t, chapters, 22)
	require.True(t, set.HasNotes())
}

// TestChaptersAgree holds chapters and sections against the Tabular List of FY2021, the newest at
// hand; what has changed since is listed.
func TestChaptersAgree(t *testing.T) {
	since := map[string]bool{
		"section I10-I1A": true, "section I30-I5A": true, "section J40-J4A": true, "section QA0": true,
		"section Z17": true,
	}
	theirs := tabularGroups(t)
	for _, g := range starter(t, codesets.ICD10CM).AllGroups() {
		if since[g.Key()] {
			continue
		}
		title, ok := theirs[g.Key()]
		if !ok {
			t.Errorf("%s is not in the Tabular List", g.Key())
		} else if !strings.EqualFold(title, g.Title) {
			t.Errorf("%s: ours %q, official %q", g.Key(), g.Title, title)
		}
	}
}

func tabularGroups(t *testing.T) map[string]string {
	data := archive(t, "icd10cm-2021-tabular-xml.zip")
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	f, err := z.File[0].Open()
	require.NoError(t, err)
	defer f.Close()
	var tabular struct {
		Chapters []struct {
			Name     string `xml:"name"`
			Desc     string `xml:"desc"`
			Sections []struct {
				ID   string `xml:"id,attr"`
				Desc string `xml:"desc"`
			} `xml:"section"`
		} `xml:"chapter"`
	}
	require.NoError(t, xml.NewDecoder(f).Decode(&tabular))
	titles := make(map[string]string)
	for _, c := range tabular.Chapters {
		titles["chapter "+c.Name] = bare(c.Desc)
		for _, s := range c.Sections {
			titles["section "+s.ID] = bare(s.Desc)
		}
	}
	return titles
}

// bare cuts the range in parentheses from a title.
func bare(title string) string {
	if at := strings.LastIndex(title, "("); at > 0 {
		title = title[:at]
	}
	return strings.TrimSpace(title)
}

// TestHCPCSAgrees holds each code and modifier against the release: there, with the same title, not terminated.
func TestHCPCSAgrees(t *testing.T) {
	set := starter(t, codesets.HCPCS)
	codes, modifiers := hcpcsRows(t)
	for i := range set.Len() {
		c := set.At(i)
		if title, ok := codes[c.Code]; !ok || title != c.Long {
			t.Errorf("%s: ours %q, official %q", c.Code, c.Long, title)
		}
		if i > 0 && set.At(i-1).Code >= c.Code {
			t.Errorf("%s stands out of order", c.Code)
		}
	}
	for _, m := range set.Modifiers() {
		if title, ok := modifiers[m.Code]; !ok || title != m.Long {
			t.Errorf("modifier %s: ours %q, official %q", m.Code, m.Long, title)
		}
	}
}

func hcpcsRows(t *testing.T) (codes, modifiers map[string]string) {
	data := archive(t, "hcpcs-2025-oct-from-xlsx.zip")
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	f, err := z.File[0].Open()
	require.NoError(t, err)
	defer f.Close()
	rows := csv.NewReader(f)
	header, err := rows.Read()
	require.NoError(t, err)
	code, kind := slices.Index(header, "HCPC"), slices.Index(header, "RECID")
	title, ended := slices.Index(header, "LONG DESCRIPTION"), slices.Index(header, "TERM DT")
	codes, modifiers = make(map[string]string), make(map[string]string)
	for {
		row, err := rows.Read()
		if err == io.EOF {
			return codes, modifiers
		}
		require.NoError(t, err)
		switch {
		case row[ended] != "":
		case row[kind] == "3":
			codes[strings.TrimSpace(row[code])] = strings.TrimSpace(row[title])
		case row[kind] == "7":
			modifiers[strings.TrimSpace(row[code])] = strings.TrimSpace(row[title])
		}
	}
}

func TestHCPCSIsWorthPlaying(t *testing.T) {
	set := starter(t, codesets.HCPCS)
	require.GreaterOrEqual(t, set.Len(), 250)
	require.GreaterOrEqual(t, len(set.Modifiers()), 60)
	letters := ""
	for i := range set.Len() {
		if l := set.At(i).Code[:1]; !strings.Contains(letters, l) {
			letters += l
		}
		require.Len(t, set.Groups(i), 1)
	}
	require.Equal(t, "ABCEGHJKLMPQRSTUV", letters)
}

func TestNoCPT(t *testing.T) {
	lib, err := Library()
	require.NoError(t, err)
	require.Nil(t, lib.Set(codesets.CPT2))
}

func TestFilesSayWhereTheyAreWrong(t *testing.T) {
	for _, test := range []struct{ line, says string }{
		{"chapter 4 Endocrine", "01.txt:2: a chapter wants its range"},
		{"E11", "01.txt:2: a code and its title"},
		{"  excludes3: x", "01.txt:2: a note opens with its kind"},
		{"E11.- @fracture Diabetes", "01.txt:2: E11.- cannot be completed"},
		{"seventh encounter\n  initial encounter", "01.txt:3: a 7th character and its meaning"},
	} {
		fsys := fstest.MapFS{"icd10cm/01.txt": {Data: []byte("# made up\n" + test.line + "\n")}}
		require.ErrorContains(t, readTabular(fsys, &codesets.Draft{Codes: codesets.NewCodes(0)}), test.says)
	}
}

func TestSevenths(t *testing.T) {
	draft := codesets.Draft{Codes: codesets.NewCodes(0)}
	require.NoError(t, readTabular(fstest.MapFS{"icd10cm/19.txt": {Data: []byte(`
seventh encounter
  A initial encounter
  D subsequent encounter
  S sequela
T80.- Complications
T80.0- @encounter[AS] Air embolism
  excludes1: something else (T81.7-)
`)}}, &draft))
	var codes []codesets.Code
	for _, code := range draft.Codes.All() {
		codes = append(codes, code)
	}
	require.Equal(t, []codesets.Code{
		{Code: "T80", Order: 1, Long: "Complications"},
		{Code: "T800", Order: 2, Long: "Air embolism"},
		{Code: "T800XXA", Billable: true, Order: 3, Long: "Air embolism, initial encounter"},
		{Code: "T800XXS", Billable: true, Order: 4, Long: "Air embolism, sequela"},
	}, codes)
	require.Equal(t, map[string][]codesets.Note{"T800": {{Kind: codesets.Excludes1, Text: "something else (T81.7-)"}}}, draft.Notes)
}
