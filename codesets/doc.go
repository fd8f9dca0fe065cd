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
//
// # Promises
//
// Positions are official order, the order of the printed book, which is not ASCII order. A total is always
// exact. [Set.Prefix] does not allocate when handed room. Titles are kept as published. Nothing here
// touches the clock, the disk or the network.
//
// # What it does not do
//
// It does not mend what was typed: a letter O stays a letter O, and [Set.Meant] offers the zero. It
// does not say whether reporting a code is right for a patient.
package codesets
