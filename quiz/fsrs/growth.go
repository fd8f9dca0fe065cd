package fsrs

import "math"

// growth is how a recall makes stability grow, in either model, with what the
// way back needs of it:
//
//	S' = S·(1 + e^w(11−D)·S^−w(e^(w(1−r)) − 1)·[factor of the grade]).
type growth struct {
	logS, before  float64 // ln S; e^w(11−D)·S^−w
	grown, factor float64 // e^(w(1−r)); of the grade
}

// on works S' out, given ln S: gain is e^w, fade and surprise are the two other
// weights.
func (b *growth) on(s, logS, d, r, gain, factor, fade, surprise float64) float64 {
	b.logS = logS
	b.before = gain * (11 - d) * exp(-fade*b.logS)
	b.grown = exp(surprise * (1 - r))
	b.factor = factor
	return s * (1 + b.before*(b.grown-1)*factor)
}

// growthSlopes are derivatives by all that a growth depends on; gain is by the
// exponent w.
type growthSlopes struct{ s, d, r, gain, factor, fade, surprise float64 }

// back returns the derivatives of S' times by.
func (b *growth) back(s, d, r, fade, surprise, by float64) growthSlopes {
	by *= s
	bare := b.before * (b.grown - 1)
	all := bare * b.factor
	shock := by * b.before * b.factor * b.grown
	return growthSlopes{
		s:        by*(1+all)/s - by*all*fade/s,
		d:        -by * all / (11 - d),
		r:        -shock * surprise,
		gain:     by * all,
		factor:   by * bare,
		fade:     -by * all * b.logS,
		surprise: shock * (1 - r),
	}
}

// remnant is what a lapse leaves of stability, before it is bounded:
//
//	left·((S+1)^power − 1)·e^(shock(1−r)), times a term of D in FSRS-6.
type remnant struct{ logS1, power, left float64 } // ln(S+1); (S+1)^power; the whole

func (b *remnant) on(s, r, left, power, shock float64) float64 {
	b.logS1 = math.Log1p(s)
	b.power = exp(power * b.logS1)
	b.left = left * math.Expm1(power*b.logS1) * exp(shock*(1-r))
	return b.left
}

type remnantSlopes struct{ s, r, left, power, shock float64 }

// back returns the derivatives times by.
func (b *remnant) back(s, r, left, power, shock, by float64) remnantSlopes {
	by *= b.left
	rise := by * b.power / (b.power - 1)
	return remnantSlopes{
		s:     rise * power / (s + 1),
		r:     -by * shock,
		left:  by / left,
		power: rise * b.logS1,
		shock: by * (1 - r),
	}
}
