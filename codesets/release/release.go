package release

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

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
var ErrNothing = errors.New("no code set was found in it; wanted is an ICD-10-CM or ICD-10-PCS order file (or the zip it is published in), " +
	"such as the \"Code Descriptions in Tabular Order\" from the CMS website")

// Total is the number of steps in which reading is reported: done runs from 0 to Total.
const Total = 1000

// Read reads every release in fsys and builds its sets, the order of systems being that of the files. Steps go from 0 to
// [Total]. Of two files of one system the later counts.
func Read(fsys fs.FS, step codesets.Step) ([]*codesets.Set, error) {
	if step == nil {
		step = func(int, int) error { return nil }
	}
	sources, err := find(fsys)
	if err != nil {
		return nil, err
	}
	if len(sources) == 0 {
		return nil, &Error{File: named(fsys), Err: ErrNothing}
	}
	bySystem := make(map[codesets.System]*codesets.Set)
	var systems []codesets.System
	for i, src := range sources {
		set, err := src.build(share(step, i, len(sources)))
		if err != nil {
			return nil, err
		}
		system := set.Release().System
		if bySystem[system] == nil {
			systems = append(systems, system)
		}
		bySystem[system] = set
	}
	sets := make([]*codesets.Set, len(systems))
	for i, system := range systems {
		sets[i] = bySystem[system]
	}
	return sets, nil
}

// share maps the steps of part i of n onto the whole.
func share(step codesets.Step, i, n int) codesets.Step {
	return func(done, total int) error {
		return step((Total*i+Total*done/max(total, 1))/n, Total)
	}
}

// build reads the source and indexes its codes: half of the steps each.
func (s source) build(step codesets.Step) (*codesets.Set, error) {
	r, size, err := s.open()
	if err != nil {
		return nil, &Error{File: s.name, Err: err}
	}
	defer r.Close()
	codes, err := readOrder(r, s.name, func(done, _ int) error { return step(min(done, size), 2*size) })
	if err != nil {
		return nil, err
	}
	release := codesets.Release{System: systemOf(codes), Label: label(s.path)}
	release.Source = attribution(release.System)
	set, err := codesets.Build(codesets.Draft{Release: release, Codes: codes}, func(done, total int) error {
		return step(total+done, 2*total)
	})
	if err != nil {
		return nil, &Error{File: s.name, Err: err}
	}
	return set, nil
}

func attribution(s codesets.System) string {
	if s == codesets.ICD10CM {
		return "Source: CDC/NCHS and CMS, available free of charge from the agencies; no endorsement implied"
	}
	return "Source: CMS"
}

// label reads the year, and the month of an in-year release, from the file's name or those of the
// folders and archives it came in: the content does not tell. It is "" when they do not either.
func label(path string) string {
	lower := strings.ToLower(path)
	for i := len(lower) - 4; i >= 0; i-- {
		year := lower[i : i+4]
		if !strings.HasPrefix(year, "20") || !digits(year) || (i > 0 && digits(lower[i-1:i])) || (i+4 < len(lower) && digits(lower[i+4:i+5])) {
			continue
		}
		for _, month := range []string{"April", "January", "July"} {
			if strings.Contains(lower, strings.ToLower(month)) {
				return month + " " + year
			}
		}
		return "FY" + year
	}
	return ""
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
