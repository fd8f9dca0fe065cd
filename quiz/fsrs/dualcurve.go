package fsrs

import "math"

// forgetting is how the recall of one card falls with time, in a [Dual]: all
// that does not depend on time worked out.
type forgetting struct {
	fall, quick float64 // of the lasting trace: (1 + quick·t)^−fall
	drop, brisk float64 // of the short one
	share       float64 // of the short one in the whole
}

// forgetting works out, for the short trace
//
//	r1 = (1 + t/Z·(w25^(−1/m) − 1))^−m,  m = clamp(w23·Z^(w33−0.3), 0.01, 0.95),
//
// for the lasting one
//
//	r2 = (1 + t/S·(w26^(−1/w24) − 1)·e^((D−5)(w32−0.3)))^−w24,
//
// and of the whole, R = (a·r1 + b·r2)/(a+b), the share a/(a+b), where
// a = w27·Z^−w29 and b = w28·S^w30·e^((D−5)(w31−0.5)).
func (m *Dual) forgetting(s State) forgetting {
	w := &m.w
	logS, logZ, hard := log(s.Stability), log(s.Short), s.Difficulty-5
	drop := clamp(w[23]*exp((w[33]-0.3)*logZ), 0.01, 0.95)
	lasts := w[28] / w[27] * exp(w[30]*logS+hard*(w[31]-0.5)+w[29]*logZ)
	return forgetting{
		fall:  w[24],
		quick: m.factor * exp(hard*(w[32]-0.3)) / s.Stability,
		drop:  drop,
		brisk: (exp(min(m.steep/drop, steepest)) - 1) / s.Short,
		share: 1 / (1 + lasts),
	}
}

// at is the chance of recall after days ≥ 0, and that by the short trace alone.
func (f *forgetting) at(days float64) (r, r1 float64) {
	r1 = math.Exp(-f.drop * math.Log1p(f.brisk*days))
	r2 := math.Exp(-f.fall * math.Log1p(f.quick*days))
	return unsure + (1-2*unsure)*(r2+f.share*(r1-r2)), r1
}

// around is at with its first and second derivative by the logarithm of days.
func (f *forgetting) around(days float64) (r, slope, bend float64) {
	r1, slope1, bend1 := fall(f.drop, f.brisk*days)
	r2, slope2, bend2 := fall(f.fall, f.quick*days)
	const sure = 1 - 2*unsure
	return unsure + sure*(r2+f.share*(r1-r2)), sure * (slope2 + f.share*(slope1-slope2)), sure * (bend2 + f.share*(bend1-bend2))
}

// guessed is about when recall falls to retention: between the days on which
// either trace alone would.
func (f *forgetting) guessed(retention float64) float64 {
	lost := -log(max(retention, unsure))
	lasting := (exp(min(lost/f.fall, steepest)) - 1) / f.quick
	short := (exp(min(lost/f.drop, steepest)) - 1) / f.brisk
	return lasting * exp(f.share*log(short/lasting))
}

// Retrievability returns the chance, from 0 to 1, that the card is recalled
// days after its last review. It is never surer than 0.00001 on either side; of
// a card never reviewed it is 0. It costs about 0.1 µs.
func (m *Dual) Retrievability(days float64, s State) float64 {
	if s.IsNew() {
		return 0
	}
	if !(days > 0) {
		return 1 - unsure
	}
	f := m.forgetting(s)
	r, _ := f.at(days)
	return r
}

// Interval returns the days after which the card's retrievability has fallen to
// retention, never more than [MaxStability], within a relative 1e-9. A
// retention that is not even reached at first, or a card never reviewed, gives
// 0. There is no closed form: it is [halley]'s method on the logarithm of time,
// kept within brackets, and costs about 0.3 µs.
func (m *Dual) Interval(retention float64, s State) float64 {
	if s.IsNew() || !(retention < 1-unsure) {
		return 0
	}
	const soonest = 1e-12
	f := m.forgetting(s)
	low, high, days := soonest, MaxStability, clamp(f.guessed(retention), soonest, MaxStability)
	for range 100 {
		r, slope, bend := f.around(days)
		switch {
		case r > retention:
			low = days
		case days == soonest:
			return 0
		default:
			high = days
		}
		step := halley(r-retention, slope, bend)
		next := moved(days, step)
		switch {
		case next >= MaxStability && high == MaxStability:
			if r, _ := f.at(MaxStability); r >= retention {
				return MaxStability
			}
			next = math.Sqrt(low * high)
		case next <= soonest && low == soonest:
			if r, _ := f.at(soonest); r <= retention {
				return 0
			}
			next = math.Sqrt(low * high)
		case !(low <= next && next <= high):
			next = math.Sqrt(low * high)
		case math.Abs(step) < settled:
			return next
		}
		days = next
	}
	return days
}
