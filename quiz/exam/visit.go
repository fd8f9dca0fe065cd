package exam

import "coderounds/quiz/fsrs"

// again is what a missed question takes beside its answer, in questions: the feedback is read for longer, and it comes
// again in the same round.
const again = 1.4

// visit is what comes of asking for a card on a day, its repetition in the same round included.
type visit struct {
	recall float64 // the chance that it is known
	right  float64 // the chance of a right answer, luck included
	pass   spot    // where a right answer leads
	fail   spot    // where a wrong one does, once it was repeated
}

// cost is the questions that a visit is expected to take.
func (v *visit) cost() float64 { return 1 + again*(1-v.right) }

// after is the expected value after the visit, of values known at the grid's points.
func (v *visit) after(values []float32) float64 {
	return v.right*v.pass.mean(values) + (1-v.right)*v.fail.mean(values)
}

// asked is the states that a right and a wrong answer lead to, days after the latest review.
func asked(m fsrs.Model, from fsrs.State, days, guess float64) (pass, fail fsrs.State) {
	pass = m.NextGuessed(from, days, fsrs.Good, guess)
	fail = m.Next(m.Next(from, days, fsrs.Again), 0, fsrs.Good)
	return pass, fail
}

// typical is the number of days after which an FSRS-7 state should recall what its place on the grid does.
const typical = 7

// visitTo is a visit to a state that was met before.
func visitTo(m fsrs.Model, from fsrs.State, days, guess float64) visit {
	pass, fail := asked(m, from, days, guess)
	recall := m.Retrievability(days, from)
	return visit{recall, fsrs.Right(recall, guess), spotOf(m, pass, typical), spotOf(m, fail, typical)}
}

// firstVisit is the one to a card never met, which is known beforehand with a chance.
func firstVisit(m fsrs.Model, known, guess float64) visit {
	pass, fail := asked(m, fsrs.State{}, 0, guess)
	return visit{known, fsrs.Right(known, guess), spotOf(m, pass, typical), spotOf(m, fail, typical)}
}
