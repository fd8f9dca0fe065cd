package fsrs

import "math"

// single is FSRS-6 as a student.
type single struct {
	sc         Scheduler
	low, high  Parameters
	curveSlope float64 // ∂F/∂w20
	onset      onset
	lifted     [Easy]float64 // by grade, up to which stability a repeat on the same day moves it
	steps      []singleStep
}

// singleStep is one review on the way there, with what the way back needs.
type singleStep struct {
	from              State
	u, logU, r        float64 // 1+F·t/S, its logarithm, and the chance of recall
	growth            growth
	remnant           remnant
	logD, factorD     float64 // ln D; D^−w12
	logS              float64 // for a repeat on the same day
	capped            bool    // whether a lapse left S/e^(w17·w18)
	known             float64 // the chance that a right answer was recalled
	pass, fail, after State   // not brought into bounds; fail only if it matters
}

func newSingle() *single {
	s := new(single)
	s.low, s.high = Bounds()
	return s
}

func (s *single) set(w []float64) {
	for i := range w {
		w[i] = clamp(w[i], s.low[i], s.high[i])
	}
	s.sc.set(Parameters(w))
	s.onset = onsetOf(w[4], w[5])
	s.lifted[Again-1] = math.Inf(1) // it has no floor
	for g := Hard; g <= Easy; g++ {
		s.lifted[g-1] = math.Exp(w[17] * (float64(g) - float64(Good) + w[18]) / w[19])
	}
	s.curveSlope = (s.sc.curve + 1) * math.Log(0.9) / (w[20] * w[20])
}

func (s *single) model() Model {
	sc := s.sc
	return &sc
}

func (s *single) back(card []example, slopes []float64) {
	for len(s.steps) < len(card) {
		s.steps = append(s.steps, singleStep{})
	}
	var state State
	for i := range card {
		step := &s.steps[i]
		step.from = state
		if i > 0 && card[i].days >= 1 {
			s.recall(step, card[i].days)
		}
		if i == len(card)-1 { // what comes after counts for nothing
			break
		}
		s.forward(step, &card[i])
		state = bounded(step.after, MinStability)
	}
	var by State
	w := (*[len(Parameters{})]float64)(slopes)
	for i := len(card) - 1; i >= 0; i-- {
		step := &s.steps[i]
		var before State
		var byR float64
		if i < len(card)-1 {
			before, byR = s.backward(step, &card[i], within(by, step.after, MinStability), w)
		}
		if card[i].weight > 0 {
			byR += card[i].weight * pull(step.r, card[i].grade, card[i].guess)
		}
		if byR != 0 {
			before.Stability += s.recallBack(step, card[i].days, byR, w)
		}
		by = before
	}
}

// recall works out R = u^−w20, u = 1 + F·t/S.
func (s *single) recall(step *singleStep, days float64) {
	step.u = 1 + s.sc.curve*days/step.from.Stability
	step.logU = log(step.u)
	step.r = exp(-s.sc.w[20] * step.logU)
}

// recallBack adds to slopes and returns the derivative by stability.
func (s *single) recallBack(step *singleStep, days, by float64, w *[21]float64) float64 {
	z := days / step.from.Stability
	byU := -by * s.sc.w[20] * step.r / step.u
	w[20] += byU*z*s.curveSlope - by*step.r*step.logU
	return -byU * s.sc.curve * z / step.from.Stability
}
