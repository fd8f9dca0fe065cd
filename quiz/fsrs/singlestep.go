package fsrs

// forward works out the state after a review, as Next and NextGuessed do.
func (s *single) forward(step *singleStep, e *example) {
	step.known = 1
	guessed := e.guess > 0 && e.grade != Again
	switch {
	case step.from.IsNew():
		step.pass = s.first(e.grade)
		if guessed {
			step.known, step.fail = Recalled(unseen, e.guess), s.first(Again)
		}
	case e.days < 1:
		s.repeated(step, e.grade)
	case e.grade == Again:
		step.known = 0
		s.lapse(step)
	default:
		s.recalled(step, e.grade)
		if guessed {
			step.known = Recalled(step.r, e.guess)
			s.lapse(step)
		}
	}
	switch step.known {
	case 1:
		step.after = step.pass
	case 0:
		step.after = step.fail
	default:
		step.after = blended(s.sc.blending, step.known, bounded(step.pass, MinStability), bounded(step.fail, MinStability))
	}
}

func (s *single) first(g Grade) State {
	return State{Stability: s.sc.w[g-1], Difficulty: s.onset[g-1].difficulty}
}

func (s *single) harder(d float64, g Grade) float64 {
	return s.sc.mean + (1-s.sc.w[7])*(d+s.sc.grades[g-1].harder*(10-d))
}

func (s *single) recalled(step *singleStep, g Grade) {
	w, factor := &s.sc.w, 1.0
	switch g {
	case Hard:
		factor = w[15]
	case Easy:
		factor = w[16]
	}
	// The gain of Good is that of all three, without the factor.
	step.pass = State{
		Stability:  step.growth.on(step.from.Stability, log(step.from.Stability), step.from.Difficulty, step.r, s.sc.grades[Good-1].gain, factor, w[9], w[10]),
		Difficulty: s.harder(step.from.Difficulty, g),
	}
}

// repeated spares the power where the floor holds, which it mostly does.
func (s *single) repeated(step *singleStep, g Grade) {
	k := 1.0
	if step.from.Stability < s.lifted[g-1] {
		step.logS = log(step.from.Stability)
		k = s.sc.grades[g-1].sameDay * exp(-s.sc.w[19]*step.logS)
	}
	step.pass = State{
		Stability:  step.from.Stability * k,
		Difficulty: s.harder(step.from.Difficulty, g),
	}
}

func (s *single) lapse(step *singleStep) {
	w := &s.sc.w
	step.logD = log(step.from.Difficulty)
	step.factorD = exp(-w[12] * step.logD)
	left := step.remnant.on(step.from.Stability, step.r, w[11]*step.factorD, w[13], w[14])
	most := step.from.Stability * s.sc.ceiling
	step.capped = most < left
	step.fail = State{Stability: min(left, most), Difficulty: s.harder(step.from.Difficulty, Again)}
}

// backward turns by, the derivative by the state after, into those by the state
// before and by the chance of recall, and adds to the slopes.
func (s *single) backward(step *singleStep, e *example, by State, w *[21]float64) (before State, byR float64) {
	pass, fail := by, by
	if step.known > 0 && step.known < 1 {
		var byKnown float64
		byKnown, pass, fail = s.blendBack(step, by, w)
		right := Right(step.r, e.guess)
		byR = byKnown * e.guess / (right * right)
	}
	isNew := step.from.IsNew()
	if step.known > 0 {
		switch {
		case isNew:
			s.firstBack(e.grade, pass, w)
		case e.days < 1:
			before = s.repeatedBack(step, e.grade, pass, w)
		default:
			before, byR = s.recalledBack(step, e.grade, pass, byR, w)
		}
	}
	if step.known < 1 {
		if isNew {
			s.firstBack(Again, fail, w)
			return before, 0
		}
		after, r := s.lapseBack(step, fail, w)
		before.Stability += after.Stability
		before.Difficulty += after.Difficulty
		byR += r
	}
	return before, byR
}

func (s *single) blendBack(step *singleStep, by State, w *[21]float64) (byKnown float64, pass, fail State) {
	p, f := bounded(step.pass, MinStability), bounded(step.fail, MinStability)
	byKnown, byPass, byFail, byCurve := s.sc.blending.blendSlopes(step.after.Stability, step.known, p.Stability, f.Stability, by.Stability)
	w[20] += byCurve.decay
	byKnown += by.Difficulty * (p.Difficulty - f.Difficulty)
	pass.Stability, fail.Stability = byPass, byFail
	pass.Difficulty, fail.Difficulty = by.Difficulty*step.known, by.Difficulty*(1-step.known)
	return byKnown, within(pass, step.pass, MinStability), within(fail, step.fail, MinStability)
}

func (s *single) firstBack(g Grade, by State, w *[21]float64) {
	w[g-1] += by.Stability
	w[4] += by.Difficulty
	w[5] += by.Difficulty * s.onset[g-1].slope
}

// harderBack returns the derivative by the difficulty before.
func (s *single) harderBack(d float64, g Grade, by float64, w *[21]float64) float64 {
	if by == 0 {
		return 0
	}
	harder, share := s.sc.grades[g-1].harder, s.sc.w[7]
	mean := &s.onset[Easy-1]
	w[4] += by * share
	w[5] += by * share * mean.slope
	w[6] -= by * (1 - share) * (10 - d) * (float64(g) - float64(Good)) / 9
	w[7] += by * (mean.difficulty - d - harder*(10-d))
	return by * (1 - share) * (1 - harder)
}

func (s *single) repeatedBack(step *singleStep, g Grade, by State, w *[21]float64) State {
	from, p := step.from, &s.sc.w
	before := State{Difficulty: s.harderBack(from.Difficulty, g, by.Difficulty, w)}
	if from.Stability >= s.lifted[g-1] { // held by the floor
		before.Stability = by.Stability
		return before
	}
	byLogK := by.Stability * step.pass.Stability
	up := float64(g) - float64(Good)
	w[17] += byLogK * (up + p[18])
	w[18] += byLogK * p[17]
	w[19] -= byLogK * step.logS
	before.Stability = byLogK * (1 - p[19]) / from.Stability
	return before
}

func (s *single) recalledBack(step *singleStep, g Grade, by State, byR float64, w *[21]float64) (State, float64) {
	from, p := step.from, &s.sc.w
	b := step.growth.back(from.Stability, from.Difficulty, step.r, p[9], p[10], by.Stability)
	w[8] += b.gain
	w[9] += b.fade
	w[10] += b.surprise
	switch g {
	case Hard:
		w[15] += b.factor
	case Easy:
		w[16] += b.factor
	}
	return State{
		Stability:  b.s,
		Difficulty: b.d + s.harderBack(from.Difficulty, g, by.Difficulty, w),
	}, byR + b.r
}

func (s *single) lapseBack(step *singleStep, by State, w *[21]float64) (before State, byR float64) {
	from, p := step.from, &s.sc.w
	before.Difficulty = s.harderBack(from.Difficulty, Again, by.Difficulty, w)
	if step.capped {
		byLog := by.Stability * step.fail.Stability
		w[17] -= byLog * p[18]
		w[18] -= byLog * p[17]
		before.Stability = by.Stability * s.sc.ceiling
		return before, 0
	}
	left := p[11] * step.factorD
	b := step.remnant.back(from.Stability, step.r, left, p[13], p[14], by.Stability)
	w[11] += b.left * step.factorD
	w[12] -= b.left * left * step.logD
	w[13] += b.power
	w[14] += b.shock
	before.Stability = b.s
	before.Difficulty -= b.left * left * p[12] / from.Difficulty
	return before, b.r
}
