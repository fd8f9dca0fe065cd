// Package corpus is what is measured with: the official releases, where they are at hand, and questions chosen from them
// that are the same in every run.
package corpus

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"testing/fstest"

	"coderounds/codesets"
	"coderounds/codesets/release"
	"coderounds/codesets/starter"
)

// archives are the releases that are measured: 184,655 codes once all can be read.
var archives = [...]string{
	"icd10cm-2026-code-descriptions.zip",
	"icd10pcs-2026-order-file.zip",
	"hcpcs-2019-alpha-numeric.zip",
}

// Corpus is the sets and what they were read from.
type Corpus struct {
	// Dir is the folder of the releases, beside which the review logs are.
	Dir  string
	Sets []*codesets.Set
	// Notes say what is missing.
	Notes []string
	files fstest.MapFS // archives that can be read
}

// Load reads the releases in a folder. When there is none, the starter sets serve, and a note says so.
func Load(dir string) (*Corpus, error) {
	c := &Corpus{Dir: dir}
	for _, name := range archives {
		data, err := os.ReadFile(filepath.Join(dir, name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			c.note("%s is not among the release files: measured without it", name)
			continue
		case err != nil:
			return nil, fmt.Errorf("load releases: %w", err)
		}
		if err := c.add(fstest.MapFS{name: {Data: data}}); err != nil {
			return nil, err
		}
	}
	if len(c.Sets) > 0 {
		return c, nil
	}
	library, err := starter.Library()
	if err != nil {
		return nil, err
	}
	return &Corpus{
		Dir:   dir,
		Sets:  library.Sets(),
		Notes: []string{"no release files: all figures are of the starter sets"},
	}, nil
}

// add reads an archive. One that holds no set the program reads is a note, not an error.
func (c *Corpus) add(file fstest.MapFS) error {
	sets, err := release.Read(file, nil)
	switch {
	case errors.Is(err, release.ErrNothing):
		for name := range file {
			c.note("%s holds nothing that the program reads yet: measured without it", name)
		}
		return nil
	case err != nil:
		return fmt.Errorf("load releases: %w", err)
	}
	c.Sets = append(c.Sets, sets...)
	if c.files == nil {
		c.files = make(fstest.MapFS)
	}
	maps.Copy(c.files, file)
	return nil
}

func (c *Corpus) note(format string, args ...any) {
	c.Notes = append(c.Notes, fmt.Sprintf(format, args...))
}

// IsRelease tells official releases from the starter sets.
func (c *Corpus) IsRelease() bool { return len(c.files) > 0 }

// Read reads all archives anew, as the game does with what is dropped on it at once: from bytes to sets that answer.
func (c *Corpus) Read() ([]*codesets.Set, error) { return c.ReadIn(nil) }

// ReadIn is Read, a step at a time.
func (c *Corpus) ReadIn(step codesets.Step) ([]*codesets.Set, error) {
	sets, err := release.Read(c.files, step)
	if err != nil {
		return nil, fmt.Errorf("read releases: %w", err)
	}
	return sets, nil
}

// Set returns the set of a system, or nil.
func (c *Corpus) Set(system codesets.System) *codesets.Set {
	for _, set := range c.Sets {
		if set.Release().System == system {
			return set
		}
	}
	return nil
}

// Len is the number of codes in sets.
func Len(sets []*codesets.Set) int {
	n := 0
	for _, set := range sets {
		n += set.Len()
	}
	return n
}

// TitlesOnly returns a set of the same codes that is searched by its titles alone, as peers are.
func TitlesOnly(set *codesets.Set) (*codesets.Set, error) {
	draft, err := set.Draft(nil)
	if err != nil {
		return nil, err
	}
	draft.Notes, draft.Indexes = nil, nil
	return codesets.Build(draft, nil)
}
