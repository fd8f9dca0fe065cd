package fsrs

// settled is the step of [halley]'s method on a logarithm after which the next
// would be under 1e-10: about the cube of this one.
const settled = 1e-3

// halley is the step from x towards the zero of a function, given the function,
// its slope and how that bends, at x. Steps shrink to their cubes, where Newton's
// shrink to their squares (Halley, Philosophical Transactions 18, 1694); of a
// curve of forgetting the bend costs nothing once its slope is known.
func halley(at, slope, bend float64) float64 {
	return -2 * at * slope / (2*slope*slope - at*bend)
}

// moved is x after a step of its logarithm: x·e^step within a twelfth of the
// step's cube, which is as good as the step itself. A step over 1 counts as 1.
func moved(x, step float64) float64 {
	step = clamp(step, -1, 1)
	return x * (2 + step) / (2 - step)
}

// fall is (1 + u)^−decay, with its first and second derivative by the logarithm
// of u.
func fall(decay, u float64) (at, slope, bend float64) {
	at = exp(-decay * log(1+u))
	share := u / (1 + u)
	slope = -decay * at * share
	return at, slope, slope * (1 - share - decay*share)
}
