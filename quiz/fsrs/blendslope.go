package fsrs

import "math"

// curveSlopes are derivatives by what a curve is made of in newCurve.
type curveSlopes struct{ decay, base float64 }

// blendSlopes returns the derivatives of x = c.blend(p, pass, fail) by p, pass,
// fail and what c is made of, times by. They follow from
//
//	H(x, …) = p·at(x/pass) + (1−p)·at(x/fail) − base = 0
//
// by the implicit function theorem: ∂x/∂a = −(∂H/∂a)/(∂H/∂x).
func (c curve) blendSlopes(x, p, pass, fail, by float64) (byP, byPass, byFail float64, made curveSlopes) {
	zPass, zFail := x/pass, x/fail
	hPass, hFail := c.at(zPass), c.at(zFail)
	sPass, sFail := p*c.slope(zPass, hPass), (1-p)*c.slope(zFail, hFail)
	by *= -x / (sPass + sFail)
	logPass, logFail := math.Log1p(c.factor*zPass), math.Log1p(c.factor*zFail)
	made.decay = -by * (p*hPass*logPass + (1-p)*hFail*logFail)
	// The factor is base^(−1/decay) − 1, and base itself the power early of what
	// was handed in.
	byLogFactor := by * (sPass + sFail) * (c.factor + 1) / c.factor
	made.decay += byLogFactor * math.Log(c.base) / (c.decay * c.decay)
	byBase := -by - byLogFactor/(c.decay*c.base)
	made.base = byBase * early * c.base / math.Exp(math.Log(c.base)/early)
	return by * (hPass - hFail), -by * sPass / pass, -by * sFail / fail, made
}
