package release

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"coderounds/codesets"
)

// File is a file that was recognised, and what it brought.
type File struct {
	// Name is the file's own, without folders.
	Name string
	// Format says what kind of file it is: "order file".
	Format string
	// Release is what it is of; zero when it was not read.
	Release codesets.Release
	// Unread says why it was not needed; "" when it was read.
	Unread string
	// Holds counts what it brought: "98186 codes".
	Holds []string
	// Dental and AMA are how many rows were left out because they belong to the ADA (D codes, CDT) or to the AMA
	// (codes that begin with a digit, CPT).
	Dental, AMA int
	// Unjoined are how many of its codes the set does not have, and Retitled those whose title there has other words:
	// a few when both are of one year.
	Unjoined, Retitled int
	// Unfit are how many of its tables allow codes that the set does not have, and so were left out.
	Unfit int
}

// String says in a sentence what came of the file.
func (f File) String() string {
	if f.Unread != "" {
		return fmt.Sprintf("%s (%s) was not needed: %s.", f.Name, f.Format, f.Unread)
	}
	says := fmt.Sprintf("%s: %s %s with %s.", f.Name, f.Release, f.Format, strings.Join(f.Holds, ", "))
	if f.Dental > 0 {
		says += fmt.Sprintf(" %d D codes, which belong to the American Dental Association, were left out.", f.Dental)
	}
	if f.AMA > 0 {
		says += fmt.Sprintf(" %d codes that begin with a digit, which belong to the American Medical Association, were left out.", f.AMA)
	}
	if f.Unjoined+f.Retitled > 0 {
		says += fmt.Sprintf(" %d of its codes are not in the set and %d have another title there; it may be of another year.", f.Unjoined, f.Retitled)
	}
	if f.Unfit > 0 {
		says += fmt.Sprintf(" %d tables allow codes that are not in the set and were left out; they may be of another year.", f.Unfit)
	}
	return says
}

// newFile counts what a draft brings.
func newFile(in *input, format string, d codesets.Draft) File {
	f := File{Name: in.name, Format: format, Release: d.Release, Dental: in.dental, AMA: in.ama}
	notes := 0
	for _, n := range d.Notes {
		notes += len(n)
	}
	for _, count := range []struct {
		n    int
		what string
	}{
		{d.Codes.Len(), "codes"}, {len(d.Modifiers), "modifiers"}, {len(d.Groups), "chapters and sections"}, {notes, "notes"},
		{len(d.Sevenths), "lists of 7th characters"}, {len(d.Tables), "tables"},
		{len(d.Definitions), "definitions"}, {len(d.Changes), "changes"},
	} {
		if count.n > 0 {
			f.Holds = append(f.Holds, fmt.Sprintf("%d %s", count.n, count.what))
		}
	}
	for _, x := range d.Indexes {
		f.Holds = append(f.Holds, fmt.Sprintf("%d terms of the %s", len(x.Terms), x.Kind))
	}
	return f
}

// compare counts the titles that the codes do not share. Accents and punctuation do not count, for the Tabular List
// carries accents that the order file lacks.
func (f *File) compare(codes *codesets.Codes, titles map[string]string, pause func() error) error {
	const codesPerPause = 1024
	shared := 0
	for i := range codes.Len() {
		if i%codesPerPause == 0 {
			if err := pause(); err != nil {
				return err
			}
		}
		title, ok := titles[codes.Code(i)]
		if !ok {
			continue
		}
		shared++
		if own := codes.Title(i); title != own && !slices.Equal(codesets.Words(title), codesets.Words(own)) {
			f.Retitled++
		}
	}
	f.Unjoined = len(titles) - shared
	return nil
}

func (s source) name() string { return path.Base(s.path) }
