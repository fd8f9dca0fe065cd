package codesets

import "fmt"

// Code is one row of a set: a billable code or a header that more specific codes hang under.
type Code struct {
	// Code is normalised: upper case, no dot (see [Normalize]).
	Code string
	// Billable tells a code that may be reported from a header. Length does not tell: codes turn
	// from billable to header between years.
	Billable bool
	// Order is the publisher's order number, or the position in the set where there is none.
	Order int
	// Short and Long are the official titles, unaltered. Short may be empty.
	Short, Long string
}

// Release names what a publisher put out for one year or quarter.
type Release struct {
	System System
	// Label is the year or quarter as people say it, for example "FY2026" or "October 2025".
	Label string
	// Source is the attribution that must be shown with the codes.
	Source string
	// Starter marks the choice of codes that comes inside the program.
	Starter bool
}

// String returns for example "ICD-10-CM FY2026" or "ICD-10-CM FY2026 starter set".
func (r Release) String() string {
	name := r.System.String()
	if r.Label != "" {
		name += " " + r.Label
	}
	if r.Starter {
		name += " starter set"
	}
	return name
}

// Modifier is a two-character addition to a HCPCS code.
type Modifier struct{ Code, Long string }

// Step is called now and then during long work with how much is done, out of total (units are
// the worker's own; total may be 0 when unknown). It lets the caller show progress and, in a
// browser, give the frame back. An error stops the work and is returned from it.
type Step func(done, total int) error

// call makes a nil Step usable.
func (s Step) call(done, total int) error {
	if s == nil {
		return nil
	}
	return s(done, total)
}

// Draft is a set before it is indexed: what a reader of releases gathers.
type Draft struct {
	Release Release
	// Codes in official order.
	Codes []Code
	// Groups are chapters and sections, each chapter before its sections.
	Groups []Group
	// Notes by owner: a normalised code or a [Group.Key].
	Notes map[string][]Note
	// Modifiers of HCPCS.
	Modifiers []Modifier
	// Tables of ICD-10-PCS. Their codes must be among Codes (see [Table.Codes]).
	Tables []Table
}

// validate finds what would make a set answer wrongly.
func (d *Draft) validate() error {
	if len(d.Codes) == 0 {
		return fmt.Errorf("build %s: no codes", d.Release)
	}
	for i, c := range d.Codes {
		if c.Code == "" || Normalize(c.Code) != c.Code {
			return fmt.Errorf("build %s: row %d: code %q is not in normal form", d.Release, i+1, c.Code)
		}
	}
	return nil
}
