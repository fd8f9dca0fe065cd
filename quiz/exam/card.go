package exam

import (
	"math"

	"coderounds/quiz/fsrs"
)

// Card is a card in the exam's scope as it stands today.
type Card struct {
	Weight  float64    // the share of the exam that it stands for; all cards' add up to 1
	Minutes float64    // that a right answer takes, feedback included
	Guess   int        // which of the ground's chances of luck it has
	State   fsrs.State // the zero State was never met
	Since   int        // whole days from its latest review to today; 0 is today
}

// Terms are what a plan has to keep to.
type Terms struct {
	Days    int     // until the exam day: 1 is tomorrow. At least 1
	Minutes float64 // a day
	Known   float64 // the chance that a card never met is known beforehand
	Kept    float64 // the share of the days on which the learner practises, as it has been
}

// class is what cards must have in common to have their values in common.
type class struct {
	guess int
	ratio int // of minutes to weight, in half powers of 2
}

func (c *Card) class() class {
	return class{c.Guess, int(math.Round(2 * math.Log2(c.Minutes/c.Weight)))}
}

// rate is the ratio of minutes to weight that stands for the class.
func (c class) rate() float64 { return math.Exp2(float64(c.ratio) / 2) }

// valid tells whether a plan can do something with the card.
func (c *Card) valid() bool { return c.Weight > 0 && c.Minutes > 0 }
