package screen

import (
	"image/color"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/game/view"
)

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

// TestShadesAreReadable: text on a shaded part, and numbers on the tiles of a heat chart, read at any share.
func TestShadesAreReadable(t *testing.T) {
	for name, th := range map[string]theme{"light": lightTheme(), "dark": darkTheme()} {
		for tone, c := range th.tones {
			if view.Tone(tone) == view.Ink || view.Tone(tone) == view.Muted {
				continue // nothing is shaded in them
			}
			for share := 0.0; share <= 1; share += 0.01 {
				require.GreaterOrEqual(t, contrast(th.ink, mix(th.surface, c, fullShade*share)), 4.5, "%s: tone %d at %.2f", name, tone, share)
			}
		}
	}
}
