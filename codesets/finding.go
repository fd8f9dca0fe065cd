package codesets

// Finding is what a [Verdict] comes to.
type Finding uint8

// The findings.
const (
	Unknown         Finding = iota // no code begins like this beyond At characters
	Billable                       // a code that may be reported
	Header                         // a code that needs more characters
	NoPlaceholder                  // the 7th character stands too early: X is missing before it
	NoSeventh                      // complete but for its 7th character
	OneTooMany                     // a billable code with characters behind it
	LookalikeTyped                 // a look-alike was typed: letter O for zero, I or l for one
	Empty                          // nothing was typed
	Junk                           // a character that no code has, at At
	TooLong                        // more characters than any code of the system has
	Incomplete                     // codes begin like this, but it is none
	SeventhEarly                   // a 7th character where the code is not complete yet
	SeventhIllegal                 // not among the 7th characters that this code takes
	SeventhUncalled                // a 7th character on a code that takes none
	LetterIO                       // ICD-10-PCS has no letters I and O
	NoTable                        // no table of ICD-10-PCS begins like this
	NotInRow                       // a value of the table of ICD-10-PCS, but not in this row
	NotInTable                     // no value of the table of ICD-10-PCS at this place
	Terminated                     // may not be reported after the day Code.Ended
	DeletedSince                   // was a code until this release
	ModifierAlone                  // a modifier, which is no code
	ModifierBehind                 // a code with modifiers behind it
	Dental                         // the shape of a CDT code, which belongs to the ADA and is not loaded
	CategoryI                      // five digits: a CPT code, which belongs to the AMA and is not loaded
	CategoryII                     // four digits and F: CPT Category II, which belongs to the AMA
)

// Key returns the name of the finding in files, which does not change: "billable", "header".
func (f Finding) Key() string {
	keys := [...]string{
		Unknown: "unknown", Billable: "billable", Header: "header", NoPlaceholder: "placeholder-missing", NoSeventh: "seventh-missing",
		OneTooMany: "one-too-many", LookalikeTyped: "lookalike", Empty: "empty", Junk: "junk", TooLong: "too-long",
		Incomplete: "incomplete", SeventhEarly: "seventh-early", SeventhIllegal: "seventh-illegal",
		SeventhUncalled: "seventh-uncalled", LetterIO: "letter-i-o", NoTable: "no-table", NotInRow: "not-in-row",
		NotInTable: "not-in-table", Terminated: "terminated", DeletedSince: "deleted", ModifierAlone: "modifier",
		ModifierBehind: "modifier-behind", Dental: "cdt-shape", CategoryI: "cpt-shape", CategoryII: "cpt2-shape",
	}
	return keys[f]
}
