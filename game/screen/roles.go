package screen

import (
	"image/color"
	"math"
	"strconv"

	"coderounds/game/view"
)

// box draws a part and all in it.
func (p *painter) box(b *view.Box, on ground) {
	const beyond = ringAway + ringWidth
	if b.Rect.Y+b.Rect.H < b.Clip.Y-beyond || b.Rect.Y > b.Clip.Y+b.Clip.H+beyond {
		return
	}
	switch {
	case !b.State.Has(view.Disabled):
	case b.Role == view.Choice:
		on.pale = paleAnswer
	default:
		on.pale = paleButton
	}
	on = p.back(b, on)
	switch b.Role {
	case view.Field:
		p.field(b, on)
	case view.Progress:
		p.progress(b, on)
	case view.Rule:
		p.shapes.fill(p.area(b.Rect).rule(p.line()), 0, p.tint(p.theme.line, on))
	case view.Mark:
		p.mark(b.State, p.area(b.Rect), on)
	case view.Picture:
		p.picture(b, on)
	case view.Table:
		p.table(b, on)
	default:
		p.lines(b, on)
	}
	for _, kid := range b.Kids {
		p.box(kid, on)
	}
	if b.ID != "" && b.ID == p.pose.focus && (p.pose.ringed || b.Role == view.Field) && b.Slots == nil {
		p.focused = b
	}
}

func (p *painter) ring(r view.Rect, corner float64) {
	around := p.area(r).grown(p.px(ringAway + ringWidth))
	p.shapes.frame(around, p.px(corner+ringAway+ringWidth), p.px(ringWidth), p.theme.ring)
}

func (p *painter) lines(b *view.Box, on ground) {
	for _, line := range b.Lines {
		for _, run := range line.Runs {
			p.text(spelled(run.Text), b.Style, run.Bold, run.X, line.Y, line.H, p.colour(b.Style.Tone, on))
		}
	}
}

// corner is how round the corners of a part are.
func corner(b *view.Box) float64 {
	switch b.Role {
	case view.Choice, view.Dialog:
		return cardCorner
	case view.Button:
		if len(b.Kids) > 0 && b.Rect.H > 64 {
			return cardCorner
		}
		return pressCorner
	case view.Field, view.Item:
		return pressCorner
	case view.Chip:
		return chipCorner
	case view.KeyCap:
		return capCorner
	}
	least := min(b.Rect.W, b.Rect.H)
	switch {
	case least <= 16:
		return least / 2 // a dot, a bar
	case least < 64:
		return chipCorner
	}
	return cardCorner
}

// back draws what lies behind a part and returns it as the ground of what is in it.
func (p *painter) back(b *view.Box, on ground) ground {
	switch b.Role {
	case view.Button:
		return p.button(b, on)
	case view.Choice:
		return p.pressed(b, p.sheet(b, on, p.theme.surface, p.theme.line), on)
	case view.Item:
		if b.ID == "" {
			return p.fill(b, on)
		}
		return p.pressed(b, p.fill(b, on), on)
	case view.Dialog:
		a := p.area(b.Rect)
		shade := area{a.x, a.y + p.px(8), a.w, a.h}
		p.shapes.blur(shade, p.px(cardCorner), p.px(24), p.theme.shadow)
		return p.sheet(b, on, p.theme.surface, p.theme.line)
	case view.KeyCap:
		p.shapes.frame(p.area(b.Rect), p.px(capCorner), p.line(), p.tint(mix(on.back, on.muted, 0.5), on))
		return on
	case view.Field, view.Mark, view.Progress, view.Rule:
		return on
	}
	return p.fill(b, on)
}

// sheet draws a part's surface and the line around it.
func (p *painter) sheet(b *view.Box, on ground, back, line color.RGBA) ground {
	a, round := p.area(b.Rect), p.px(corner(b))
	p.shapes.fill(a, round, p.tint(back, on))
	p.shapes.frame(a, round, p.line(), p.tint(line, on))
	on.back, on.solid, on.ink, on.muted = back, false, p.theme.ink, p.theme.muted
	return on
}

// fill draws the fill and the border that a part asks for.
func (p *painter) fill(b *view.Box, on ground) ground {
	a, round := p.area(b.Rect), p.px(corner(b))
	line, border := p.theme.line, b.Style.Border
	switch b.Style.Fill {
	case view.Surface:
		on = ground{back: p.theme.surface, ink: p.theme.ink, muted: p.theme.muted, pale: on.pale}
	case view.Sunk:
		on = ground{back: p.theme.sunk, ink: p.theme.ink, muted: p.theme.muted, pale: on.pale}
	case view.Tinted:
		line = p.theme.tones[b.Style.Tone]
		on.back = p.theme.tinted(line, p.theme.surface)
		border = border || p.theme.wash == 0
	case view.Solid:
		line = p.theme.tones[b.Style.Tone]
		on = ground{back: line, ink: p.theme.solid, muted: softSolid(line, p.theme.solid), solid: true, pale: on.pale}
	}
	if b.Style.Fill == view.Shaded {
		on = p.shaded(b, on)
	}
	if b.Style.Fill != view.Clear {
		p.shapes.fill(a, round, p.tint(on.back, on))
	}
	if border {
		p.shapes.frame(a, round, p.line(), p.tint(line, on))
	}
	if b.Style.Fill == view.Shaded {
		p.level(b, on)
	}
	return on
}

// share is a part's Value as a share, 0 to 1.
func share(b *view.Box) float64 {
	v, err := strconv.ParseFloat(b.Value, 64)
	if err != nil || !(v > 0) {
		return 0
	}
	return min(v, 1)
}

// shaded is the ground of a part with a wash by its share. All its text is ink: second text would not read there.
func (p *painter) shaded(b *view.Box, on ground) ground {
	tone := p.theme.tones[b.Style.Tone]
	back := mix(p.theme.surface, tone, fullShade*share(b))
	if p.theme.wash == 0 {
		back = p.theme.surface
	}
	return ground{back: back, ink: p.theme.ink, muted: p.theme.ink, pale: on.pale}
}

// level is a bar along the lower edge of a shaded part, so that its share is to be seen without telling shades apart.
func (p *painter) level(b *view.Box, on ground) {
	const high, inset = 4, 8
	r := view.Rect{X: b.Rect.X + inset, Y: b.Rect.Y + b.Rect.H - high - inset + 2, W: (b.Rect.W - 2*inset) * share(b), H: high}
	if r.W > 0 {
		r.W = max(r.W, high)
		p.shapes.fill(p.area(r), p.px(high/2), p.tint(p.theme.tones[b.Style.Tone], on))
	}
}

// button draws a button: solid for the next step, a sheet for others, nothing for one in a muted tone.
func (p *painter) button(b *view.Box, on ground) ground {
	switch {
	case b.Style.Fill != view.Clear && b.Style.Fill != view.Surface:
		on = p.fill(b, on)
	case b.State.Has(view.Primary):
		c := p.theme.tones[b.Style.Tone]
		p.shapes.fill(p.area(b.Rect), p.px(corner(b)), p.tint(c, on))
		on = ground{back: c, ink: p.theme.solid, muted: softSolid(c, p.theme.solid), solid: true, pale: on.pale}
	case b.Style.Fill == view.Clear && b.Style.Tone == view.Muted && !b.Style.Border:
	default:
		on = p.sheet(b, on, p.theme.surface, p.theme.line)
	}
	return p.pressed(b, on, on)
}

// pressed shows on what can be pressed that it is under the pointer, held, chosen, right or wrong.
func (p *painter) pressed(b *view.Box, on, under ground) ground {
	a, round := p.area(b.Rect), p.px(corner(b))
	tone, marked := p.theme.tones[view.Accent], b.State.Has(view.Chosen)
	switch {
	case b.State.Has(view.Right):
		tone, marked = p.theme.tones[view.ToneRight], true
	case b.State.Has(view.Wrong):
		tone, marked = p.theme.tones[view.ToneWrong], true
	}
	if marked {
		on.back = p.theme.tinted(tone, on.back)
		p.shapes.fill(a, round, p.tint(on.back, on))
		p.shapes.frame(a, round, p.px(chosenLine), p.tint(tone, on))
	}
	wash := 0.0
	switch b.ID {
	case "":
	case p.pose.held:
		wash = 0.12
	case p.pose.hover:
		wash = 0.05
	}
	if wash > 0 && b.Focusable() {
		shade := ground{pale: on.pale}
		c := on.ink
		c.R, c.G, c.B, c.A = part(c.R, wash), part(c.G, wash), part(c.B, wash), part(255, wash)
		p.shapes.fill(a, round, p.tint(c, shade))
	}
	if marked && (b.State.Has(view.Right) || b.State.Has(view.Wrong)) && !marks(b) {
		p.badge(b, under)
	}
	return on
}

func part(x uint8, share float64) uint8 { return uint8(float64(x)*share + 0.5) }

// marks tells whether a box shows ✓ or ✗ by itself.
func marks(b *view.Box) bool {
	found := false
	b.Each(func(k *view.Box) { found = found || k.Role == view.Mark })
	return found
}

// badge sets a mark on the upper right corner, so that right and wrong are never told by colour alone.
func (p *painter) badge(b *view.Box, on ground) {
	const size, out = 22, 7
	at := p.area(view.Rect{X: b.Rect.X + b.Rect.W - size + out, Y: b.Rect.Y - out, W: size, H: size})
	p.shapes.fill(at.grown(p.px(2)), at.w, p.tint(on.back, on))
	p.mark(b.State, at, on)
}

// mark draws ✓ or ✗ in a disc.
func (p *painter) mark(state view.State, a area, on ground) {
	tone := p.theme.tones[view.ToneWrong]
	if state.Has(view.Right) {
		tone = p.theme.tones[view.ToneRight]
	}
	size := min(a.w, a.h)
	size -= math.Round(size / 12)
	disc := area{a.x + (a.w-size)/2, a.y + (a.h-size)/2, size, size}
	p.shapes.fill(disc, size, p.tint(tone, on))
	ink, thick := p.tint(p.theme.solid, on), size*0.1
	at := func(x0, y0, x1, y1 float64) {
		p.shapes.stroke(disc.x+x0*size, disc.y+y0*size, disc.x+x1*size, disc.y+y1*size, thick, ink)
	}
	if state.Has(view.Right) {
		at(0.29, 0.52, 0.44, 0.67)
		at(0.44, 0.67, 0.72, 0.36)
		return
	}
	at(0.35, 0.35, 0.65, 0.65)
	at(0.65, 0.35, 0.35, 0.65)
}

func (p *painter) progress(b *view.Box, on ground) {
	a := p.area(b.Rect)
	tone := p.theme.tones[b.Style.Tone]
	if b.Style.Tone == view.Ink {
		tone = p.theme.tones[view.Accent]
	}
	p.shapes.fill(a, a.h/2, p.tint(mix(on.back, on.ink, 0.09), on))
	if p.theme.wash == 0 {
		p.shapes.frame(a, a.h/2, p.line(), p.tint(on.ink, on))
	}
	part := share(b)
	if part == 0 {
		return
	}
	done := area{a.x, a.y, max(a.h, a.w*part), a.h}
	p.shapes.fill(done, a.h/2, p.tint(tone, on))
}
