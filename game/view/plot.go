package view

// Plot is a [Chart] with its places, in CSS pixels from the upper left corner of its box: what is drawn. Colours and
// patterns go by the place of a series in the chart.
type Plot struct {
	// Field is where the figures stand; its lower edge is the zero of bars and lines.
	Field Rect
	// Levels are the heights of the gridlines, from the lowest up. A chart of tiles has none.
	Levels []float64
	// Labels are the numbers and names along the axes and the names of the legend, all in small second text.
	Labels []Label
	Bars   []Bar
	Paths  []Path
	Tiles  []Tile
	// Keys are the samples of the legend.
	Keys []Sample
}

// Label is a short text. X and Y are the upper left corner of its line; Turned, it reads upward from there.
type Label struct {
	Text   string
	X, Y   float64
	Turned bool
}

// Bar is one bar; the bars of a series look alike.
type Bar struct {
	Rect   Rect
	Series int
}

// Spot is a place.
type Spot struct{ X, Y float64 }

// Path is a line without gaps. Low and High are the edges of its band, point by point, or none.
type Path struct {
	Series    int
	Points    []Spot
	Low, High []Spot
	// Marked tells that there is room to mark each point.
	Marked bool
}

// Tile is a square of a heat chart. Share is how full it is, 0 to 1. Text, if any, stands at TextX.
type Tile struct {
	Rect   Rect
	Series int
	Share  float64
	Text   string
	TextX  float64
}

// Sample shows in a legend how a series is drawn.
type Sample struct {
	Rect   Rect
	Series int
}

// Measures of charts, in CSS pixels.
const (
	plotLeast   = 140 // the height of the field, and its share of the width between
	plotMost    = 220
	plotShare   = 0.4
	plotGap     = 8  // between the field and what stands beside it
	labelApart  = 12 // between two labels of an axis
	sampleWide  = 24
	keyApart    = 20
	barMost     = 48
	markedApart = 12 // between two points that are marked
)

// plotter places the figures of one chart.
type plotter struct {
	l     *layouter
	chart *Chart
	style Style
	line  float64 // the height of a line of labels
	plot  *Plot
	top   float64 // the value at the top of the scale
	step  float64 // between two gridlines
}

func (l *layouter) plotter(c *Chart) *plotter {
	p := &plotter{l: l, chart: c, style: Style{Size: Small, Tone: Muted}, plot: new(Plot)}
	p.line = l.faces.Height(p.style)
	p.top, p.step = c.scale()
	return p
}

func (p *plotter) wide(text string) float64 { return p.l.faces.Width(text, p.style, false) }

func (p *plotter) label(text string, x, y float64) {
	if text != "" {
		p.plot.Labels = append(p.plot.Labels, Label{Text: text, X: x, Y: y})
	}
}

// chartHeight is the height of a chart in a width.
func (l *layouter) chartHeight(c *Chart, width float64) float64 {
	p := l.plotter(c)
	h := p.legend(Rect{W: width})
	if c.Kind == Heat {
		return h + p.grid(width).height
	}
	return h + p.fieldHeight(width) + plotGap/2 + p.line
}

// plotted places a chart into a rectangle.
func (l *layouter) plotted(c *Chart, r Rect) *Plot {
	p := l.plotter(c)
	h := p.legend(r)
	r.Y, r.H = r.Y+h, r.H-h
	switch c.Kind {
	case Heat:
		p.tiles(r)
	default:
		p.axes(r)
		if c.Kind == Lines {
			p.lines()
		} else {
			p.bars(r.W)
		}
	}
	return p.plot
}

func (p *plotter) fieldHeight(width float64) float64 {
	above := 0.0
	if p.valued(width) {
		above = p.line
	}
	return above + min(max(plotLeast, width*plotShare), plotMost)
}

// legend names the series when there are several, and returns the height that it takes.
func (p *plotter) legend(r Rect) float64 {
	if len(p.chart.Series) < 2 || p.chart.Kind == Heat {
		return 0
	}
	x, y := r.X, r.Y
	for i, s := range p.chart.Series {
		w := sampleWide + plotGap + p.wide(s.Name)
		if x > r.X && x+w > r.X+r.W {
			x, y = r.X, y+p.line
		}
		p.plot.Keys = append(p.plot.Keys, Sample{Rect{x, y, sampleWide, p.line}, i})
		p.label(s.Name, x+sampleWide+plotGap, y)
		x += w + keyApart
	}
	return y + p.line + plotGap - r.Y
}

// numbers are those of the scale, from zero up.
func (p *plotter) numbers() []string {
	var names []string
	for i := 0; float64(i)*p.step <= p.top*(1+1e-9); i++ {
		names = append(names, written(float64(i)*p.step, p.chart.Unit))
	}
	return names
}

// axisWidth is the room that the numbers of the scale take beside the field.
func (p *plotter) axisWidth() float64 {
	widest := 0.0
	for _, name := range p.numbers() {
		widest = max(widest, p.wide(name))
	}
	return widest + plotGap
}

// axes places the field, its gridlines and the labels along both edges.
func (p *plotter) axes(r Rect) {
	names, left := p.numbers(), p.axisWidth()
	bottom := plotGap/2 + p.line
	p.plot.Field = Rect{r.X + left, r.Y + p.line/2, max(0, r.W-left), max(0, r.H-bottom-p.line/2)}
	if p.valued(r.W) {
		p.plot.Field.Y, p.plot.Field.H = p.plot.Field.Y+p.line/2, p.plot.Field.H-p.line/2
	}
	for i, name := range names {
		y := p.height(float64(i) * p.step)
		p.plot.Levels = append(p.plot.Levels, y)
		p.label(name, r.X+left-plotGap-p.wide(name), y-p.line/2)
	}
	p.below(r.X+r.W, p.plot.Field.Y+p.plot.Field.H+plotGap/2)
}

// height is where a value stands.
func (p *plotter) height(v float64) float64 {
	f := p.plot.Field
	return f.Y + f.H - f.H*min(1, max(0, v/p.top))
}

// across is where the place i of the axis stands: in the middle of its slot for bars, from edge to edge for lines.
func (p *plotter) across(i int) float64 {
	f, n := p.plot.Field, float64(p.chart.places())
	if p.chart.Kind == Bars {
		return f.X + f.W*(float64(i)+0.5)/n
	}
	if n < 2 {
		return f.X + f.W/2
	}
	inset := min(8, f.W/20)
	return f.X + inset + (f.W-2*inset)*float64(i)/(n-1)
}

// below writes as many names of places as there is room for, at equal steps.
func (p *plotter) below(right, y float64) {
	var at []int
	for i, name := range p.chart.X {
		if name != "" && i < p.chart.places() {
			at = append(at, i)
		}
	}
	x := func(i int) float64 {
		w := p.wide(p.chart.X[i])
		return min(max(p.plot.Field.X-plotGap, p.across(i)-w/2), right-w)
	}
	for each := 1; len(at) > 0; each++ {
		end, fits := -1e9, true
		for k := 0; k < len(at) && fits; k += each {
			fits = k == 0 || x(at[k]) >= end+labelApart
			end = x(at[k]) + p.wide(p.chart.X[at[k]])
		}
		if !fits && each < len(at) {
			continue
		}
		for k := 0; k < len(at); k += each {
			p.label(p.chart.X[at[k]], x(at[k]), y)
		}
		return
	}
}
