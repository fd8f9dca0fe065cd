package screen

import (
	"image/color"
	"math"

	"coderounds/game/view"
)

// onScreen moves spots of the plot to where they are on the screen.
func (c *chart) onScreen(spots []view.Spot) []view.Spot {
	moved := make([]view.Spot, len(spots))
	for i, s := range spots {
		moved[i] = view.Spot{X: c.x + s.X, Y: c.y + s.Y}
	}
	return moved
}

// curve draws a line and its marks.
func (c *chart) curve(path view.Path) {
	spots := c.onScreen(path.Points)
	c.dashed(spots, path.Series)
	if path.Marked || len(spots) == 1 {
		for _, s := range spots {
			c.mark(s, path.Series)
		}
	}
}

// band draws the wash between the edges of a path's band. Without washes its edges are drawn, thin.
func (c *chart) band(path view.Path) {
	low, high := c.onScreen(path.Low), c.onScreen(path.High)
	if len(low) == 0 {
		return
	}
	if len(low) == 1 {
		low = append(low, view.Spot{X: low[0].X + 4, Y: low[0].Y})
		high = append(high, view.Spot{X: high[0].X + 4, Y: high[0].Y})
		low[0].X, high[0].X = low[0].X-4, high[0].X-4
	}
	shade := c.tint(mix(c.on.back, c.tone(path.Series), bandShare), c.on)
	if c.theme.wash == 0 {
		shade = c.tint(c.tone(path.Series), c.on)
	}
	for i := 1; i < len(low); i++ {
		if c.theme.wash > 0 {
			c.shapes.quad(c.spot(low[i-1]), c.spot(low[i]), c.spot(high[i]), c.spot(high[i-1]), shade)
		}
		c.segment(low[i-1], low[i], 1, shade)
		c.segment(high[i-1], high[i], 1, shade)
	}
}

// spot is a place in device pixels.
func (c *chart) spot(s view.Spot) [2]float64 { return [2]float64{c.px(s.X), c.px(s.Y) + c.lift} }

func (c *chart) segment(from, to view.Spot, width float64, tint color.RGBA) {
	a, b := c.spot(from), c.spot(to)
	c.shapes.stroke(a[0], a[1], b[0], b[1], c.px(width), tint)
}

// dashes are how long a line's dashes are and the gaps between them, in CSS pixels, by the place of its series; the
// first is drawn through.
func dashes(series int) (dash, gap float64) {
	switch series % 4 {
	case 1:
		return 6, 5
	case 2:
		return 0.5, 4.5
	case 3:
		return 12, 6
	}
	return 0, 0
}

// dashed draws a line through spots, its dashes going on around the corners.
func (c *chart) dashed(spots []view.Spot, series int) {
	tint := c.tint(c.tone(series), c.on)
	dash, gap := dashes(series)
	into := 0.0 // how far into a dash and its gap
	for i := 1; i < len(spots); i++ {
		from, to := spots[i-1], spots[i]
		if dash == 0 {
			c.segment(from, to, curveWidth, tint)
			continue
		}
		length := math.Hypot(to.X-from.X, to.Y-from.Y)
		along := func(d float64) view.Spot {
			return view.Spot{X: from.X + (to.X-from.X)*d/length, Y: from.Y + (to.Y-from.Y)*d/length}
		}
		for at := 0.0; at < length; {
			step := min(length-at, gap+dash-into)
			if into < dash {
				step = min(length-at, dash-into)
				c.segment(along(at), along(at+step), curveWidth, tint)
			}
			at += step
			if into += step; into >= dash+gap-1e-9 {
				into = 0
			}
		}
	}
}

// mark draws a disc, a square, a diamond or a ring, by the place of the series.
func (c *chart) mark(s view.Spot, series int) {
	at, size := c.spot(s), c.px(markSize)
	a := area{at[0] - size/2, at[1] - size/2, size, size}
	back, tint := c.tint(c.on.back, c.on), c.tint(c.tone(series), c.on)
	around := a.grown(c.px(1.5)) // keeps a mark apart from lines that cross there
	switch series % 4 {
	case 0:
		c.shapes.fill(around, around.w, back)
		c.shapes.fill(a, size, tint)
	case 1:
		c.shapes.fill(around, 0, back)
		c.shapes.fill(a.grown(-c.px(0.5)), 0, tint)
	case 2:
		c.shapes.add(around, math.Pi/4, 0, 0, back)
		c.shapes.add(a, math.Pi/4, 0, 0, tint)
	default:
		c.shapes.fill(around, around.w, back)
		c.shapes.frame(a, size, c.px(curveWidth), tint)
	}
}
