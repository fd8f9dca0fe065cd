package main

import (
	"fmt"
	"os"
	"path/filepath"
	"testing/fstest"
	"time"

	"coderounds/cmd/bench/contest"
	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
	"coderounds/codesets"
	"coderounds/codesets/release"
	"coderounds/codesets/sought"
)

// beside are the archives of notes and indexes that go with the codes.
var beside = [...]string{
	"icd10cm-2021-tabular-xml.zip", "icd10cm-2017-index-xml.zip", "icd10cm-2025-drug-neoplasm-eindex-xml.zip",
	"icd10pcs-2025-tables-index-definitions-xml.zip",
}

// benchSearch measures how often the code that is sought comes first, with files of codes only and with notes and indexes,
// and what the latter cost: they are not in the figures of words and memory.
func benchSearch(p places, c *corpus.Corpus, sheet *figure.Sheet) error {
	if !c.IsRelease() {
		sheet.Note("what searches bring first was not measured: there are no release files")
		return nil
	}
	queries, err := sought.Queries()
	if err != nil {
		return err
	}
	put := func(what string, library *codesets.Library) {
		share, _ := sought.Share(queries, library)
		sheet.Put("search/top3/"+what, 100*share, figure.Percent, figure.AtLeast(95))
	}
	put("codes", codesets.NewLibrary(c.Sets...))
	whole, err := withNotes(p.releases, c.Sets)
	if err != nil {
		return err
	}
	put("notes-and-indexes", whole)
	sheet.Note("that is of %d queries, each with the codes that should be among the first %d", len(queries), sought.First)
	return benchNames(whole, sheet)
}

// withNotes joins the notes and indexes in a folder onto sets; what is not there is left out.
func withNotes(dir string, sets []*codesets.Set) (*codesets.Library, error) {
	files := make(fstest.MapFS)
	for _, name := range beside {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			continue
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	library := codesets.NewLibrary(sets...)
	if len(files) == 0 {
		return library, nil
	}
	joined, err := release.Read(files, nil, sets...)
	if err != nil {
		return nil, fmt.Errorf("read notes and indexes: %w", err)
	}
	return library.With(joined...), nil
}

// benchNames measures what notes and indexes cost a search.
func benchNames(library *codesets.Library, sheet *figure.Sheet) error {
	bytes := 0
	for _, set := range library.Sets() {
		bytes += set.Memory().Names
	}
	sheet.Put("memory/names/native", float64(bytes)/1e6, figure.Megabytes)
	set := library.Set(codesets.ICD10CM)
	var all []string
	for words := 1; words <= corpus.MaxWords; words++ {
		all = append(all, corpus.Phrases(set, words, bleveQueries)...)
	}
	times, err := contest.Hold(contest.Rounds, ours(set, all))
	if err != nil {
		return err
	}
	sheet.Put("words/mean/native/notes-and-indexes", float64(times.Median(0))/float64(len(all))/float64(time.Microsecond), figure.Microseconds)
	return nil
}
