package quiz

import (
	"hash/fnv"
	"math"
	"time"

	"coderounds/quiz/fsrs"
)

// Day is a day of the player's own calendar, counted from 1 January 1970.
type Day int

// dayStarts is the hour at which a new day begins: who answers after midnight is still in yesterday's sitting.
const dayStarts = 4 * time.Hour

// DayOf returns the day that t belongs to where it was taken.
func DayOf(t time.Time) Day {
	local := t.Add(-dayStarts)
	_, offset := t.Zone()
	return Day(math.Floor(float64(local.Unix()+int64(offset)) / 86400))
}

// Recall is what is remembered of one card.
type Recall struct {
	State fsrs.State
	// Last is the day of the latest review, Due the day from which the card should be seen again.
	Last, Due Day
	Reviews   int
	// Lapses counts the days on which a known card was missed.
	Lapses int
	// Right tells whether the latest answer was.
	Right bool
}

// Memory is what all reviews together say: it is derived from the journal, review by review, and
// holds nothing else. Not safe for concurrent use.
type Memory struct {
	model     *fsrs.Scheduler
	retention float64
	cards     map[CardID]*Recall
	times     map[Kind]*times
	days      map[Day]int
}

// DefaultRetention is the share of due cards that should still be known.
const DefaultRetention = 0.9

// NewMemory returns an empty memory that schedules for a desired retention, 0.70 to 0.97.
func NewMemory(model *fsrs.Scheduler, retention float64) *Memory {
	return &Memory{
		model: model, retention: retention,
		cards: make(map[CardID]*Recall), times: make(map[Kind]*times), days: make(map[Day]int),
	}
}

// replay forgets everything and takes reviews in anew.
func (m *Memory) replay(reviews []Review) {
	*m = *NewMemory(m.model, m.retention)
	for i := range reviews {
		m.Add(&reviews[i])
	}
}

// Add takes a review in. Reviews must come in the order in which they were made.
// Cost: under a microsecond.
func (m *Memory) Add(r *Review) {
	today := DayOf(r.Time)
	c := m.cards[r.Card]
	if c == nil {
		c = &Recall{Last: today}
		m.cards[r.Card] = c
	}
	elapsed := max(0, today-c.Last)
	if !c.State.IsNew() && r.Grade == fsrs.Again && elapsed > 0 {
		c.Lapses++
	}
	c.State = m.model.NextGuessed(c.State, float64(elapsed), r.Grade, r.luck())
	c.Reviews++
	c.Last, c.Right = today, r.Outcome == Right
	c.Due = today + Day(m.interval(r.Card, c))
	m.days[today]++
	if r.Outcome == Right {
		t := m.times[r.Kind]
		if t == nil {
			t = new(times)
			m.times[r.Kind] = t
		}
		t.add(time.Duration(r.FirstMS)*time.Millisecond, time.Duration(r.TookMS)*time.Millisecond)
	}
}

// luck is the chance of being right without knowing: a choice among k may be a guess.
func (r *Review) luck() float64 {
	if r.Kind != Choose || r.Options < 2 {
		return 0
	}
	return 1 / float64(r.Options)
}

// interval is in whole days, at least one, spread a little so that cards learned together do not
// stay together. The spread comes from the card itself: replaying gives the same due days.
func (m *Memory) interval(id CardID, c *Recall) int {
	h := fnv.New32a()
	h.Write([]byte(id))
	h.Write([]byte{byte(c.Reviews), byte(c.Reviews >> 8)})
	return max(1, fsrs.Fuzz(m.model.Interval(m.retention, c.State), float64(h.Sum32())/(1<<32)))
}

// Card returns what is remembered of a card; ok is false for one never answered.
func (m *Memory) Card(id CardID) (Recall, bool) {
	if c := m.cards[id]; c != nil {
		return *c, true
	}
	return Recall{}, false
}

// Recalled is the probability, 0 to 1, that the card would be answered right on a day; 0 for a new one.
func (m *Memory) Recalled(id CardID, on Day) float64 {
	c := m.cards[id]
	if c == nil {
		return 0
	}
	return m.model.Retrievability(float64(max(0, on-c.Last)), c.State)
}

// Pace returns what is usual for the learner in a kind of task.
func (m *Memory) Pace(k Kind) Pace { return m.times[k].pace() }

// Answered is the number of reviews made on a day.
func (m *Memory) Answered(on Day) int { return m.days[on] }

// Known is the number of cards that were ever answered.
func (m *Memory) Known() int { return len(m.cards) }
