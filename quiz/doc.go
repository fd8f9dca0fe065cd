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
// The journal is the truth: [Memory] and every figure is derived from it by replay. Nothing here knows a clock,
// randomness or a disk of its own; all are handed in, so every round can be replayed.
package quiz
