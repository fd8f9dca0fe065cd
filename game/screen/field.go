package screen

import (
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2/text/v2"

	"coderounds/game/view"
)

// field draws a field: its text or its placeholder, what is selected, and the caret, which does not blink.
func (p *painter) field(b *view.Box, on ground) {
	if len(b.Slots) > 0 {
		p.slots(b, on)
		return
	}
	a, round := p.area(b.Rect), p.px(pressCorner)
	p.shapes.fill(a, round, p.tint(p.theme.sunk, on))
	p.shapes.frame(a, round, p.line(), p.tint(p.theme.edge, on))
	on.back, on.ink, on.muted = p.theme.sunk, p.theme.ink, p.theme.muted
	if len(b.Lines) == 0 {
		return
	}
	line, shift := b.Lines[0], 0.0
	if b.ID == p.pose.focus {
		shift = p.selection(b, line)
	}
	said, tone := b.Value, b.Style.Tone
	if said == "" {
		said, tone = b.Hint, view.Muted
	}
	p.text(said, b.Style, false, line.X-shift, line.Y, line.H, p.colour(tone, on))
	p.words[len(p.words)-1].clip = a.grown(-p.px(4))
}

// selection draws the caret or what is selected, and returns how far the text is moved to the left to
// keep the caret in sight.
func (p *painter) selection(b *view.Box, line view.Line) (shift float64) {
	from := p.along(b, p.pose.caret.start)
	to := p.along(b, p.pose.caret.end)
	room := b.Rect.W - 2*(line.X-b.Rect.X)
	shift = max(0, to-room)
	r := view.Rect{X: line.X + min(from, to) - shift, Y: line.Y, W: math.Abs(to - from), H: line.H}
	if from == to {
		at := p.area(r)
		at.w = max(p.line(), math.Round(p.px(1.5)))
		p.shapes.fill(at, 0, p.tint(p.theme.tones[view.Accent], ground{}))
		return shift
	}
	left := max(r.X, b.Rect.X)
	r.X, r.W = left, r.W-(left-r.X)
	p.shapes.fill(p.area(r), p.px(2), p.tint(mix(p.theme.sunk, p.theme.ring, 0.3), ground{}))
	return shift
}

// along is how far a rune of a field's value is from its beginning.
func (p *painter) along(b *view.Box, runes int) float64 {
	return text.AdvanceAt(b.Value, byteOf(b.Value, runes), p.faces.face(keyOf(b.Style, false))) / p.faces.scale
}

// byteOf is where a rune of s begins; beyond the last, its end.
func byteOf(s string, runes int) int {
	for i := range s {
		if runes <= 0 {
			return i
		}
		runes--
	}
	return len(s)
}

// slots draws a box a character, and a dot between the groups. The box to be typed into next stands out.
func (p *painter) slots(b *view.Box, on ground) {
	typed := []rune(b.Value)
	focused := b.ID == p.pose.focus
	for i, slot := range b.Slots {
		a, round := p.area(slot), p.px(pressCorner)
		back := p.theme.sunk
		if i < len(typed) {
			back = p.theme.surface
		}
		p.shapes.fill(a, round, p.tint(back, on))
		p.shapes.frame(a, round, p.line(), p.tint(p.theme.edge, on))
		here := p.pose.caret.end
		if focused && (i == here || i == len(b.Slots)-1 && here > i) {
			p.ring(slot, pressCorner)
		}
		if i < len(typed) {
			p.glyph(b, typed[i], slot, p.colour(b.Style.Tone, on))
		}
	}
	p.dots(b, len(typed), on)
}

// dots draws the dot after each group of slots but the last: pale until there is a character after it.
func (p *painter) dots(b *view.Box, typed int, on ground) {
	const size, up = 5, 18
	next := 0
	for _, group := range b.Part.Slots {
		if next > 0 && next < len(b.Slots) {
			left, right := b.Slots[next-1], b.Slots[next]
			middle := (left.X + left.W + right.X) / 2
			c := on.muted
			if typed > next {
				c = on.ink
			}
			dot := view.Rect{X: middle - size/2.0, Y: left.Y + left.H - up, W: size, H: size}
			p.shapes.fill(p.area(dot), p.px(size), p.tint(c, on))
		}
		next += group
	}
}

// glyph draws one character in the middle of a slot.
func (p *painter) glyph(b *view.Box, r rune, slot view.Rect, c color.RGBA) {
	style := view.Style{Mono: true, Bold: true, Size: view.Title}
	if slot.W < 28 {
		style.Size = view.Large
	}
	s := string(r)
	x := slot.X + (slot.W-p.faces.Width(s, style, true))/2
	p.text(s, style, true, x, slot.Y, slot.H, c)
}
