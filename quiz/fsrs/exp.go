package fsrs

import "math"

// exp is e^x within a relative 1e-14, for |x| < 700 only. It is some times
// faster than math.Exp, of which fitting would mostly consist, in WebAssembly
// above all.
//
// x is k·ln 2 + r, |r| ≤ ½·ln 2: e^r is the Taylor series up to r¹¹, its terms
// put together in pairs so that they need not wait for one another, and 2^k is
// written straight into an exponent.
func exp(x float64) float64 {
	const (
		rounding = 0x1.8p52 // what is added to it is rounded to a whole number
		ln2High  = 6.93147180369123816490e-01
		ln2Low   = 1.90821492927058770002e-10
		bias     = 1023
	)
	shifted := x*math.Log2E + rounding
	k := shifted - rounding
	r := x - k*ln2High - k*ln2Low
	r2 := r * r
	r4 := r2 * r2
	low := (1 + r) + r2*(1./2+r*(1./6))
	middle := (1./24 + r*(1./120)) + r2*(1./720+r*(1./5040))
	high := (1./40320 + r*(1./362880)) + r2*(1./3628800+r*(1./39916800))
	return (low + r4*(middle+r4*high)) * math.Float64frombits((math.Float64bits(shifted)+bias)<<52)
}

// log is ln x within a relative 1e-14, for x that is positive and not denormal,
// and as exp faster than its counterpart.
//
// x is 2^k·m with m between √½ and √2, and s = (m−1)/(m+1) at most 0.172: ln m is
// 2·artanh s, of which the series up to s¹⁹ is taken.
func log(x float64) float64 {
	const (
		rootHalf = 0x3fe6a09e667f3bcd // the bits of √½
		ln2High  = 6.93147180369123816490e-01
		ln2Low   = 1.90821492927058770002e-10
	)
	bits := math.Float64bits(x)
	k := int64(bits-rootHalf) >> 52
	m := math.Float64frombits(bits - uint64(k)<<52)
	s := (m - 1) / (m + 1)
	s2 := s * s
	s4 := s2 * s2
	s8 := s4 * s4
	low := (1 + s2*(1./3)) + s4*(1./5+s2*(1./7))
	middle := (1./9 + s2*(1./11)) + s4*(1./13+s2*(1./15))
	high := 1./17 + s2*(1./19)
	return float64(k)*ln2High + (2*s*(low+s8*(middle+s8*high)) + float64(k)*ln2Low)
}
