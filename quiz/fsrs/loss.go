package fsrs

import "math"

// surest keeps a loss finite where a model is as good as certain.
const surest = 1e-5

// loss is −ln of the chance of what happened.
func loss(recall float64, g Grade, guess float64) float64 {
	right := Right(clamp(recall, surest, 1-surest), guess)
	if g == Again {
		return -math.Log(1 - right)
	}
	return -math.Log(right)
}

// pull is the derivative of loss by recall.
func pull(recall float64, g Grade, guess float64) float64 {
	switch {
	case !(surest <= recall && recall <= 1-surest):
		return 0
	case g == Again:
		return 1 / (1 - recall)
	}
	return -(1 - guess) / Right(recall, guess)
}
