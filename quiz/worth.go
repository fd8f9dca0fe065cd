package quiz

import (
	"coderounds/quiz/fsrs"
)

// Worth says how much answering a card on a day is worth, in expected recall per minute: a plan asks what is worth most
// first. 0 or less means not on that day. The everyday worth, and that of an exam ahead, are two of
// its kinds.
//
// A plan calls it once for every card, some ten thousand times, before a round: it should take a microsecond at most.
type Worth interface {
	Worth(c Card, on Day) float64
}

// Everyday is the worth of cards when no exam is ahead. What is due comes before what is new, so that what was
// learned is kept before more is begun; among what is due, what brings the most recall for the minute.
type Everyday struct {
	memory  *Memory
	minutes map[Kind]float64
}

// NewEveryday returns the everyday worth by what a memory knows now: the states of its cards and the learner's own pace.
func NewEveryday(m *Memory) *Everyday {
	e := &Everyday{memory: m, minutes: make(map[Kind]float64, 4)}
	for _, k := range [...]Kind{Find, Type, Choose, Build} {
		e.minutes[k] = m.Minutes(k)
	}
	return e
}

const (
	// begin is the worth of a new card: positive, and less than that of any that is due. What confirms a family that was
	// only chosen so far is worth more.
	begin   = 1e-9
	confirm = 2 * begin
	again   = 3 * begin
	// ahead is the day, counted from today, on which the gain of a review is looked for: near enough that a
	// well-known card may wait, and far enough that a card just learned may not.
	ahead = 30
)

// Worth implements [Worth]. Cost: about half a microsecond.
func (e *Everyday) Worth(c Card, on Day) float64 {
	recall, seen := e.memory.Card(c.ID)
	switch {
	case !seen && c.Kind.Hands() && !e.memory.Confirmed(c.Family):
		return e.confirming(c.Family, on)
	case !seen:
		return begin
	case recall.Due > on:
		return 0
	}
	return e.perMinute(&recall, c.Kind, on)
}

// confirming is the worth of a new task by hand of a family that was only chosen so far: just above that of the choices
// that are due, whose place in a round it takes.
func (e *Everyday) confirming(family string, on Day) float64 {
	most := confirm
	for _, c := range e.memory.families[family].cards {
		if c.Due <= on {
			most = max(most, e.perMinute(&c.Recall, c.kind, on)*(1+1e-9))
		}
	}
	return most
}

// perMinute is what is gained by a minute of a kind of task.
func (e *Everyday) perMinute(c *Recall, k Kind, on Day) float64 {
	return max(again, e.memory.gain(c, on)/e.takes(k))
}

// takes is the minutes that a question of a kind takes.
func (e *Everyday) takes(k Kind) float64 {
	if minutes := e.minutes[k]; minutes > 0 {
		return minutes
	}
	return usualMinutes
}

// gain is the recall, as a share of 1, that a review on a day is expected to add [ahead] days later: what is known then
// after a right answer and after a wrong one, each by its chance, less what would be known without it.
func (m *Memory) gain(c *Recall, on Day) float64 {
	elapsed := float64(max(0, on-c.Last))
	now := m.model.Retrievability(elapsed, c.State)
	right := m.model.Next(c.State, elapsed, fsrs.Good)
	wrong := m.model.Next(c.State, elapsed, fsrs.Again)
	return now*m.model.Retrievability(ahead, right) + (1-now)*m.model.Retrievability(ahead, wrong) -
		m.model.Retrievability(elapsed+ahead, c.State)
}
