package classroom

import (
	"cmp"
	"slices"
)

// Rule is how a peer begins new cards.
type Rule struct {
	Name string
	// First is how many come before those that are due. More of them come when nothing is due any more.
	First int
}

// Rules are what a learner may reasonably set: none while any are due; the 20 a day that Anki comes with; as many as spread
// the deck over the days there are; and twice as many, to have met it half-way.
func Rules(cards, days int) []Rule {
	spread := (cards + days - 1) / days
	return []Rule{{"due-first", 0}, {"20-a-day", 20}, {"spread", spread}, {"twice-spread", 2 * spread}}
}

// peer is what peers have in common: cards that are due, and new ones.
type peer struct {
	rule  Rule
	cards []due
}

// due is when a card should be asked for.
type due struct {
	met      bool
	last     int
	interval float64 // in days
	day      int
}

func newPeer(cards int, rule Rule) peer { return peer{rule, make([]due, cards)} }

// Day implements [Planner]. Of those due, the longest overdue for their interval come first.
func (p *peer) Day(day int) []int {
	var waiting, fresh []int
	for i := range p.cards {
		switch {
		case !p.cards[i].met:
			fresh = append(fresh, i)
		case p.cards[i].day <= day:
			waiting = append(waiting, i)
		}
	}
	overdue := func(i int) float64 { return float64(day-p.cards[i].last) / max(p.cards[i].interval, 0.01) }
	slices.SortStableFunc(waiting, func(a, b int) int { return cmp.Compare(overdue(b), overdue(a)) })
	first := min(p.rule.First, len(fresh))
	return slices.Concat(fresh[:first], waiting, fresh[first:])
}

// put has a card asked for again after an interval of at least a day.
func (p *peer) put(card, day int, interval float64) {
	p.cards[card] = due{true, day, interval, day + max(1, int(interval+0.5))}
}

// boxes are Leitner's: asked every 1, 2, 4, 8 and 16 days.
const boxes = 5

// Leitner is five boxes: up by one when right, back to the first when wrong.
type Leitner struct {
	peer
	box []int
}

// NewLeitner returns Leitner's boxes with all cards still outside.
func NewLeitner(cards int, rule Rule) *Leitner {
	return &Leitner{newPeer(cards, rule), make([]int, cards)}
}

// Answer implements [Planner].
func (p *Leitner) Answer(a Answer) {
	switch {
	case !a.Right:
		p.box[a.Card] = 0
	case !a.Repeat:
		p.box[a.Card] = min(p.box[a.Card]+1, boxes-1)
	}
	p.put(a.Card, a.Day, float64(int(1)<<p.box[a.Card]))
}

// SM2 is SuperMemo's second algorithm (Wozniak, Optimization of learning, 1990), with a quality of 4 for a right answer
// and of 1 for a wrong one.
type SM2 struct {
	peer
	states []sm2
}

type sm2 struct {
	ease     float64
	streak   int
	interval float64
}

// NewSM2 returns SM-2 before any answer.
func NewSM2(cards int, rule Rule) *SM2 {
	p := &SM2{newPeer(cards, rule), make([]sm2, cards)}
	for i := range p.states {
		p.states[i].ease = 2.5
	}
	return p
}

// Answer implements [Planner]. Repetitions on the day change nothing.
func (p *SM2) Answer(a Answer) {
	s := &p.states[a.Card]
	if !a.Repeat {
		s.answer(a.Right)
	}
	p.put(a.Card, a.Day, s.interval)
}

func (s *sm2) answer(right bool) {
	quality := 1.0
	if right {
		quality = 4
	}
	s.ease = max(1.3, s.ease+0.1-(5-quality)*(0.08+(5-quality)*0.02))
	switch {
	case !right:
		s.streak, s.interval = 0, 1
		return
	case s.streak == 0:
		s.interval = 1
	case s.streak == 1:
		s.interval = 6
	default:
		s.interval *= s.ease
	}
	s.streak++
}
