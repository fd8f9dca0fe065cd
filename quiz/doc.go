// Package quiz asks questions, grades answers, composes rounds and keeps the journal.
//
// A [Deck] makes a [Question] out of each of its [Card]s. A [Round] picks the cards that are due, then new ones, and
// takes each [Response]:
//
//	journal, err := quiz.OpenJournal(store, quiz.NewMemory(model, quiz.DefaultRetention))
//	round := quiz.NewRound(decks, journal.Memory(), quiz.Plan{Length: 20}, now, rng)
//	for q, ok := round.Question(); ok; q, ok = round.Question() {
//		answer := round.Answer(response, now)
//		saved := journal.Append(answer.Review) // feedback is shown once saved has told
//	}
//
// A review is scheduled by policy: within the range that is published for an interval, on the day with the least to do, and on
// another day than cards of its family and of families that are taken for it (see [Memory.Add] and [CardID.Family]). What
// a day asks for is its [Portion]: as much as fits in its minutes, by [Worth]. What keeps slipping is in
// [Memory.Leeches], what is taken for what in [Confusions], and what is to come in [Memory.Forecast].
//
// A memory model is fitted to the learner by [fsrs.Fit] over [Memory.Log]; a [Replay] makes the memory anew under it while
// the game goes on.
//
// The journal is the truth: [Memory] and every figure is derived from it by replay. Nothing here knows a clock,
// randomness or a disk of its own; all are handed in, so every round can be replayed.
package quiz
