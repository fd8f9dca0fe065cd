package release

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

// branch is a chapter, a section or a code of the Tabular List as it is nested there.
type branch struct {
	Name     string   `xml:"name"`
	ID       string   `xml:"id,attr"`
	Sections []branch `xml:"section"`
	Codes    []branch `xml:"diag"`

	Includes      []string `xml:"includes>note"`
	Inclusion     []string `xml:"inclusionTerm>note"`
	Excludes1     []string `xml:"excludes1>note"`
	Excludes2     []string `xml:"excludes2>note"`
	CodeFirst     []string `xml:"codeFirst>note"`
	UseAdditional []string `xml:"useAdditionalCode>note"`
	CodeAlso      []string `xml:"codeAlso>note"`
	General       []string `xml:"notes>note"`
}

// notes adds those of a branch to a copy of what it inherits, counted.
func (b branch) notes(from string, inherited map[string]int, own bool) map[string]int {
	all := make(map[string]int)
	for n, count := range inherited {
		all[n] = count
	}
	for kind, texts := range map[codesets.NoteKind][]string{
		codesets.Includes: b.Includes, codesets.Excludes1: b.Excludes1, codesets.Excludes2: b.Excludes2, codesets.CodeFirst: b.CodeFirst,
		codesets.UseAdditional: b.UseAdditional, codesets.CodeAlso: b.CodeAlso, codesets.General: b.General,
	} {
		for _, text := range texts {
			all[noteLine(kind, from, text)]++
		}
	}
	if own {
		for _, text := range b.Inclusion {
			all[noteLine(codesets.Inclusion, from, text)]++
		}
	}
	return all
}

func noteLine(kind codesets.NoteKind, from, text string) string {
	return fmt.Sprintf("%s at %s: %s", kind, from, strings.Join(strings.Fields(text), " "))
}

// TestNotesAreThoseOfTheNesting: for every code of the Tabular List that is still one, the notes in force are exactly those that
// stand at it and around it in the file.
func TestNotesAreThoseOfTheNesting(t *testing.T) {
	set := joined(t)
	data := reference(t, "icd10cm-2021-tabular-xml.zip")["icd10cm-2021-tabular-xml.zip"].Data
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	f, err := z.File[0].Open()
	require.NoError(t, err)
	var book struct {
		Chapters []branch `xml:"chapter"`
	}
	require.NoError(t, xml.NewDecoder(f).Decode(&book))

	checked := 0
	var walk func(b branch, section string, inherited map[string]int)
	walk = func(b branch, section string, inherited map[string]int) {
		if at, ok := set.Find(codesets.Normalize(b.Name)); ok {
			checked++
			want := b.notes(b.Name, inherited, true)
			got := make(map[string]int)
			for _, n := range set.Notes(at) {
				if strings.HasPrefix(n.From, "Section ") && n.From != section {
					continue // the file does not nest sections, which lie within others by their ranges
				}
				got[noteLine(n.Kind, n.From, n.Text)]++
			}
			if fmt.Sprint(want) != fmt.Sprint(got) {
				require.Equal(t, want, got, b.Name)
			}
		}
		below := b.notes(b.Name, inherited, false)
		for _, code := range b.Codes {
			walk(code, section, below)
		}
	}
	for _, c := range book.Chapters {
		chapter := c.notes("Chapter "+c.Name, nil, true)
		for _, s := range c.Sections {
			section := s.notes("Section "+s.ID, chapter, true)
			for _, code := range s.Codes {
				walk(code, "Section "+s.ID, section)
			}
		}
	}
	require.Greater(t, checked, 40000)
}
