// Package release reads the code-set files that publishers release.
//
// [Open] takes whatever a person has: zips as published, a folder, or single files, as a file system. It looks into each
// file and recognises it by its content, since names drift from year to year, joins what belongs together and returns
// a built set for each code system found. [Read] does the same for those who want the sets alone:
//
//	loaded, err := release.Open(os.DirFS("2026-code-descriptions-tabular-order"), nil)
//	for _, file := range loaded.Files { fmt.Println(file) } // what each brought, and what was left out
//
// # What is read
//
//	ICD-10-CM         order file, codes file, both addenda; Tabular List, Alphabetic Index, Neoplasm Table, Table of
//	                  Drugs and External Cause Index in XML
//	ICD-10-PCS        order file, codes file, addenda; tables, index and definitions in XML
//	HCPCS Level II    fixed-width text, the workbook (.xlsx), and the workbook saved as CSV
//	CPT Category II   a list of code and descriptor that the player has a licence for; its set is marked private
//
// None is tied to a year. The code is the publisher's, upper case and without a dot; titles are kept as published. D codes,
// which are the ADA's, and codes that begin with a digit in HCPCS files, which are the AMA's, are counted and left out.
//
// # Joining
//
// Codes come from order files. The Tabular List lists no codes with a 7th character, so it brings none: its chapters,
// sections and notes are joined onto the codes of an order file of any year, and are inherited downward there. Files
// that bring no codes at all are joined onto the set of their system that is loaded already, given as present:
//
//	sets, err := release.Read(os.DirFS("table-and-index"), nil, library.Sets()...)
//
// Each set remembers of which release its parts are ([codesets.Set.From]).
//
// # Hostile input
//
// A file that is recognised but damaged is an [Error] that names file and line and says what to do, and yields no set at
// all. Archives may declare what they like: what is read of one file is bounded, so are the lengths of lines, rows and
// tags, the depth of nesting, and the number of files; nothing is ever written. XML that declares entities is refused.
//
// # What it does not read
//
// PDF and Word editions, the General Equivalence Mappings, the processing notes that come with HCPCS, the table of visual
// impairment at H54 of the Tabular List, and the table at the end of the ICD-10-PCS definitions that says which devices
// broader values stand for.
package release
