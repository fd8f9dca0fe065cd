package classroom

import (
	"fmt"
	"math"
	"math/rand/v2"

	"coderounds/quiz/fsrs"
)

// Kind is what a card asks for. It decides the time an answer takes, and whether it may be luck.
type Kind int

// The kinds of card.
const (
	Hands  Kind = iota // typed, built or found
	Choice             // among four options
	kinds
)

// Guess is the chance of luck.
func (k Kind) Guess() float64 {
	if k == Choice {
		return 1.0 / options
	}
	return 0
}

const options = 4

// Learner is a made-up learner.
type Learner struct {
	Cards   []Kind
	Minutes float64 // a day

	truth   *fsrs.Scheduler
	seconds [kinds]float64 // of a right answer
	before  float64        // the share of the cards that are known beforehand
	night   []float64      // before each day, by a standard normal
	away    []bool         // on each day
	seed    uint64
}

// spread is how far learners' parameters lie apart, after FSRS's authors: standard deviations (fsrs-rs, by which its
// optimizer pulls), but of the first four, which are wide and skew, by their logarithm.
func spread() [21]float64 {
	return [21]float64{0.8, 0.8, 0.8, 0.8, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14, 0.27}
}

// New draws a learner for so many days and cards. Two of five cards are choices; 25 seconds a card on average are what
// the game counts on before it knows better. The learner has 15 to 20 minutes a day, knows up to a fifth of the
// cards and is away on up to a fifth of the days.
func New(seed uint64, days, cards int) (*Learner, error) {
	rng := rand.New(rand.NewPCG(seed, 11))
	truth, err := drawn(rng)
	if err != nil {
		return nil, fmt.Errorf("draw learner %d: %w", seed, err)
	}
	l := &Learner{truth: truth, seed: seed, Cards: make([]Kind, cards)}
	for i := range l.Cards {
		if i%5 < 2 {
			l.Cards[i] = Choice
		}
	}
	l.Minutes = 15 + 5*rng.Float64()
	pace := math.Exp(0.25 * rng.NormFloat64())
	l.seconds = [kinds]float64{Hands: 30 * pace, Choice: 18 * pace}
	l.before = 0.2 * rng.Float64()
	away := 0.2 * rng.Float64()
	for range days {
		l.night = append(l.night, rng.NormFloat64())
		l.away = append(l.away, rng.Float64() < away)
	}
	return l, nil
}

// drawn is a model whose parameters lie around the published ones: each is multiplied by a factor whose logarithm is
// normal, so that as many learners lie above as below.
func drawn(rng *rand.Rand) (*fsrs.Scheduler, error) {
	low, high := fsrs.Bounds()
	p, apart := fsrs.DefaultParameters(), spread()
	for i := range p {
		by := apart[i]
		if i >= int(fsrs.Easy) {
			by = min(0.5, apart[i]/p[i])
		}
		p[i] = min(max(p[i]*math.Exp(by*rng.NormFloat64()), low[i]), high[i])
	}
	for g := fsrs.Hard; g <= fsrs.Easy; g++ {
		p[g-1] = max(p[g-1], p[g-2])
	}
	return fsrs.New(p)
}

// memory is what is true of one card.
type memory struct {
	state fsrs.State
	last  int
	known bool // before it was met
}

const (
	tired  = 0.3  // what a night does to the logit of recall on the day after
	kept   = 0.15 // and to the logarithm of the stability that the day's answers leave
	awhile = 0.95 // the chance to recall what was shown some minutes ago
)

// recall is the true chance of knowing a card on a day. On the exam day the night was as usual.
func (l *Learner) recall(m *memory, day int) float64 {
	switch {
	case m.state.IsNew() && m.known:
		return 1
	case m.state.IsNew():
		return 0
	case m.last == day:
		return awhile
	}
	r := l.truth.Retrievability(float64(day-m.last), m.state)
	if day == len(l.night) {
		return r
	}
	return r / (r + (1-r)*math.Exp(-tired*l.night[day]))
}

// answer changes a memory as an answer does, which is known or not: luck teaches nothing.
func (l *Learner) answer(m *memory, day int, known bool) {
	g := fsrs.Again
	if known {
		g = fsrs.Good
	}
	m.state = l.truth.Next(m.state, float64(day-m.last), g)
	m.state.Stability = min(max(m.state.Stability*math.Exp(kept*l.night[day]), fsrs.MinStability), fsrs.MaxStability)
	m.last = day
}
