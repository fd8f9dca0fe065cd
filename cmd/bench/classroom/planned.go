package classroom

import (
	"cmp"
	"slices"

	"coderounds/quiz/exam"
	"coderounds/quiz/fsrs"
)

// Planned is our plan for the exam day. It takes every learner's memory for the published one, and learns of a learner
// what the game does: the pace, what is known beforehand, how far recall is off the model's, and the days kept.
type Planned struct {
	ground  *exam.Ground
	model   fsrs.Model
	cards   []card
	kinds   []Kind
	days    int
	minutes float64
	pace    [kinds]pace
	each    [kinds]float64 // when the plan was made
	past    exam.Past
	kept    int // days
	plan    *exam.Plan
	made    int // on which day

	// Forecasts are what was foretold on the days asked for; one on which the learner was away stays zero.
	Forecasts map[int]exam.Forecast
}

// card is what is remembered of a card.
type card struct {
	state fsrs.State
	last  int
}

// pace is the time that right answers took.
type pace struct{ seconds, answers float64 }

// often is after how many days the whole plan is made anew. Every day's choice follows from how the cards stand then in
// any case.
const often = 7

// NewPlanned returns a planner for the learner's cards and minutes, which foretells on some days.
func NewPlanned(ground *exam.Ground, model fsrs.Model, l *Learner, foretell ...int) *Planned {
	p := &Planned{
		ground: ground, model: model, cards: make([]card, len(l.Cards)), kinds: l.Cards, days: len(l.away), minutes: l.Minutes,
		Forecasts: make(map[int]exam.Forecast),
	}
	for k := range p.pace {
		p.pace[k] = pace{25 * 5, 5} // of what the game counts on, worth five answers
	}
	for _, day := range foretell {
		p.Forecasts[day] = exam.Forecast{}
	}
	return p
}

// Day implements [Planner].
func (p *Planned) Day(day int) []int {
	left := p.days - day
	f, foretell := p.Forecasts[day]
	if p.plan == nil || p.made == 0 || day >= p.made+often || foretell && f.Days == nil {
		p.renew(day)
	}
	if foretell {
		for p.plan.Step() {
		}
		p.Forecasts[day] = p.plan.Forecast(p.past.Doubt())
	}
	p.kept++
	cards := p.now(day)
	worth := make([]float64, len(cards))
	var order []int
	for i := range cards {
		if worth[i] = p.plan.Worth(cards[i], left); worth[i] > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(worth[b], worth[a]) })
	return order
}

// renew makes the plan anew, by the pace known on the day.
func (p *Planned) renew(day int) {
	for k := range p.pace {
		p.each[k] = p.pace[k].seconds / p.pace[k].answers / 60
	}
	p.plan, p.made = exam.NewPlan(p.ground, p.now(day), p.terms(day)), day
	for !p.plan.Ready() {
		p.plan.Step()
	}
}

func (p *Planned) terms(day int) exam.Terms {
	return exam.Terms{Days: p.days - day, Minutes: p.minutes, Known: p.past.Known(), Kept: exam.Kept(p.kept, day)}
}

// now is the cards as they stand on a day. The pace is that which the plan was made with.
func (p *Planned) now(day int) []exam.Card {
	cards := make([]exam.Card, len(p.cards))
	for i := range cards {
		cards[i] = exam.Card{
			Weight: 1 / float64(len(cards)), Minutes: p.each[p.kinds[i]], Guess: int(p.kinds[i]),
			State: p.cards[i].state, Since: day - p.cards[i].last,
		}
	}
	return cards
}

// Answer implements [Planner].
func (p *Planned) Answer(a Answer) {
	c, guess, days := &p.cards[a.Card], p.kinds[a.Card].Guess(), float64(a.Day-p.cards[a.Card].last)
	switch {
	case c.state.IsNew():
		p.past.Met(guess, a.Right)
	case days >= 1:
		p.past.Answered(p.model.Retrievability(days, c.state), guess, a.Right)
	}
	if a.Right {
		t := &p.pace[p.kinds[a.Card]]
		t.seconds, t.answers = t.seconds+a.Seconds, t.answers+1
	}
	c.state, c.last = p.model.NextGuessed(c.state, days, grade(a.Right), guess), a.Day
}
