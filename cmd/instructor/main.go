// Instructor looks codes up, checks and explains them, compares releases and packs them, at the command line.
//
//	go run ./cmd/instructor explain S72.001A 0DTJ0ZZ       what the codes are, or why they are none
//	go run ./cmd/instructor search frac fem neck           the codes whose names have these words
//	go run ./cmd/instructor diff OLD.zip NEW.zip           what changed from one release to the next
//	go run ./cmd/instructor pack -o sets/ NEW.zip          a release as one file that is ready at once
//	go run ./cmd/instructor releases                       what is loaded
//
// Without --release it knows the starter sets that come inside the program. A release that is given stands in for the starter
// set of its system; what it lacks, such as the notes of a plain order file, is the starter's, as in the game. Of two
// releases of one system the later given counts, and deleted codes are known from the difference.
//
// # Exit
//
// 0 when all is well; 1 when a code is not billable, or nothing is found; 2 when the command line is wrong or a file
// cannot be read or written.
//
// # JSON
//
// With --json the answer is one document on standard output. The names of its fields do not change. Codes are in normal form,
// without a dot, and "printed" is the code as the books print it; systems are icd10cm, icd10pcs, hcpcs and cpt2; days
// are written 2025-12-31; a field that does not apply is left out.
//
//	search    query, total, systems[]: system, release, total, slips[], hits[]: a code, why
//	explain   codes[]: typed, says, verdicts[], entries[]; exclusions[]: kind, of, named, from, text, condition, says
//	diff      systems[]: system, old, new, counts, added[], deleted[], revised[], turned[], terminated[], unannounced;
//	          each a code with was (the code before) and instead[] (what took its place)
//	pack      files[]: file, bytes, release, codes
//	releases  releases[]: system, name, label, starter, private, source, codes, billable, headers, terminated, modifiers,
//	          parts[]: part, release, missing
//
//	a code    code, printed, billable, title, short, ended
//	verdict   system, release, finding, billable, good, code, children, below, next (position, axis, values[]), modifiers[],
//	          instead[], since
//	entry     a code, system, release, path[], notes[], notesFrom, seventh, children[], characters[], coverage, added, effective
//
// A finding is one of billable, header, seventh-missing, seventh-early, seventh-illegal, seventh-uncalled,
// placeholder-missing, one-too-many, lookalike, incomplete, unknown, empty, junk, too-long, letter-i-o, no-table, not-in-row,
// not-in-table, terminated, deleted, modifier, modifier-behind, cdt-shape, cpt-shape and cpt2-shape.
package main

import (
	"os"

	"golang.org/x/term"
)

func main() {
	width := plainWidth
	if w, _, err := term.GetSize(int(os.Stdout.Fd())); err == nil && w > 0 {
		width = w
	}
	os.Exit(run(os.Args[1:], streams{
		out: os.Stdout, errors: os.Stderr, width: width, watched: term.IsTerminal(int(os.Stderr.Fd())),
	}))
}
