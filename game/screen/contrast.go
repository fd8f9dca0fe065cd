package screen

import (
	"image/color"
	"math"
)

// readable is the one of two colours that reads better on a ground.
func readable(back, one, other color.RGBA) color.RGBA {
	if contrast(one, back) >= contrast(other, back) {
		return one
	}
	return other
}

// contrast is the ratio of two colours' luminances by WCAG 2.2, 1 to 21.
func contrast(a, b color.RGBA) float64 {
	l, m := luminance(a), luminance(b)
	return (max(l, m) + 0.05) / (min(l, m) + 0.05)
}

func luminance(c color.RGBA) float64 {
	linear := func(x uint8) float64 {
		v := float64(x) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}
