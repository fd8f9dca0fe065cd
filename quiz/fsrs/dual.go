package fsrs

import (
	"math"
	"slices"
)

// MinDualStability is the least stability in a state of a [Dual], in days.
const MinDualStability = 1e-4

const (
	// shortOfLasting is the share of the lasting stability that the short one
	// has at first, and at most after a lapse.
	shortOfLasting = 0.8
	// unsure keeps a Dual's chances off 0 and 1.
	unsure = 1e-5
	// steepest bounds the exponent of the short curve's factor.
	steepest = 60
)

// Dual is FSRS-7 with one set of parameters. It keeps two traces of a card, one
// that lasts and one for the hours and days after a review, and knows no "same
// day": time is in days and all fractions count. Choose it where cards are
// repeated within a day. It comes from [NewDual], never changes and may be
// shared; the zero Dual is of no use.
//
// In the comments, S and Z are the lasting and the short stability, D
// difficulty, G grade, t days, w the parameters. Sources: srs-benchmark's
// models/fsrs_v7.py and fsrs-rs's model_v7.rs, whose states and intervals the
// tests hold.
type Dual struct {
	w      DualParameters
	first  [Easy]State
	factor float64 // w26^(−1/w24) − 1, of the lasting curve
	steep  float64 // −ln w25
	mean   float64 // 0.01·D0(4), what difficulty is pulled to, by its share
	traces [2]trace
	// On these curves a state that may be luck's is made: the lasting trace's at
	// a difficulty of 5, and the short one's at a stability of a day.
	blending [2]curve
}

// trace is what a review does to one of the two stabilities.
type trace struct {
	gain                     [Easy]float64 // e^(w−1.5), times the factor of the grade
	fade, surprise           float64       // of S^−fade·(e^(surprise(1−r)) − 1)
	left, power, leftByShock float64       // of left·((S+1)^power − 1)·e^(leftByShock(1−r))
}

// NewDual returns the Dual for p. The error names the first parameter that is
// not within [DualBounds].
func NewDual(p DualParameters) (*Dual, error) {
	if err := p.check(); err != nil {
		return nil, err
	}
	m := new(Dual)
	m.set(p)
	return m, nil
}

// set works out what follows from p.
func (m *Dual) set(p DualParameters) {
	m.w = p
	m.factor = math.Expm1(-math.Log(p[26]) / p[24])
	m.steep = -math.Log(p[25])
	m.mean = 0.01 * p.firstDifficulty(Easy)
	for g := Again; g <= Easy; g++ {
		m.first[g-1] = State{
			Stability:  p[g-1],
			Short:      max(shortOfLasting*p[g-1], MinDualStability),
			Difficulty: clamp(p.firstDifficulty(g), MinDifficulty, MaxDifficulty),
		}
	}
	m.traces = [2]trace{p.trace(lasting), p.trace(short)}
	m.blending = [2]curve{newCurve(p[24], p[26]), newCurve(p[23], p[25])}
}

func (p *DualParameters) firstDifficulty(g Grade) float64 {
	return p[4] - math.Exp(p[5]*float64(g-Again)) + 1
}

// trace takes the eight weights from w[at] on.
func (p *DualParameters) trace(at int) trace {
	w := p[at : at+8]
	gain := math.Exp(w[0] - 1.5)
	return trace{[Easy]float64{0, gain * w[6], gain, gain * w[7]}, w[1], w[2], w[3], w[4], w[5]}
}

// next is the stability after a review at which the trace was there with chance
// r. A recall gives S·(1 + e^(w−1.5)(11−D)·S^−w(e^(w(1−r)) − 1)·[w Hard]·[w Easy]),
// a lapse min(S, w((S+1)^w − 1)e^(w(1−r))).
func (tr *trace) next(s, d, r float64, g Grade) float64 {
	if g == Again {
		return min(s, tr.left*math.Expm1(tr.power*math.Log1p(s))*exp((1-r)*tr.leftByShock))
	}
	return s * (1 + tr.gain[g-1]*(11-d)*exp(-tr.fade*log(s))*math.Expm1((1-r)*tr.surprise))
}

// Weights returns a copy of the 34 parameters.
func (m *Dual) Weights() []float64 { return slices.Clone(m.w[:]) }

// Next returns the state after a review with grade g, days after the review
// that led to from; for a card never reviewed days does not matter. Negative
// days and NaN count as 0. It panics if g is not valid. It costs about 0.3 µs
// and no allocation.
func (m *Dual) Next(from State, days float64, g Grade) State {
	if from.IsNew() {
		return m.first[g-1]
	}
	r, r1 := m.recall(from, days)
	return m.reviewed(from, r, r1, g)
}

// recall is the chance of recall after days, and that by the short trace alone.
func (m *Dual) recall(s State, days float64) (r, r1 float64) {
	if !(days > 0) { // NaN too
		days = 0
	}
	f := m.forgetting(s)
	return f.at(days)
}

// reviewed is the state after a review at which the card was recalled with
// chance r, by its short trace alone with chance r1.
func (m *Dual) reviewed(from State, r, r1 float64, g Grade) State {
	s := m.traces[0].next(from.Stability, from.Difficulty, r, g)
	z := m.traces[1].next(from.Short, from.Difficulty, r1, g)
	harder := -m.w[6] * (float64(g) - float64(Good))
	if g == Again {
		z = min(z, shortOfLasting*s)
		harder *= r + 0.1
	}
	d := m.mean + 0.99*(from.Difficulty+(10-from.Difficulty)*harder/9)
	return State{
		Stability:  clamp(s, MinDualStability, MaxStability),
		Short:      clamp(z, MinDualStability, MaxStability),
		Difficulty: clamp(d, MinDifficulty, MaxDifficulty),
	}
}

// NextGuessed is [Dual.Next] for an answer that may have been luck, see
// [Scheduler.NextGuessed]. Either stability is blended on its own trace's curve.
func (m *Dual) NextGuessed(from State, days float64, g Grade, guess float64) State {
	next, _ := m.Answered(from, days, g, guess)
	return next
}

// Answered is [Dual.NextGuessed] with the chance of recall before.
func (m *Dual) Answered(from State, days float64, g Grade, guess float64) (next State, recall float64) {
	next, fail, known := m.first[g-1], m.first[Again-1], unseen
	var r1 float64
	if !from.IsNew() {
		recall, r1 = m.recall(from, days)
		next, known = m.reviewed(from, recall, r1, g), recall
	}
	if !(guess > 0) || g == Again {
		return next, recall
	}
	if !from.IsNew() {
		fail = m.reviewed(from, recall, r1, Again)
	}
	p, pass := Recalled(known, guess), next
	next = blended(m.blending[0], p, pass, fail)
	next.Short = m.blending[1].blend(p, pass.Short, fail.Short)
	return next, recall
}
