package screen

import (
	"image/color"

	"coderounds/game"
	"coderounds/game/view"
)

// theme is what the tokens of a look are: every colour and every length that is drawn is named in this
// file. Text reads at 4.5:1 or better on what it stands on, 7:1 in high contrast; a test computes it.
type theme struct {
	page, surface, sunk color.RGBA
	ink, muted          color.RGBA
	line, edge          color.RGBA // around cards; around fields, 3:1
	tones               [9]color.RGBA
	solid               color.RGBA // text on a solid tone
	ring                color.RGBA
	veil, shadow        color.RGBA
	wash                float64 // how much of a tone is in a tinted surface
}

// Lengths in CSS pixels at text size 100 %.
const (
	cardCorner  = 12
	pressCorner = 8
	chipCorner  = 6
	capCorner   = 4
	ringWidth   = 3
	ringAway    = 2
	chosenLine  = 2
	barWidth    = 4
)

// How pale is what cannot be pressed. An answer that was not chosen is still read.
const (
	paleButton = 0.5
	paleAnswer = 0.3
)

// How much of a tone there is in what is not the tone itself: in a band around a line, in the emptiest and the fullest
// tile of a heat chart, and in a shaded part at its fullest.
const (
	bandShare  = 0.14
	leastShade = 0.16
	mostShade  = 0.92
	fullShade  = 0.42
)

// typeSizes are the letters' and the lines' heights. Lines are whole pixels high, so that what stands
// side by side in two columns stays level.
var typeSizes = [...]struct{ letter, line float64 }{
	view.Body: {16, 24}, view.Small: {14, 20}, view.Large: {20, 28}, view.Title: {28, 36}, view.Display: {40, 48},
}

// rgb turns 0xRRGGBB into a colour.
func rgb(hex uint32) color.RGBA {
	return color.RGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 255}
}

func lightTheme() theme {
	return theme{
		page: rgb(0xFAF8F4), surface: rgb(0xFFFFFF), sunk: rgb(0xF1EDE4),
		ink: rgb(0x1B1F24), muted: rgb(0x56606D), line: rgb(0xE4DED2), edge: rgb(0x86888C),
		tones: [...]color.RGBA{
			view.Ink: rgb(0x1B1F24), view.Muted: rgb(0x56606D), view.ToneCM: rgb(0x364FC7), view.TonePCS: rgb(0x0B6B7A),
			view.ToneHCPCS: rgb(0x9A4F00), view.ToneCPT2: rgb(0xA61E4D), view.ToneRight: rgb(0x226E32),
			view.ToneWrong: rgb(0xB42323), view.Accent: rgb(0x1B4F8A),
		},
		solid: rgb(0xFFFFFF), ring: rgb(0x1864AB), veil: color.RGBA{A: 102}, shadow: color.RGBA{A: 46}, wash: 0.09,
	}
}

func darkTheme() theme {
	return theme{
		page: rgb(0x14171A), surface: rgb(0x1E2327), sunk: rgb(0x0E1113),
		ink: rgb(0xF1EFEA), muted: rgb(0xA9B1BB), line: rgb(0x2F363C), edge: rgb(0x6F7780),
		tones: [...]color.RGBA{
			view.Ink: rgb(0xF1EFEA), view.Muted: rgb(0xA9B1BB), view.ToneCM: rgb(0x91A7FF), view.TonePCS: rgb(0x66D9E8),
			view.ToneHCPCS: rgb(0xFFC078), view.ToneCPT2: rgb(0xFAA2C1), view.ToneRight: rgb(0x8CE99A),
			view.ToneWrong: rgb(0xFF9A9A), view.Accent: rgb(0x9CC9F5),
		},
		solid: rgb(0x14171A), ring: rgb(0x74C0FC), veil: color.RGBA{A: 153}, shadow: color.RGBA{A: 128}, wash: 0.16,
	}
}

// contrastTheme is black on white, or white on black, with lines instead of washes.
func contrastTheme(dark bool) theme {
	if dark {
		t := darkTheme()
		black, white := rgb(0x000000), rgb(0xFFFFFF)
		t.page, t.surface, t.sunk, t.solid = black, black, black, black
		t.ink, t.muted, t.line, t.edge = white, rgb(0xE0E0E0), white, white
		t.tones[view.Ink], t.tones[view.Muted], t.tones[view.Accent] = t.ink, t.muted, white
		t.wash = 0
		return t
	}
	t := lightTheme()
	black, white := rgb(0x000000), rgb(0xFFFFFF)
	t.page, t.surface, t.sunk = white, white, white
	t.ink, t.muted, t.line, t.edge, t.ring = black, rgb(0x333333), black, black, rgb(0x0B4A8F)
	t.tones = [...]color.RGBA{
		view.Ink: black, view.Muted: t.muted, view.ToneCM: rgb(0x2B3FA8), view.TonePCS: rgb(0x07525E),
		view.ToneHCPCS: rgb(0x7A3E00), view.ToneCPT2: rgb(0x8C1740), view.ToneRight: rgb(0x1A5727),
		view.ToneWrong: rgb(0x971B1B), view.Accent: black,
	}
	t.wash = 0
	return t
}

// themeOf returns the theme that a player chose, or that the system prefers.
func themeOf(chosen game.Theme, dark bool) theme {
	switch chosen {
	case game.ThemeLight:
		return lightTheme()
	case game.ThemeDark:
		return darkTheme()
	case game.ThemeContrast:
		return contrastTheme(dark)
	}
	if dark {
		return darkTheme()
	}
	return lightTheme()
}

// tinted is a light wash of a tone on a surface.
func (t *theme) tinted(tone, on color.RGBA) color.RGBA { return mix(on, tone, t.wash) }

// softSolid is the colour of second text on a solid tone.
func softSolid(tone, text color.RGBA) color.RGBA { return mix(tone, text, 0.82) }

// mix goes from a to b by share, 0 to 1. Both are opaque.
func mix(a, b color.RGBA, share float64) color.RGBA {
	part := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*share + 0.5) }
	return color.RGBA{R: part(a.R, b.R), G: part(a.G, b.G), B: part(a.B, b.B), A: 255}
}
