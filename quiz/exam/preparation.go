package exam

import (
	"coderounds/codesets"
	"coderounds/quiz"
)

// Occasion is an exam ahead of a learner.
type Occasion struct {
	Decks     []quiz.Deck
	Memory    *quiz.Memory
	Reviews   []quiz.Review // that the memory is made of
	Blueprint Blueprint
	Today     quiz.Day
	Exam      quiz.Day // after today
	Minutes   float64  // a day
}

// Preparation is the learner's plan for an occasion, worked out from all answers, and with it the worth of cards until
// then: it is a quiz.Worth. Like the memory it is not safe for concurrent use.
type Preparation struct {
	of     Occasion
	cards  map[quiz.CardID]Card // in scope
	scope  []quiz.CardID
	sizes  map[codesets.System]float64
	past   Past
	read   int                          // reviews that past has
	seen   map[quiz.CardID]*quiz.Recall // as they stood then
	ground *Ground
	built  bool // the ground is
	plan   *Plan
}

// guesses are the chances of luck: of a task done by hand, and of a choice among four.
func guesses() []float64 { return []float64{0, 0.25} }

// Prepare begins to work the plan out; see [Preparation.Step]. It costs a microsecond for each card of the decks.
func Prepare(o Occasion) *Preparation {
	p := &Preparation{of: o, cards: make(map[quiz.CardID]Card), seen: make(map[quiz.CardID]*quiz.Recall), sizes: make(map[codesets.System]float64)}
	p.ground = beginGround(o.Memory.Model(), guesses()...)
	var cards []quiz.Card
	twice := make(map[quiz.CardID]bool)
	for _, d := range o.Decks {
		for _, c := range d.Cards() {
			if !twice[c.ID] {
				twice[c.ID] = true
				cards = append(cards, c)
				p.sizes[c.System] += size(&c)
			}
		}
	}
	minutes := make(map[quiz.Kind]float64)
	for i, weight := range o.Blueprint.Weigh(cards) {
		c := cards[i]
		if weight <= 0 {
			continue
		}
		if minutes[c.Kind] == 0 {
			minutes[c.Kind] = o.Memory.Minutes(c.Kind)
		}
		card := Card{Weight: weight, Minutes: minutes[c.Kind]}
		if c.Kind == quiz.Choose {
			card.Guess = 1
		}
		p.cards[c.ID] = card
		p.scope = append(p.scope, c.ID)
	}
	return p
}

// reviewsAtOnce is how many reviews are read in a slice.
const reviewsAtOnce = 1000

// Step does a slice of the work, half a millisecond natively, and reports whether there is more to do.
func (p *Preparation) Step() bool {
	switch {
	case p.read < len(p.of.Reviews):
		to := min(p.read+reviewsAtOnce, len(p.of.Reviews))
		for ; p.read < to; p.read++ {
			p.review(&p.of.Reviews[p.read])
		}
		return true
	case !p.built:
		p.built = !p.ground.step()
		return true
	case p.plan == nil:
		p.begin()
		return true
	}
	return p.plan.Step()
}

// review takes an answer of the past in.
func (p *Preparation) review(r *quiz.Review) {
	day := quiz.DayOf(r.Time)
	guess := 0.0
	if r.Kind == quiz.Choose && r.Options > 1 {
		guess = 1 / float64(r.Options)
	}
	model, right := p.of.Memory.Model(), r.Outcome == quiz.Right
	c := p.seen[r.Card]
	if c == nil {
		c = &quiz.Recall{Last: day}
		p.seen[r.Card] = c
		p.past.Met(guess, right)
	} else if day > c.Last {
		p.past.Answered(model.Retrievability(float64(day-c.Last), c.State), guess, right)
	}
	c.State = model.NextGuessed(c.State, float64(day-c.Last), r.Grade, guess)
	c.Last = day
}

// begin begins the plan, once all that it rests on is known.
func (p *Preparation) begin() {
	p.seen = nil
	cards := make([]Card, len(p.scope))
	for i, id := range p.scope {
		cards[i] = p.now(id, p.of.Today)
	}
	practised, days := p.Practised()
	p.plan = NewPlan(p.ground, cards, Terms{
		Days: int(p.of.Exam - p.of.Today), Minutes: p.of.Minutes, Known: p.past.Known(), Kept: Kept(practised, days),
	})
}

// now is a card as it stands on a day.
func (p *Preparation) now(id quiz.CardID, on quiz.Day) Card {
	c := p.cards[id]
	if recall, met := p.of.Memory.Card(id); met {
		c.State, c.Since = recall.State, int(max(0, on-recall.Last))
	}
	return c
}

// lately is how many days tell how regularly a learner practises.
const lately = 14

// Practised is on how many of the latest days, two weeks at most, the learner practised. Today does not count, nor do
// days before the first answer.
func (p *Preparation) Practised() (practised, days int) {
	if len(p.of.Reviews) == 0 {
		return 0, 0
	}
	first := quiz.DayOf(p.of.Reviews[0].Time)
	for day := max(first, p.of.Today-lately); day < p.of.Today; day++ {
		days++
		if p.of.Memory.Answered(day) > 0 {
			practised++
		}
	}
	return practised, days
}

// Ready reports whether [Preparation.Worth] may be called: of the work only the forecast is left.
func (p *Preparation) Ready() bool { return p.plan != nil && p.plan.Ready() }

// Worth implements quiz.Worth: the share of the exam, in points of 100, that a minute of the card brings. It is 0 on the
// exam day and after, and for what is not asked in the exam. The card is taken as it stands in the memory now.
// Cost: a quarter of a microsecond, for FSRS-7 one.
func (p *Preparation) Worth(c quiz.Card, on quiz.Day) float64 {
	if _, in := p.cards[c.ID]; !in {
		return 0
	}
	left := int(p.of.Exam - on)
	return 100 * p.plan.Worth(p.now(c.ID, on), left)
}

// Forecast tells what the plan comes to, once [Preparation.Step] has returned false.
func (p *Preparation) Forecast() Forecast { return p.plan.Forecast(p.past.Doubt()) }

// Cards is how many cards the exam asks for, of those that are loaded.
func (p *Preparation) Cards() int { return len(p.scope) }

// Size is how much there is of a book: its cards, of which those that are not common count less.
func (p *Preparation) Size(system codesets.System) float64 { return p.sizes[system] }

// Asks tells whether the exam asks for a card.
func (p *Preparation) Asks(id quiz.CardID) bool {
	_, in := p.cards[id]
	return in
}
