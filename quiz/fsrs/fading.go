package fsrs

import "math"

// fading is the forgetting of one card until a review, see [Dual.forgetting].
type fading struct {
	logS, logZ         float64
	drop, exponent     float64 // of the short curve; ln of its factor + 1
	factor, u1, logU1  float64
	stretch, u2, logU2 float64 // e^((D−5)(w32−0.3))
	share              float64
	r1, r2, r          float64
}

func (f *fading) on(m *Dual, s State, days float64) {
	w, hard := &m.w, s.Difficulty-5
	f.logS, f.logZ = log(s.Stability), log(s.Short)
	f.drop = clamp(w[23]*exp((w[33]-0.3)*f.logZ), 0.01, 0.95)
	f.exponent = min(m.steep/f.drop, steepest)
	f.factor = exp(f.exponent) - 1
	f.u1 = 1 + f.factor*days/s.Short
	f.logU1 = log(f.u1)
	f.r1 = exp(-f.drop * f.logU1)
	f.stretch = exp(hard * (w[32] - 0.3))
	f.u2 = 1 + m.factor*f.stretch*days/s.Stability
	f.logU2 = log(f.u2)
	f.r2 = exp(-w[24] * f.logU2)
	lasts := w[28] / w[27] * exp(w[30]*f.logS+hard*(w[31]-0.5)+w[29]*f.logZ)
	f.share = 1 / (1 + lasts)
	f.r = unsure + (1-2*unsure)*(f.r2+f.share*(f.r1-f.r2))
}

// back returns the derivatives by the state, given those by the chance of
// recall and by that of the short trace alone, and adds to the slopes.
func (f *fading) back(m *Dual, s State, days, byR, byR1 float64, w *[34]float64) State {
	p, hard := &m.w, s.Difficulty-5
	byR *= 1 - 2*unsure
	// The share a/(a+b) moves with ln a − ln b.
	byMix := byR * (f.r1 - f.r2) * f.share * (1 - f.share)
	w[27] += byMix / p[27]
	w[28] -= byMix / p[28]
	w[29] -= byMix * f.logZ
	w[30] -= byMix * f.logS
	w[31] -= byMix * hard
	by := f.lastingBack(m, s, byR*(1-f.share), w)
	by.Stability -= byMix * p[30] / s.Stability
	by.Difficulty -= byMix * (p[31] - 0.5)
	by.Short = f.shortBack(m, s, days, byR*f.share+byR1, w) - byMix*p[29]/s.Short
	return by
}

func (f *fading) lastingBack(m *Dual, s State, by float64, w *[34]float64) State {
	p := &m.w
	byLog := -by * p[24] * f.r2 * (f.u2 - 1) / f.u2 // by ln(u2 − 1)
	w[24] -= by * f.r2 * f.logU2
	w[32] += byLog * (s.Difficulty - 5)
	// ln(factor) by w24 and w26, where factor = w26^(−1/w24) − 1.
	lift := byLog * (m.factor + 1) / m.factor
	w[24] += lift * math.Log(p[26]) / (p[24] * p[24])
	w[26] -= lift / (p[24] * p[26])
	return State{Stability: -byLog / s.Stability, Difficulty: byLog * (p[32] - 0.3)}
}

// shortBack returns the derivative by the short stability.
func (f *fading) shortBack(m *Dual, s State, days, by float64, w *[34]float64) float64 {
	p := &m.w
	byU := -by * f.drop * f.r1 / f.u1
	byDrop := -by * f.r1 * f.logU1
	if f.exponent < steepest {
		byExponent := byU * days / s.Short * (f.factor + 1)
		byDrop -= byExponent * f.exponent / f.drop
		w[25] -= byExponent / (f.drop * p[25])
	}
	byShort := -byU * (f.u1 - 1) / s.Short
	if 0.01 < f.drop && f.drop < 0.95 {
		byLogDrop := byDrop * f.drop
		w[23] += byLogDrop / p[23]
		w[33] += byLogDrop * f.logZ
		byShort += byLogDrop * (p[33] - 0.3) / s.Short
	}
	return byShort
}
