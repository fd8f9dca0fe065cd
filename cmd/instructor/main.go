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
// With --json the answer is one document on standard output. The names of its fields do not change; they are the
// json tags of searched, explained, compared, packed and loaded. Codes are in normal form, without a dot, and "printed" is
// the code as the books print it; days are written 2025-12-31; a field that does not apply is left out.
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
