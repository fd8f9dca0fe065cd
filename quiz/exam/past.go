package exam

import (
	"math"

	"coderounds/quiz/fsrs"
)

// Doubt is how far a learner may be from what a plan takes the learner for.
type Doubt struct {
	// Shift is by how much the logit of recall is off the model's, as far as answers have shown, and ShiftOff its standard
	// deviation.
	Shift, ShiftOff float64
	// KnownOff is the standard deviation of the chance that a card never met is known.
	KnownOff float64
	// PaceOff is that of the logarithm of the pace.
	PaceOff float64
}

// What is known of a learner before the first answer, as standard deviations of all learners; those of simulated ones.
const (
	prior      = 0.6  // of the shift
	paces      = 0.35 // of the pace
	paceSample = 10   // answers that halve the variance of the pace
	lasting    = 0.08 // of the pace, however many answers there are
)

// Past is what a learner's answers say of the learner, to be added one by one. The zero Past has seen none.
type Past struct {
	gradient, information float64 // of the likelihood of answers, by the shift, at no shift
	first, known          float64 // answers to cards never met, and how many of them were knowledge
}

// Answered takes in the first answer of a day to a card that was met before. recall is what the model said.
func (p *Past) Answered(recall, guess float64, right bool) {
	// P(right) = g + (1−g)R, and R has the derivative R(1−R) by its logit.
	chance := fsrs.Right(recall, guess)
	slope := (1 - guess) * recall * (1 - recall)
	if !(chance > 0 && chance < 1) {
		return
	}
	p.information += slope * slope / (chance * (1 - chance))
	if right {
		p.gradient += slope / chance
	} else {
		p.gradient -= slope / (1 - chance)
	}
}

// Doubt is what the answers leave of it. The shift is a step of Fisher's scoring from no shift, with a normal prior.
func (p *Past) Doubt() Doubt {
	information := p.information + 1/(prior*prior)
	known := p.Known()
	return Doubt{
		Shift: p.gradient / information, ShiftOff: 1 / math.Sqrt(information),
		KnownOff: math.Sqrt(known * (1 - known) / (10 + p.first)),
		PaceOff:  math.Hypot(lasting, paces/math.Sqrt(1+p.first/paceSample)),
	}
}

// Met takes in the first answer ever to a card.
func (p *Past) Met(guess float64, right bool) {
	p.first++
	if right {
		known := p.Known()
		p.known += fsrs.Recalled(known, guess)
	}
}

// Known is the chance that a card never met is known beforehand: the share of first answers that were not luck, begun
// with one of ten.
func (p *Past) Known() float64 { return (1 + p.known) / (10 + p.first) }

// Kept is the share of days on which a learner will practise who did on some of the days so far, begun with six of
// seven.
func Kept(practised, days int) float64 {
	return min(1, float64(practised+6)/float64(max(days, practised)+7))
}
