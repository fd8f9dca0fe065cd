package fsrs

import (
	"math"
	"slices"
)

// Scheduler is the memory model with one set of parameters, and with all that
// follows from them alone worked out beforehand. It comes from [New], never
// changes and may be shared; the zero Scheduler is of no use.
//
// The formulas in the comments are the published ones: S stability, D
// difficulty, R retrievability, G grade from 1 to 4, t days, w the parameters.
type Scheduler struct {
	w      Parameters
	grades [Easy]effect // of Again, Hard, Good, Easy

	curve   float64 // F = 0.9^(−1/w20) − 1, which makes R(S,S) = 0.9
	mean    float64 // w7·D0(4), what difficulty is pulled to, by its share
	ceiling float64 // e^(−w17·w18), the most of S that a lapse leaves

	blending curve // on which a state that may be luck's is made
}

// effect is what depends on the grade and the parameters alone.
type effect struct {
	first   State   // after a first review
	harder  float64 // −w6(G−3)/9, by which difficulty moves for each point it is under 10
	gain    float64 // e^w8, times w15 for Hard and w16 for Easy
	sameDay float64 // e^(w17(G−3+w18))
	floor   float64 // the least factor on the same day: 1 but for Again
}

// New returns the Scheduler for p. The error names the first parameter that is
// not within [Bounds]. It costs about 0.3 µs and one allocation.
func New(p Parameters) (*Scheduler, error) {
	low, high := Bounds()
	usual := DefaultParameters()
	if err := checkBounds(p[:], low[:], high[:], usual[:]); err != nil {
		return nil, err
	}
	sc := new(Scheduler)
	sc.set(p)
	return sc, nil
}

// Published returns the Scheduler for the [DefaultParameters].
func Published() *Scheduler {
	sc := new(Scheduler)
	sc.set(DefaultParameters())
	return sc
}

// set works out what follows from p.
func (sc *Scheduler) set(p Parameters) {
	sc.w = p
	sc.curve = math.Expm1(-math.Log(0.9) / p[20])
	sc.mean = p[7] * p.firstDifficulty(Easy)
	sc.ceiling = math.Exp(-p[17] * p[18])
	sc.blending = newCurve(p[20], 0.9)
	for g := Again; g <= Easy; g++ {
		fromGood := float64(g) - float64(Good)
		sc.grades[g-1] = effect{
			first: State{
				Stability:  p[g-1],
				Difficulty: clamp(p.firstDifficulty(g), MinDifficulty, MaxDifficulty),
			},
			harder:  -p[6] * fromGood / 9,
			gain:    math.Exp(p[8]),
			sameDay: math.Exp(p[17] * (fromGood + p[18])),
			floor:   1,
		}
	}
	sc.grades[Again-1].floor = 0
	sc.grades[Hard-1].gain *= p[15]
	sc.grades[Easy-1].gain *= p[16]
}

// Weights returns a copy of the 21 parameters.
func (sc *Scheduler) Weights() []float64 { return slices.Clone(sc.w[:]) }

// firstDifficulty is D0(G) = w4 − e^(w5(G−1)) + 1, not yet brought into bounds.
func (p *Parameters) firstDifficulty(g Grade) float64 {
	return p[4] - math.Exp(p[5]*float64(g-Again)) + 1
}

// Next returns the state after a review with grade g, days after the review
// that led to from. For a card never reviewed days does not matter. Less than
// one day, and so a negative number or NaN, is a repeat on the same day;
// anything else is taken as it is, fractions too (see Days in the package
// comment). It panics if g is not valid: that is a mistake in the program, as
// a file's grades are to be checked where the file is read.
//
// It costs 60 to 70 ns, in WebAssembly under 200 ns, and no allocation.
func (sc *Scheduler) Next(from State, days float64, g Grade) State {
	e := &sc.grades[g-1]
	switch {
	case from.IsNew():
		return e.first
	case !(days >= 1):
		return sc.reviewed(sc.repeated(from.Stability, e), from.Difficulty, e)
	}
	return sc.next(from, sc.forgotten(days, from.Stability), g)
}

// next is Next from a day on, when so much is forgotten.
func (sc *Scheduler) next(from State, forgotten float64, g Grade) State {
	e := &sc.grades[g-1]
	if g == Again {
		return sc.reviewed(sc.lapsed(from, forgotten), from.Difficulty, e)
	}
	return sc.reviewed(sc.recalled(from, forgotten, e), from.Difficulty, e)
}

// reviewed is the state after a review that left a stability, of a card that was
// so difficult before: D' = w7·D0(4) + (1−w7)(D − w6(G−3)(10−D)/9).
func (sc *Scheduler) reviewed(stability, difficulty float64, e *effect) State {
	difficulty = sc.mean + (1-sc.w[7])*(difficulty+e.harder*(10-difficulty))
	return State{
		Stability:  clamp(stability, MinStability, MaxStability),
		Difficulty: clamp(difficulty, MinDifficulty, MaxDifficulty),
	}
}

// repeated is the stability after a repeat on the same day: S·k with
// k = e^(w17(G−3+w18))·S^−w19, where a recall never weakens: k ≥ 1.
func (sc *Scheduler) repeated(s float64, e *effect) float64 {
	return s * max(e.sameDay*exp(-sc.w[19]*log(s)), e.floor)
}

// lapsed is the stability after a failed recall:
// min(w11·D^−w12·((S+1)^w13 − 1)·e^(w14(1−R)), S/e^(w17·w18)).
func (sc *Scheduler) lapsed(from State, forgotten float64) float64 {
	w := &sc.w
	left := w[11] * math.Expm1(w[13]*math.Log1p(from.Stability)) *
		exp(w[14]*forgotten-w[12]*log(from.Difficulty))
	return min(left, from.Stability*sc.ceiling)
}

// recalled is the stability after a recall:
// S·(1 + e^w8·(11−D)·S^−w9·(e^(w10(1−R)) − 1)·[w15 if Hard]·[w16 if Easy]).
func (sc *Scheduler) recalled(from State, forgotten float64, e *effect) float64 {
	s := from.Stability
	return s * (1 + e.gain*(11-from.Difficulty)*
		exp(-sc.w[9]*log(s))*
		math.Expm1(sc.w[10]*forgotten))
}

// forgotten is 1 − R = 1 − (1 + F·t/S)^−w20. Expm1 and Log1p are faster here
// than Pow, and exact where little is forgotten.
func (sc *Scheduler) forgotten(days, s float64) float64 {
	return -math.Expm1(-sc.w[20] * math.Log1p(sc.curve*days/s))
}

// Retrievability returns the chance, from 0 to 1, that the card is recalled
// days after its last review. Right after it, and before, the chance is 1; of
// a card never reviewed it is 0. It costs about 20 ns.
func (sc *Scheduler) Retrievability(days float64, s State) float64 {
	switch {
	case s.IsNew():
		return 0
	case !(days > 0):
		return 1
	}
	return 1 - sc.forgotten(days, s.Stability)
}

// Interval returns the days after which the card's retrievability has fallen
// to retention: S/F·(r^(−1/w20) − 1), a fraction, never more than
// [MaxStability]. At retention 0.9 it is the stability itself. A retention of 1
// or more, or a card never reviewed, gives 0; a retention of 0 or less gives
// the longest interval. It costs about 30 ns.
func (sc *Scheduler) Interval(retention float64, s State) float64 {
	if s.IsNew() || !(retention < 1) {
		return 0
	}
	days := s.Stability / sc.curve * math.Expm1(-math.Log(max(retention, 0))/sc.w[20])
	return min(days, MaxStability)
}

// NextGuessed is [Scheduler.Next] for an answer chosen among options: guess is
// the chance that one who does not know is right, 1/k among k options still
// open. A wrong answer, and a repeat on the same day, are as with Next.
//
// A right answer was recalled with chance p = R/(guess + (1−guess)·R), see
// [Recalled], and luck otherwise; luck leaves the card as a lapse does. So its
// state is one of two, with chances p and 1−p, of which one is made: its recall
// falls to 92 % on the day on which that of the two together does, and its
// difficulty is the expected one. A card seen first counts as known before with
// chance ½.
//
// A guess of 0 costs what Next costs, any other some 0.25 µs; no allocation.
func (sc *Scheduler) NextGuessed(from State, days float64, g Grade, guess float64) State {
	next, _ := sc.Answered(from, days, g, guess)
	return next
}

// Answered is [Scheduler.NextGuessed] with the chance of recall before.
func (sc *Scheduler) Answered(from State, days float64, g Grade, guess float64) (next State, recall float64) {
	lucky := guess > 0 && g != Again
	switch {
	case from.IsNew() && lucky:
		return blended(sc.blending, Recalled(unseen, guess), sc.grades[g-1].first, sc.grades[Again-1].first), 0
	case from.IsNew() || !(days >= 1):
		return sc.Next(from, days, g), sc.Retrievability(days, from)
	}
	forgotten := sc.forgotten(days, from.Stability)
	next, recall = sc.next(from, forgotten, g), 1-forgotten
	if lucky {
		next = blended(sc.blending, Recalled(recall, guess), next, sc.next(from, forgotten, Again))
	}
	return next, recall
}
