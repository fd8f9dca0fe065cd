// Package classroom simulates learners who prepare for an exam, with a planner of ours or with a peer's rules, to see how
// much each of them knows on the exam day for the same minutes.
//
// A learner's memory is known, and is not what planners take it for: it is FSRS-6 with parameters of its own, drawn
// around the published ones; recall and what is kept of a day depend on the night before; right choices may be luck;
// some cards are known beforehand; paces differ; and on some days nothing is done. All answers come about as they do in
// the game: a miss comes again three questions later, at most twice, whoever plans. A seed makes the same learner again,
// with the same nights and the same days away, for every planner.
//
// Peers leave open how new cards are begun, on which much depends when there are more of them than can be learned. So each
// plays by every rule of [Rules], and the best is what it is judged by.
package classroom
