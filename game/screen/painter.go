package screen

import (
	"image"
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/text/v2"

	"coderounds/game/view"
)

// pose is all that a picture is made of. Two equal poses look the same.
type pose struct {
	laid        view.Result
	focus       string
	ringed      bool
	hover, held string
	caret       span
	rise        float64 // 1 when a new page starts to slide in, 0 when it is in place
}

// span is what is selected in the focused field, in runes; empty, it is the caret.
type span struct{ start, end int }

// riseLength is how far a new page slides, in CSS pixels.
const riseLength = 16

// painter draws poses. For each region of the screen it collects all shapes and all words, and then draws
// the shapes in one call and the words over them.
type painter struct {
	theme  theme
	faces  *faces
	shapes *shapes
	words  []word

	pose pose
	// focused is the part that gets the ring, drawn after all others so that none that follows closely hides it.
	focused *view.Box
	lift    float64 // of what is drawn now, in device pixels downward
	fade    float64 // 1 is opaque
}

// word is a piece of text to be drawn; y is its baseline.
type word struct {
	face *text.GoTextFace
	text string
	x, y float64
	tint color.RGBA
	clip area // where it may be seen, if not everywhere

	turned bool // it reads upward
}

// ground is what a part stands on: it says in which colours text reads there.
type ground struct {
	back, ink, muted color.RGBA
	solid            bool    // all text is ink
	pale             float64 // how much of it is not seen, when disabled
}

// paint draws a pose over all of dst.
func (p *painter) paint(dst *ebiten.Image, pose pose) {
	p.pose = pose
	dst.Fill(p.theme.page)
	paper := ground{back: p.theme.page, ink: p.theme.ink, muted: p.theme.muted}
	root := pose.laid.Root
	var clip view.Rect
	for _, kid := range root.Kids {
		if kid.Clip != clip || kid.Role == view.Dialog {
			p.draw(dst, clip)
			clip = kid.Clip
		}
		p.lift, p.fade = 0, 1
		if kid.Clip == pose.laid.Body && kid.Role != view.Dialog {
			p.lift, p.fade = p.px(pose.rise*riseLength), 1-pose.rise
		}
		if kid.Role == view.Dialog {
			p.shapes.fill(p.area(root.Rect), 0, p.theme.veil)
		}
		p.box(kid, paper)
	}
	p.draw(dst, clip)
	p.lift, p.fade = 0, 1
	p.edges()
	p.draw(dst, root.Rect)
}

// draw draws what was collected, clipped.
func (p *painter) draw(dst *ebiten.Image, clip view.Rect) {
	if p.focused != nil {
		p.ring(p.focused.Rect, corner(p.focused))
		p.focused = nil
	}
	part := within(dst, area{p.px(clip.X), p.px(clip.Y), p.px(clip.W), p.px(clip.H)})
	p.shapes.draw(part)
	for _, w := range p.words {
		var options text.DrawOptions
		options.GeoM.Translate(0, -w.face.Metrics().HAscent)
		if w.turned {
			options.GeoM.Rotate(-math.Pi / 2)
		}
		options.GeoM.Translate(w.x, w.y)
		options.ColorScale.ScaleWithColor(w.tint)
		if w.clip == (area{}) {
			text.Draw(part, w.text, w.face, &options)
			continue
		}
		text.Draw(within(part, w.clip), w.text, w.face, &options)
	}
	p.words = p.words[:0]
}

// within is the part of an image that lies in an area.
func within(dst *ebiten.Image, a area) *ebiten.Image {
	r := image.Rect(int(math.Round(a.x)), int(math.Round(a.y)), int(math.Round(a.x+a.w)), int(math.Round(a.y+a.h)))
	return dst.SubImage(r).(*ebiten.Image)
}

// edges draws the thin bar of a page that scrolls, and lines where it goes on under what does not scroll.
func (p *painter) edges() {
	laid := p.pose.laid
	limit := laid.MaxScroll()
	if limit <= 0 {
		return
	}
	body := laid.Body
	if body.Y > 0 && laid.Scroll > 0 {
		p.shapes.fill(p.area(view.Rect{X: 0, Y: body.Y, W: body.W}).rule(p.line()), 0, p.theme.line)
	}
	if body.Y+body.H < laid.Root.Rect.H && laid.Scroll < limit {
		p.shapes.fill(p.area(view.Rect{X: 0, Y: body.Y + body.H, W: body.W}).rule(p.line()), 0, p.theme.line)
	}
	const inset = 4
	way := body.H - 2*inset
	size := max(24, way*body.H/laid.Content)
	bar := view.Rect{X: body.X + body.W - barWidth - 2, Y: body.Y + inset + (way-size)*laid.Scroll/limit, W: barWidth, H: size}
	p.shapes.fill(p.area(bar), barWidth, mix(p.theme.page, p.theme.edge, 0.6))
}

// rule is a line of a width at the top of an area.
func (a area) rule(width float64) area { return area{a.x, a.y, a.w, width} }

// px is a length in device pixels.
func (p *painter) px(length float64) float64 { return length * p.faces.scale }

// line is the width of a line: one CSS pixel, and at least one of the device.
func (p *painter) line() float64 { return max(1, math.Round(p.faces.scale)) }

// area is a rectangle in whole device pixels, so that its edges are sharp.
func (p *painter) area(r view.Rect) area {
	x, y := math.Round(p.px(r.X)), math.Round(p.px(r.Y)+p.lift)
	return area{x, y, math.Round(p.px(r.X+r.W)) - x, math.Round(p.px(r.Y+r.H)+p.lift) - y}
}

// tint is a colour as it is drawn now: fading in, and paler when disabled.
func (p *painter) tint(c color.RGBA, on ground) color.RGBA {
	share := p.fade * (1 - on.pale)
	if share >= 1 {
		return c
	}
	part := func(x uint8) uint8 { return uint8(float64(x)*share + 0.5) }
	return color.RGBA{R: part(c.R), G: part(c.G), B: part(c.B), A: part(c.A)}
}

// text adds a piece of text in a line's box.
func (p *painter) text(s string, style view.Style, bold bool, x, y, height float64, c color.RGBA) {
	face := p.faces.face(keyOf(style, bold))
	middle := p.px(y+height/2) + p.lift
	p.words = append(p.words, word{
		face: face, text: s, x: math.Round(p.px(x)), y: math.Round(middle + face.Size*capHeight/2), tint: c,
	})
}

// colour is the colour of text in a tone on a ground.
func (p *painter) colour(tone view.Tone, on ground) color.RGBA {
	switch {
	case tone == view.Muted:
		return p.tint(on.muted, on)
	case on.solid || tone == view.Ink:
		return p.tint(on.ink, on)
	}
	return p.tint(p.theme.tones[tone], on)
}
