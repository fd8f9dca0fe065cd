package screen

import (
	"image/color"
	"math"

	"coderounds/game/view"
)

// Measures of what a chart is drawn with, in CSS pixels.
const (
	barCorner  = 2
	curveWidth = 2
	markSize   = 7
	stripeStep = 5
)

// chart draws a picture's figures. One series differs from another by its tone and by its pattern, dash and mark.
type chart struct {
	*painter
	plot *view.Plot
	data *view.Chart
	on   ground
	x, y float64 // the corner of the box, in CSS pixels
}

func (p *painter) picture(b *view.Box, on ground) {
	if b.Plot == nil {
		return
	}
	c := chart{p, b.Plot, b.Chart, on, b.Rect.X, b.Rect.Y}
	for _, path := range c.plot.Paths {
		c.band(path)
	}
	for i, y := range c.plot.Levels {
		tint := p.theme.line
		switch {
		case i == 0:
			tint = p.theme.edge
		case p.theme.wash == 0:
			tint = mix(on.back, on.ink, 0.3) // where lines around cards are as strong as text, these are not
		}
		f := c.plot.Field
		p.shapes.fill(p.area(c.at(view.Rect{X: f.X, Y: y, W: f.W})).rule(p.line()), 0, p.tint(tint, on))
	}
	for _, bar := range c.plot.Bars {
		c.bar(c.at(bar.Rect), bar.Series)
	}
	for _, path := range c.plot.Paths {
		c.curve(path)
	}
	for _, tile := range c.plot.Tiles {
		c.tile(tile)
	}
	for _, key := range c.plot.Keys {
		c.sample(key)
	}
	c.labels()
}

// at moves a rectangle of the plot to where it is on the screen.
func (c *chart) at(r view.Rect) view.Rect {
	return view.Rect{X: c.x + r.X, Y: c.y + r.Y, W: r.W, H: r.H}
}

func (c *chart) tone(series int) color.RGBA {
	if series >= len(c.data.Series) {
		return c.theme.tones[view.Accent]
	}
	tone := c.data.Series[series].Tone
	switch tone {
	case view.Ink:
		return c.on.ink
	case view.Muted:
		return c.on.muted
	}
	return c.theme.tones[tone]
}

func (c *chart) labels() {
	small := view.Style{Size: view.Small, Tone: view.Muted}
	line := c.faces.Height(small)
	for _, label := range c.plot.Labels {
		c.text(spelled(label.Text), small, false, c.x+label.X, c.y+label.Y, line, c.colour(view.Muted, c.on))
		if label.Turned {
			c.turn(label, line)
		}
	}
}

// turn puts the word added last upright: its baseline runs up along the middle of its line.
func (c *chart) turn(label view.Label, line float64) {
	w := &c.words[len(c.words)-1]
	w.turned = true
	w.x = math.Round(c.px(c.x+label.X+line/2) + w.face.Size*capHeight/2)
	w.y = math.Round(c.px(c.y+label.Y) + c.lift)
}

// bar draws a bar: plain, framed, striped, or an empty frame, by its series.
func (c *chart) bar(r view.Rect, series int) {
	a, tone := c.area(r), c.tint(c.tone(series), c.on)
	if a.h <= 0 {
		return
	}
	round := c.px(barCorner)
	switch series % 4 {
	case 0:
		c.shapes.fill(a, round, tone)
	case 1:
		c.shapes.fill(a, round, c.tint(mix(c.on.back, c.tone(series), bandShare), c.on))
		c.shapes.frame(a, round, c.px(1.5), tone)
	case 2:
		c.shapes.frame(a, round, c.px(1.5), tone)
		for y := a.y + a.h - c.px(stripeStep); y > a.y; y -= c.px(stripeStep) {
			c.shapes.fill(area{a.x, math.Round(y), a.w, c.px(2)}, 0, tone)
		}
	default:
		c.shapes.frame(a, round, c.px(1.5), tone)
	}
}

// tile draws a tile of a heat chart, its number in it where there is room.
func (c *chart) tile(t view.Tile) {
	a, round := c.area(c.at(t.Rect)), c.px(min(4, t.Rect.W/5))
	if c.theme.wash > 0 {
		c.shapes.fill(a, round, c.tint(c.shade(t), c.on))
	} else {
		c.framed(t, a, round)
	}
	if t.Text != "" {
		c.text(t.Text, view.Style{Size: view.Small}, false, c.x+t.TextX, c.y+t.Rect.Y, t.Rect.H, c.tint(c.on.ink, c.on))
	}
}

// shade is the colour of a tile: the fuller the greater its share, and never so full that a number in it does not read.
func (c *chart) shade(t view.Tile) color.RGBA {
	least, most := leastShade, mostShade
	switch {
	case t.Share == 0:
		return mix(c.on.back, c.on.ink, 0.07)
	case t.Text != "":
		least, most = leastShade/2, fullShade
	}
	return mix(c.on.back, c.tone(t.Series), least+(most-least)*t.Share)
}

// framed draws a tile where there are no washes: a square that grows in a frame, or a bar under a number.
func (c *chart) framed(t view.Tile, a area, round float64) {
	c.shapes.frame(a, round, c.line(), c.tint(c.theme.edge, c.on))
	tone := c.tint(c.tone(t.Series), c.on)
	switch {
	case t.Share == 0:
	case t.Text != "":
		c.shapes.fill(area{a.x, a.y + a.h - c.px(4), a.w * t.Share, c.px(4)}, 0, tone)
	default:
		c.shapes.fill(a.grown((math.Sqrt(t.Share)-1)*min(a.w, a.h)/2), round, tone)
	}
}

// sample shows in the legend how a series is drawn.
func (c *chart) sample(s view.Sample) {
	r := c.at(s.Rect)
	if c.data.Kind == view.Bars {
		c.bar(view.Rect{X: r.X + (r.W-12)/2, Y: r.Y + (r.H-12)/2, W: 12, H: 12}, s.Series)
		return
	}
	y := r.Y + r.H/2
	c.dashed([]view.Spot{{X: r.X, Y: y}, {X: r.X + r.W, Y: y}}, s.Series)
	c.mark(view.Spot{X: r.X + r.W/2, Y: y}, s.Series)
}

// table rules the rows of a table: a stronger line under a first row in bold, which heads the columns.
func (p *painter) table(b *view.Box, on ground) {
	for i, row := range b.Kids {
		if i == 0 {
			continue
		}
		tint := p.theme.line
		if i == 1 && heads(b.Kids[0]) {
			tint = p.theme.edge
		}
		p.shapes.fill(p.area(row.Rect).rule(p.line()), 0, p.tint(tint, on))
	}
}

func heads(row *view.Box) bool {
	for _, cell := range row.Kids {
		if !cell.Style.Bold {
			return false
		}
	}
	return len(row.Kids) > 0
}
