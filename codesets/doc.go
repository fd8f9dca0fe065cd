// Package codesets holds medical code sets and finds codes in them.
//
// A [Set] is one release of one [System], built from a [Draft] and then never changed; a [Library] is the
// sets loaded now. Readers of publishers' files are in codesets/release, the codes that come with the
// program in codesets/starter.
//
//	set, err := codesets.Build(draft, nil)
//	at, ok := set.Find(codesets.Normalize("s72.001a"))
//	for _, note := range set.Notes(at) { … } // its own and every ancestor's
//	first10, total := set.Prefix(nil, "S72", 10)
//	best10, total := set.Search("frac fem neck", 10)
//	found := set.Look("hart attack", 10) // as a person types it, with why each was found and what slips were forgiven
//	found = set.Near("total fracture of neck", 10) // where that finds nothing: all words but one
//
// What can be asked of it:
//
//	verdict := library.Check("S72.00A")        // a code of which system, or why it is none: verdict.String() says it
//	next := set.Next("0DTJ")                   // what may follow, with what it means
//	notes := set.Excludes(a, b)                // do two codes exclude each other, and by whose note
//	diff, err := codesets.Compare(old, new, nil) // what changed from one release to the next
//
// # Promises
//
// Positions are official order, the order of the printed book, which is not ASCII order. A total is always
// exact. [Set.Prefix] does not allocate when handed room. Titles are kept as published. Nothing here
// touches the clock, the disk or the network.
//
// # How codes are found
//
// Three structures, each in a file of its own with more about it:
//
//   - Prefixes (block.go). Official order keeps the codes of every prefix together, so the answer to a prefix is a
//     first position and a number. Small tables lead there, one step for each character: from the block of S to those of S7, S72,
//     S720. As soon as no more than 24 codes are left they are passed through instead. The tables and the codes
//     themselves take 6 bytes a code, and a step some nanoseconds.
//   - Titles (title.go). A title is phrases ("Fracture of neck", "initial encounter"), a phrase is words. Each word, phrase and title
//     is kept once, as the numbers of its parts, and put together when asked for: 22 bytes a code for
//     long and short titles, where plain text takes 125.
//   - Words (wordindex.go). Titles are weighed and ranked once, when a set is built: those come first that say least beyond what may
//     be asked (weight.go). For each word the index has the ranks of the titles it is in, as a bitmap or as the gaps between them. A
//     query is answered by bitmaps that are united, for the words that a beginning may mean, and intersected; the best are the
//     first bits that are left, and their number is the total. This takes 17 bytes a code and some microseconds for each
//     word of a query.
//
// A code has other names: inclusion terms, and the paths of the index that lead to it. They are names like titles, with a
// word index of their own and a list of where each leads (name.go); a search asks all of them and merges what they
// find, best first (search.go). With only a file of codes loaded there are none and nothing is spent. A whole Tabular List and
// all indexes have 150,000 of them, in 6 MB.
//
// What people say for what titles say is in lay.txt, to be edited by hand: words for words, never for codes. A query is read by it
// first (query.go). How often the code that is sought comes first is told by codesets/sought.
//
// The figures are of full releases; cmd/bench measures them.
//
// # Packed sets
//
// [Set.Pack] writes a set with everything in it, and [Unpack] has it ready in a quarter of the time that the release takes
// (pack.go). Brotli makes 2 bytes a code of codes and long titles.
//
// # What it does not do
//
// It does not mend codes that were typed: a letter O stays a letter O, and [Set.Meant] offers the zero. It
// does not say whether reporting a code is right for a patient.
package codesets
