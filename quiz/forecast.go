package quiz

import (
	"math"

	"coderounds/quiz/fsrs"
)

// Outlook says what is to be foreseen.
type Outlook struct {
	// From is the first day, Days how many there are.
	From Day
	Days int
	// Retention is the share of due cards that should still be known: the learner's own or another, to see what it would cost.
	Retention float64
	// NewPerDay is how many cards are met for the first time on each day; see [Memory.NewPerDay].
	NewPerDay float64
}

// Forecast is what days ahead are expected to ask, when all that is due is answered on its day.
type Forecast struct {
	// Questions is how many there are on each day, repeats of what is missed included; Minutes what they take, by the
	// learner's own pace.
	Questions []int
	Minutes   []float64
	// Known is how many cards would be answered right at the end of each day, of Cards met by then. It is worked out for
	// one day in seven, of more than half a year for 26 days, and is a straight line between.
	Known []float64
	Cards []int
}

// Forecast plays the days ahead with the learner's own cards: the model says with what chance each is known on its day, and
// a number that is the card's own whether it is then. So the same memory gives the same forecast, and two retentions can be
// compared. Cost: 365 days of 1,000 cards take some 10 ms.
func (m *Memory) Forecast(o Outlook) Forecast {
	s := m.simulation(o)
	f := Forecast{
		Questions: make([]int, o.Days), Minutes: make([]float64, o.Days), Known: make([]float64, o.Days), Cards: make([]int, o.Days),
	}
	step := max(7, o.Days/26) // looking at what is known takes longer than playing the days
	for day := range o.Days {
		asked := s.play(day)
		for k, n := range asked {
			f.Questions[day] += n
			f.Minutes[day] += float64(n) * s.minutes[k]
		}
		f.Cards[day] = len(s.actors)
		if day%step == 0 || day == o.Days-1 {
			f.Known[day] = s.known(day)
			fillIn(f.Known, (day-1)/step*step, day)
		}
	}
	return f
}

// fillIn draws a straight line between two values.
func fillIn(values []float64, from, to int) {
	for i := from + 1; i < to; i++ {
		share := float64(i-from) / float64(to-from)
		values[i] = values[from] + share*(values[to]-values[from])
	}
}

// simKinds are the kinds of task as a simulation numbers them; new cards take turns in them. Never changed.
var simKinds = [...]Kind{Find, Type, Choose, Build}

// actor is a card in a simulation. Days count from the first.
type actor struct {
	state   fsrs.State
	last    int
	next    int32 // the actor after it that is due on the same day; -1 for none
	reviews uint32
	hash    uint64
	kind    uint8
}

// simulation plays days ahead.
type simulation struct {
	model   fsrs.Model
	outlook Outlook
	minutes [len(simKinds)]float64
	actors  []actor
	due     []int32 // of each day the first actor; -1 for none
	owed    float64 // new cards, fractions of them
}

// simulation starts one with all cards as they are.
func (m *Memory) simulation(o Outlook) *simulation {
	s := &simulation{model: m.model, outlook: o, due: make([]int32, o.Days)}
	for k, kind := range simKinds {
		s.minutes[k] = m.Minutes(kind)
	}
	for i := range s.due {
		s.due[i] = -1
	}
	s.actors = make([]actor, 0, len(m.order)+int(math.Ceil(max(o.NewPerDay, 0)*float64(o.Days)))+1)
	for _, c := range m.order {
		a := actor{state: c.State, last: int(c.Last - o.From), reviews: uint32(c.Reviews), hash: seedOf(c.id)}
		for k, kind := range simKinds {
			if kind == c.kind {
				a.kind = uint8(k)
			}
		}
		s.actors = append(s.actors, a)
		s.enter(len(s.actors)-1, s.again(&a, int(c.Due-o.From), m.retention))
	}
	return s
}

// again is the day on which a card is due when another retention is wanted than that it was planned for.
func (s *simulation) again(a *actor, due int, planned float64) int {
	if s.outlook.Retention == planned {
		return due
	}
	return a.last + s.interval(a)
}

// enter puts a card on the list of its day; what is overdue comes on the first.
func (s *simulation) enter(i, due int) {
	due = max(due, 0)
	if due >= len(s.due) {
		return
	}
	s.actors[i].next = s.due[due]
	s.due[due] = int32(i)
}

// play answers what is due on a day, and meets new cards; it returns how many questions there were of each kind.
func (s *simulation) play(day int) (asked [len(simKinds)]int) {
	for i := s.due[day]; i >= 0; {
		a := &s.actors[i]
		following := a.next
		asked[a.kind] += s.answer(a, day)
		s.enter(int(i), day+s.interval(a))
		i = following
	}
	for s.owed += s.outlook.NewPerDay; s.owed >= 1; s.owed-- {
		n := len(s.actors)
		s.actors = append(s.actors, actor{last: day, hash: mixed(uint64(n) + 1), kind: uint8(n % len(simKinds))})
		a := &s.actors[n]
		asked[a.kind] += s.answer(a, day)
		s.enter(n, day+s.interval(a))
	}
	return asked
}

// answer is what becomes of a card that is asked, and how often it is asked that day: what is missed comes again.
func (s *simulation) answer(a *actor, day int) int {
	elapsed, guess := float64(day-a.last), 0.0
	if simKinds[a.kind] == Choose {
		guess = usualGuess
	}
	chance := 1 - freshMissed
	if !a.state.IsNew() {
		chance = fsrs.Right(s.model.Retrievability(elapsed, a.state), guess)
	}
	a.reviews++
	a.last = day
	if a.drawn(0) < chance {
		a.state = s.model.NextGuessed(a.state, elapsed, fsrs.Good, guess)
		return 1
	}
	a.state = s.model.Next(s.model.Next(a.state, elapsed, fsrs.Again), 0, fsrs.Good)
	return 2
}

// usualGuess is the chance to be right by luck among the usual four options.
const usualGuess = 0.25

// interval is in whole days, within the published range.
func (s *simulation) interval(a *actor) int {
	return max(1, fsrs.Fuzz(s.model.Interval(s.outlook.Retention, a.state), a.drawn(1)))
}

// known is how many cards would be answered right at the end of a day, not counting luck.
func (s *simulation) known(day int) (n float64) {
	for i := range s.actors {
		a := &s.actors[i]
		n += s.model.Retrievability(float64(day-a.last), a.state)
	}
	return n
}

// drawn is a number from 0 to below 1 that is the card's own at each of its reviews, for one use of several.
func (a *actor) drawn(use uint64) float64 {
	return float64(mixed(a.hash+uint64(a.reviews)*2+use)>>11) / (1 << 53)
}

// seedOf is the 64-bit FNV-1a hash of a card's name.
func seedOf(id CardID) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * 1099511628211
	}
	return h
}

// mixed is the finisher of SplitMix64 (Steele, Lea and Flood, 2014): numbers that follow one another come out far apart.
func mixed(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
