package release

import (
	"errors"
	"fmt"
	"io/fs"

	"coderounds/codesets"
)

// Error says what is wrong with a file, and where.
type Error struct {
	File string
	Line int // from 1; 0 when it is the file as a whole
	Err  error
}

func (e *Error) Error() string {
	if e.Line > 0 {
		return fmt.Sprintf("%s, line %d: %v", e.File, e.Line, e.Err)
	}
	return fmt.Sprintf("%s: %v", e.File, e.Err)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// ErrNothing is the error of input that holds no release file this package knows.
var ErrNothing = errors.New("no code set was found in it; wanted is a file as its publisher releases it (or the zip it comes in), such as the " +
	"\"Code Descriptions in Tabular Order\" of ICD-10-CM or the HCPCS \"Alpha-Numeric\" file from the CMS website")

// ErrNoCodes is the error of files that need codes to be joined to where none are loaded.
var ErrNoCodes = errors.New("there are no codes to join it to; drop the order file of the same year with it")

// errForeign is what a reader returns for a file that looked like one of its format but is none.
var errForeign = errors.New("not a release file")

// Total is the number of steps in which reading is reported: done runs from 0 to Total.
const Total = 1000

// Loaded is what files came to.
type Loaded struct {
	// Sets are built and whole, in the order in which their codes stand in the files. Codes of two years make two sets.
	Sets []*codesets.Set
	// Files are those that were recognised, in order.
	Files []File
	// Others are files, not of a folder or an archive, in which nothing was recognised. They come even with [ErrNothing].
	Others []Other
}

// Read is [Open] for those who want only the sets.
func Read(fsys fs.FS, step codesets.Step, present ...*codesets.Set) ([]*codesets.Set, error) {
	loaded, err := Open(fsys, step, present...)
	return loaded.Sets, err
}

// Open reads every release file in fsys, joins what belongs together and builds the sets. Steps go from 0 to [Total].
//
// Files without codes, such as the Tabular List, are joined onto the codes of their system that come with them, or else
// onto the set of that system among present, from which a new set is made. Of two files that bring the same part of one release the
// later counts. A file that is recognised but damaged yields no set at all.
func Open(fsys fs.FS, step codesets.Step, present ...*codesets.Set) (Loaded, error) {
	if step == nil {
		step = func(int, int) error { return nil }
	}
	sources, err := find(fsys, func() error { return step(0, Total) })
	if err != nil {
		return Loaded{}, err
	}
	loaded := Loaded{Others: others(fsys, sources)}
	g := gathering{present: present}
	if err := g.readAll(sources, func(done, total int) error { return step(Total/2*done/max(total, 1), Total) }); err != nil {
		return Loaded{}, err
	}
	g.join()
	if len(g.drafts) == 0 {
		return loaded, &Error{File: named(fsys), Err: nothingIn(loaded.Others)}
	}
	loaded.Sets, err = g.build(func(done, total int) error { return step(Total-Total/2+Total/2*done/max(total, 1), Total) })
	if err != nil {
		return Loaded{}, err
	}
	loaded.Files = g.files
	return loaded, step(Total, Total)
}
