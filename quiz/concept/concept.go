// Package concept holds the questions that come with the program: the concepts of the four books, and vignettes whose
// code is to be found.
//
//	items, err := concept.Items()
//
// They are question files like an instructor's (see [coderounds/quiz/exchange]), one for each book, one for what goes across
// the books, and one of vignettes. All are written by hand, in our own words. Each item names the rule it rests on, and each
// wrong option says why it is wrong. Facts, codes and cited sections are those of FY2026 and of HCPCS of October 2025; tests
// compare them with the official files where those are at hand.
//
// No CPT code and no CPT text is among them: Category II is taught by its shape, purpose and modifiers. Vignettes
// are invented.
package concept

import (
	"embed"
	"fmt"
	"io/fs"

	"coderounds/quiz"
	"coderounds/quiz/exchange"
)

//go:embed *.csv
var files embed.FS

// names lists the files in the order of their items.
func names() []string {
	return []string{"icd10cm.csv", "icd10pcs.csv", "hcpcs.csv", "cpt2.csv", "across.csv", "vignettes.csv"}
}

// Items returns all items, which the caller owns. Cost: some milliseconds. An error means that the
// program was built wrongly; it names file and row.
func Items() ([]quiz.Item, error) { return items(files) }

func items(fsys fs.FS) ([]quiz.Item, error) {
	var all []quiz.Item
	file := make(map[string]string) // by id
	for _, name := range names() {
		read, err := readFile(fsys, name)
		if err != nil {
			return nil, err
		}
		for _, it := range read {
			if first, again := file[it.ID]; again {
				return nil, fmt.Errorf("read items: the id %s stands in %s and in %s; give each item its own", it.ID, first, name)
			}
			file[it.ID] = name
		}
		all = append(all, read...)
	}
	return all, nil
}

func readFile(fsys fs.FS, name string) ([]quiz.Item, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read items: %w", err)
	}
	defer f.Close()
	items, bad, err := exchange.ReadCSV(f, name)
	switch {
	case err != nil:
		return nil, err
	case len(bad) > 0:
		return nil, fmt.Errorf("read items: %w", bad[0])
	}
	return items, nil
}
