// Package exchange reads the question files of instructors and of other programs, and writes what other programs read.
//
//	items, bad, err := exchange.ReadCSV(file, "week 3.csv")
//	for _, p := range bad {
//		fmt.Println(p) // week 3.csv, row 7: the correct option C is empty; …
//	}
//
// # The file
//
// A question file is a table whose first row names the columns, as spreadsheets save it: separated by commas,
// semicolons or tabs, in UTF-8, UTF-16 or windows-1252. Lines that begin with # before the header are passed over.
//
//	tag,type,question,answer,option_a,option_b,option_c,option_d,correct_option,rationale
//
// Wanted are a question and an answer, or options and which of them is right. Case, spaces and underscores in names
// do not matter. Other names that are understood: front, prompt and stem for question; back and correct answer for answer; choice a,
// option 1 and the like for options; correct for correct_option; explanation and feedback for rationale. Further columns
// are id, system, topic, source, and reason_a to reason_d: why an option is wrong.
//
// # Its rows
//
// type is choose, type or find, or what others call them: multiple choice, mcq, flashcard, short answer, look up. A row
// without a type is choose if it has options, else type. Several accepted answers are separated by |. The right option is
// given as A to D, as 1 to 4, or by its text. system is a code system by name or key; a row without one is guessed by its tag,
// and belongs to no book if the tag names none or more than one.
//
// An item is known by its id. Where none is given, or only a number, which is bound to stand in other files too, it
// comes from the question and its tag: the memory of an item survives when the file is loaded again, reordered or renamed.
//
// # What it promises
//
// Every row that is not empty becomes an item or a [Problem] that says in plain words what to mend; one bad row
// spoils no other. White space within a cell becomes single spaces.
//
// # Anki
//
// [ReadAnki] reads "Notes in Plain Text" as Anki exports them, with its header lines (#separator, #html, #deck, #tags, #notetype and
// #guid, as a value or as a column). The first field is asked, the second is the answer up to an empty line; what
// follows there, and further fields, say why. A note becomes
//
//   - a choose item, if its front lists options from "A." on, a line each, and the answer names one of them;
//   - an item for each gap, if its front has gaps ({{c1::…}});
//   - a type item, if its answer is short;
//   - else a choose item among the answers of other such notes, since nobody types a paragraph letter for letter.
//
// A note with a picture or a sound is left out. An item is known by the note's guid, or by its deck and front.
//
// [WriteAnki] writes items as such a file; read back, they are the same but for what Anki has no place for: that a code was
// to be found, and ids.
//
// # Review logs
//
// [WriteRevlog] writes the journal as the log that optimizers of FSRS read.
//
// # What it does not do
//
// It does not judge content: codes are not looked up, and what an instructor may copy into a file is the
// instructor's own responsibility.
package exchange
