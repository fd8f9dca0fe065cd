package codesets

// Code is one row of a set: a billable code or a header that more specific codes hang under.
type Code struct {
	// Code is normalised: upper case, no dot (see [Normalize]).
	Code string
	// Billable tells a code that may be reported from a header. Length does not tell: codes turn
	// from billable to header between years.
	Billable bool
	// Ended is the last day on which the code may be reported, 0 while it is in force. Publishers of HCPCS keep
	// terminated codes in their files for years; they can be looked up but are never asked.
	Ended Date
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
	// Private marks what the player has a licence for and others have not: its titles stay on the device, and no
	// link, export, site or package holds them.
	Private bool
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
type Modifier struct {
	Code string
	// Short and Long are the official titles, unaltered. Short may be empty.
	Short, Long string
	// Ended is the last day on which it may be used, 0 while it is in force.
	Ended Date
}

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
	Codes *Codes
	// Groups are chapters and sections, each chapter before its sections.
	Groups []Group
	// Notes by owner: a normalised code or a [Group.Key].
	Notes map[string][]Note
	// Sevenths are the definitions of 7th characters by the normalised code that bears them.
	Sevenths map[string]Seventh
	// Indexes are the Alphabetic Index and the tables that go with it, each kind once.
	Indexes []Index
	// Modifiers of HCPCS.
	Modifiers []Modifier
	// Standings say more of a HCPCS code or modifier than its titles.
	Standings map[string]Standing
	// Tables of ICD-10-PCS. Those that allow a code which is not among Codes are left out of the set, so that tables of
	// another year never lead to a code that is none.
	Tables []Table
	// Definitions explain the values of ICD-10-PCS.
	Definitions []Definition
	// Changes are what the addenda say, in their order.
	Changes []Change
	// From names the release of each part that is not of Release; it may be nil.
	From map[Part]Release
}
