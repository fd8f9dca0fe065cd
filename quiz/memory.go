package quiz

import (
	"math"
	"time"

	"coderounds/quiz/fsrs"
)

// Day is a day of the player's own calendar, counted from 1 January 1970.
type Day int

// dayStarts is the hour at which a new day begins: who answers after midnight is still in yesterday's sitting.
const dayStarts = 4 * time.Hour

// DayOf returns the day that t belongs to where it was taken.
func DayOf(t time.Time) Day { return Day(math.Floor(moment(t))) }

// moment is DayOf with the share of the day that had passed, to the millisecond.
func moment(t time.Time) float64 {
	_, offset := t.Zone()
	return float64(t.UnixMilli()+int64(offset)*1000-dayStarts.Milliseconds()) / (24 * 60 * 60 * 1000)
}

// Recall is what is remembered of one card.
type Recall struct {
	State fsrs.State
	// At is when the latest review was: its day and the share of that day that had passed.
	At float64
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
	model     fsrs.Model
	whole     bool // whether the model counts whole days
	retention float64
	cards     map[CardID]*memo
	order     []*memo // the same, as they were first met
	families  map[string]*kin
	agenda    *agenda
	confused  *Confusions
	times     map[Kind]*times
	days      map[Day]daily
	log       *fsrs.Log
	tested    Calibration
}

// DefaultRetention is the share of due cards that should still be known.
const DefaultRetention = 0.9

// NewMemory returns an empty memory that schedules with a model, FSRS-6 or FSRS-7, for a desired retention, 0.70 to 0.97.
func NewMemory(model fsrs.Model, retention float64) *Memory {
	return &Memory{
		model: model, whole: fsrs.WholeDays(model), retention: retention,
		cards: make(map[CardID]*memo), families: make(map[string]*kin), agenda: new(agenda), confused: newConfusions(),
		times: make(map[Kind]*times), days: make(map[Day]daily), log: new(fsrs.Log),
	}
}

// anew returns an empty memory that differs in the model and the retention only.
func (m *Memory) anew(model fsrs.Model, retention float64) *Memory {
	return NewMemory(model, retention)
}

// replay forgets everything and takes reviews in anew.
func (m *Memory) replay(reviews []Review) {
	*m = *m.anew(m.model, m.retention)
	m.log.Grow(len(reviews))
	for i := range reviews {
		m.Add(&reviews[i])
	}
}

// Add takes a review in. Reviews must come in the order in which they were made.
// Cost: under a microsecond.
func (m *Memory) Add(r *Review) {
	at := moment(r.Time)
	today := Day(math.Floor(at))
	c := m.memo(r)
	m.count(today, r, c.Reviews == 0)
	if c.Reviews == 0 {
		c.At, c.Last = at, today
	} else {
		m.agenda.cancel(c.Due)
	}
	if r.Outcome == Wrong || r.Outcome == Near {
		m.confuse(r, today)
	}
	if !c.State.IsNew() && r.Missed() && today > c.Last {
		c.Lapses++
	}
	luck, since := r.luck(), m.since(&c.Recall, at, today)
	next, recall := m.model.Answered(c.State, since, r.Grade, luck)
	if today > c.Last { // the first answer of a day to a card met before tells something of memory
		m.tested.add(recall, luck, r.Outcome == Right)
	}
	c.State = next
	m.log.Add(c.number, at, r.Grade, luck)
	c.Reviews++
	c.At, c.Last, c.Right = at, today, r.Outcome == Right
	c.rests(m.due(r.Card, c))
	m.agenda.enter(c.Due)
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

// since is the time since a card's latest review as the model counts it: whole days of the calendar, or all fractions.
func (m *Memory) since(c *Recall, at float64, today Day) float64 {
	if m.whole {
		return float64(max(0, today-c.Last))
	}
	return max(0, at-c.At)
}

// Model is the model in use; states of cards are its own.
func (m *Memory) Model() fsrs.Model { return m.model }

// Retention is the share of due cards that should still be known.
func (m *Memory) Retention() float64 { return m.retention }

// Log returns the reviews so far as a model is fitted to them. The first answer of a card on a later day is scored, what
// comes after it on that day is not. It stays as it is while reviews are added.
func (m *Memory) Log() *fsrs.Log { return m.log.Snapshot() }

// Scored is the number of scored reviews in [Memory.Log].
func (m *Memory) Scored() int { return m.log.Scored() }

// Card returns what is remembered of a card; ok is false for one never answered.
func (m *Memory) Card(id CardID) (Recall, bool) {
	if c := m.cards[id]; c != nil {
		return c.Recall, true
	}
	return Recall{}, false
}

// Recalled is the probability, 0 to 1, that the card would be answered right on a day, at the time of day at which it
// was last; 0 for a new one.
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
func (m *Memory) Answered(on Day) int { return m.days[on].answers }

// Known is the number of cards that were ever answered.
func (m *Memory) Known() int { return len(m.cards) }
