// Package exam plans the days before an exam, so that on its day as much as possible of what is asked is known.
//
// A plan is made of the cards in the exam's scope as they stand today, and of the time there is:
//
//	ground := exam.NewGround(model, 0, 0.25)
//	plan := exam.NewPlan(ground, cards, exam.Terms{Days: 23, Minutes: 15, Known: 0.1, Kept: 0.9})
//	for plan.Step() {
//		// give the frame back as often as you like: a slice takes about a millisecond
//	}
//	plan.Worth(card, 23)     // recall on the exam day that a minute of it brings today
//	plan.Forecast(doubt)     // the share that will be known, within bounds
//
// A [Preparation] does all of it for a learner, from decks, a memory, all answers and the [Blueprint] of an exam. It is the
// quiz.Worth by which rounds are composed.
//
// # How it plans
//
// Every card is judged alone, backwards from the exam day. There its value is its weight in the exam times the chance
// that it is recalled. On the day before, it is asked for or waits, whichever has the higher value; and so on back to
// today. Asking leads to one of two states, by the chance of a right answer (which may be luck), and takes time, which
// has a price. All states are worked out at once, on a grid of stabilities, difficulties and days since the latest
// review. This is dynamic programming; that it finds the best of all schedules is tested against trying them all.
//
// The price of a minute is what ties the cards together. Too low, and all cards together ask for more minutes than there
// are; too high, and minutes are left over. At any price, the value of all cards plus that of all the minutes is more
// than any plan can reach, and at the right price it is least: it is looked for so. (This is the Lagrangian
// dual of the restless bandit problem; Whittle, Journal of Applied Probability 25A, 1988.) Prices rise
// towards the exam, as a + b/√days, since what is learned late is forgotten least.
//
// A day then goes to the cards of the most gain a minute: of the value after asking less that of waiting. Those who wait
// do not always get a turn on the day they should, as others want that day, too. A plan counts on three
// turns of ten, and on three of twenty for a card never met, of which there are usually many. With exact prices
// that changes little; without, plans that count on every turn put all new cards off to the same day.
//
// Hence what a learner would do anyhow: many new cards at first, of the quick ones more; none that could not
// pay off any more; weak cards in the last days, and well-known ones not at all. Nothing is asked on the exam day or
// after. A plan is made anew from how cards stand: days that were missed leave no debt.
//
// # What it promises
//
// The share known is the mean of some futures that are played through with the plan, and its bounds hold the truth in
// four of five cases. They are wide enough for four things: which of the cards with a chance happen to be recalled
// (the variance of independent cards, the sum of w²R(1−R)); how the answers until then will turn out (the futures
// differ); by how much the memory model is wrong for this learner, as a shift of the logit of recall; and
// that the pace and what is known beforehand are not yet seen. Of the latter [Past] learns from the learner's own answers.
// How much learners differ was taken from simulated ones, and how often the bounds hold is measured with others of
// them (cmd/bench, the part exam).
//
// # What it costs
//
// A plan for 2,000 cards and 30 days takes some 100 ms natively in all, in slices; [Plan.Worth] takes a tenth of a
// microsecond.
//
// # What it does not do
//
// It does not compose rounds, where families are kept apart and half of the tasks are done by hand: it says what cards
// are worth. It takes the learner's pace as it is, and each card for itself: what is learned of one is not taken to help
// with another.
package exam
