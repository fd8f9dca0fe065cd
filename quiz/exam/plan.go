package exam

import "coderounds/quiz/fsrs"

// mostSteps is how many steps a plan has at most. For an exam further away than so many days a step is several days; as
// it comes nearer, plans become finer.
const mostSteps = 60

// Plan says what to ask on the days before an exam. It is worked out by [Plan.Step]; once that has returned false, its
// methods may be called, and nothing changes any more.
type Plan struct {
	ground *Ground
	cards  []Card
	terms  Terms
	step   int     // in days
	steps  int     // until the exam
	unit   float64 // of prices: the share of the exam that a minute is if all cards are asked once

	classes map[class]*values
	order   []class // in the order of the cards, so that all plans are alike
	spots   []spot  // of the cards

	search  *search
	pricing bool // the search is on
	price   price
	at      int // steps done of the values under way
	futures []future
	todo    int // futures to be played
}

// NewPlan begins a plan. Cards that stand for nothing or take no time are left out of account. The cards are the plan's
// from now on. It costs a microsecond a card.
func NewPlan(g *Ground, cards []Card, t Terms) *Plan {
	t.Days = max(t.Days, 1)
	p := &Plan{ground: g, cards: cards, terms: t, classes: make(map[class]*values), search: newSearch(), pricing: true}
	p.step = (t.Days + mostSteps - 1) / mostSteps
	p.steps = (t.Days + p.step - 1) / p.step
	p.spots = make([]spot, len(cards))
	minutes := 0.0
	for i := range cards {
		c := &cards[i]
		if !c.valid() {
			continue
		}
		minutes += c.Minutes
		p.spots[i] = p.spotOf(c.State, c.Since, t.Days)
		if k := c.class(); p.classes[k] == nil {
			p.classes[k] = newValues(g, c.Guess, t.Known, p.step, p.steps)
			p.order = append(p.order, k)
		}
	}
	if minutes == 0 {
		return p
	}
	p.unit = 1 / minutes
	p.todo = 2 * futures
	p.start(p.search.try(), certain())
	return p
}

// spotOf is where a card lies on the grid, some days before the exam.
func (p *Plan) spotOf(s fsrs.State, since, days int) spot {
	if s.IsNew() {
		return spot{}
	}
	return spotOf(p.ground.model, s, float64(max(since, 0)+days))
}

// start begins to work the values out at a price.
func (p *Plan) start(at price, t turns) {
	p.price, p.at = at, 0
	for _, k := range p.order {
		p.classes[k].begin(t)
	}
}

// How much is done in a slice: the values of so many classes, or the days of so many cards.
const (
	atOnce      = 16
	cardsAtOnce = 4000
)

// Step does a slice of the work and reports whether there is more to do: first the price is looked for, then some futures
// are played through. A slice takes about a millisecond natively, three in WebAssembly.
func (p *Plan) Step() bool {
	switch {
	case p.unit == 0:
		return false
	case p.at < p.steps:
		for n := 0; n < atOnce && p.at < p.steps; n += len(p.order) {
			p.at++
			for _, k := range p.order {
				p.classes[k].back(p.at, p.price.at(p.at)*p.unit*k.rate())
			}
		}
	case p.pricing:
		if p.pricing = p.search.judge(p.bound()); p.pricing {
			p.start(p.search.try(), certain())
		} else {
			p.start(p.search.at, likely())
		}
	case p.todo > 0:
		for n := 0; n < cardsAtOnce && p.todo > 0; n += len(p.cards) {
			p.play()
		}
	}
	return p.todo > 0
}

// Ready reports whether [Plan.Worth] may be called: only futures are still to be played.
func (p *Plan) Ready() bool { return !p.pricing && p.at == p.steps || p.unit == 0 }

// bound is more than any plan's expected share known: the values of all cards at the price, and the price of all minutes.
func (p *Plan) bound() float64 {
	sum := 0.0
	for i := range p.cards {
		c := &p.cards[i]
		if !c.valid() {
			continue
		}
		v := p.classes[c.class()]
		if c.State.IsNew() {
			sum += c.Weight * v.unmet
		} else {
			sum += c.Weight * p.ground.mean(v.value, max(c.Since, 1), p.spots[i])
		}
	}
	for k := 1; k <= p.steps; k++ {
		sum += p.price.at(k) * p.unit * p.terms.Minutes * p.terms.Kept * float64(p.step)
	}
	return sum
}

// Bound is the expected share known that no plan can exceed, 0 to 1.
func (p *Plan) Bound() float64 { return min(p.search.least, 1) }

// Worth is the recall on the exam day that a minute of asking for a card brings, as a share of the exam; 0 or less if it
// had better wait, also where it was asked for today already. left is the days until the exam day, not more than those
// of the terms; on that day and after nothing is worth anything. The card may have changed since the
// plan was made, but for its weight, minutes and luck. It costs about 100 ns, for FSRS-7 1 µs.
func (p *Plan) Worth(c Card, left int) float64 {
	if left < 1 || !c.valid() {
		return 0
	}
	return p.worth(&c, p.stepsIn(left), c.Since, p.spotOf(c.State, c.Since, left))
}

// stepsIn is the steps in so many days.
func (p *Plan) stepsIn(days int) int {
	return min(max((days+p.step/2)/p.step, 1), p.steps)
}

func (p *Plan) worth(c *Card, steps, since int, at spot) float64 {
	v := p.classes[c.class()]
	switch {
	case v == nil:
		return 0
	case c.State.IsNew():
		return v.fresh[steps] * c.Weight / c.Minutes
	case since < 1:
		return 0
	}
	return p.ground.mean(v.met[steps], since, at) * c.Weight / c.Minutes
}
