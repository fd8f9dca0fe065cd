package view

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// ChartKind is how a chart shows its figures.
type ChartKind uint8

// The kinds of chart.
const (
	Bars  ChartKind = iota // a bar for each value, side by side for several series
	Lines                  // a line for each series, with a band where it has Low and High
	Heat                   // a row of tiles for each series, the fuller the greater the value
)

var chartNames = [...]string{"bars", "lines", "heat"}

// String returns the kind's name as golden texts print it.
func (k ChartKind) String() string { return chartNames[k] }

// Chart is what a part of role [Picture] shows: figures as a picture. The part's Name says in a sentence what is to be
// seen. The scene gives the same figures as a Table too, so that a picture is never the only way to read them.
//
// A picture takes the width that it is given and the height that its kind needs there. Bars and lines have their zero
// at the bottom and a few gridlines; several series get a legend, and differ by pattern, dash and mark as well as by
// tone. Heat stands for two things: a matrix, of up to 16 columns, has broad tiles with numbers in them; a calendar, of
// more, has small squares with a scale under them, and its X holds a name only where one is to be written ("Mar").
// Names should be short; those of rows are cut at a third of the width.
type Chart struct {
	Kind ChartKind
	// X names the places along the axis, one for each value of a series; as many are written as there is room for.
	X []string
	// Series are drawn in order, each in its tone.
	Series []Series
	// Most is the value at the top of the scale, 0 for the greatest there is.
	Most float64
	// Unit stands behind the numbers of the scale: "%", "min".
	Unit string
}

// Series is one row of figures. A value that is not a number (NaN) is left out of the picture.
type Series struct {
	Name   string
	Tone   Tone
	Values []float64
	// Low and High, when there are any, bound a band around the line.
	Low, High []float64
}

// Equal tells whether two charts show the same; nil is equal to nil only.
func (c *Chart) Equal(o *Chart) bool {
	if c == nil || o == nil {
		return c == o
	}
	return c.Kind == o.Kind && c.Most == o.Most && c.Unit == o.Unit && slices.Equal(c.X, o.X) &&
		slices.EqualFunc(c.Series, o.Series, func(a, b Series) bool {
			return a.Name == b.Name && a.Tone == b.Tone && sameValues(a.Values, b.Values) &&
				sameValues(a.Low, b.Low) && sameValues(a.High, b.High)
		})
}

// sameValues holds that two that are not numbers are the same.
func sameValues(a, b []float64) bool {
	return slices.EqualFunc(a, b, func(x, y float64) bool { return x == y || x != x && y != y })
}

// places is the number of places along the axis.
func (c *Chart) places() int {
	n := 0
	for _, s := range c.Series {
		n = max(n, len(s.Values))
	}
	return n
}

// scale returns the value at the top of the scale and the step between two gridlines, of which there are at most
// four above zero.
func (c *Chart) scale() (top, step float64) {
	whole := true
	for _, s := range c.Series {
		for _, values := range [][]float64{s.Values, s.High} {
			for _, v := range values {
				if v == v && !math.IsInf(v, 0) {
					top = max(top, v)
					whole = whole && v == math.Trunc(v)
				}
			}
		}
	}
	if c.Most > 0 {
		top = c.Most
	}
	if top <= 0 {
		top = 1
	}
	step = roundStep(top/4, whole)
	if c.Most <= 0 && c.Kind != Heat {
		top = step * math.Ceil(top/step-1e-9)
	}
	return top, step
}

// roundStep is the least round number, 1, 2, 2.5 or 5 times a power of ten, that is no less than least.
func roundStep(least float64, whole bool) float64 {
	power := math.Pow(10, math.Floor(math.Log10(least)))
	for {
		for _, times := range [...]float64{1, 2, 2.5, 5} {
			step := times * power
			if step < least*(1-1e-9) || whole && step != math.Trunc(step) {
				continue
			}
			if times != 2.5 || power >= 1 { // 2.5 below one would want two decimals
				return step
			}
		}
		power *= 10
	}
}

// written is a value as the chart writes it: 0.5, 12, 1,200 %, with at most one decimal below ten and none from there.
func written(v float64, unit string) string {
	decimals := 0
	if math.Abs(v) < 10 {
		decimals = 1
	}
	text := strconv.FormatFloat(v, 'f', decimals, 64)
	text = strings.TrimSuffix(text, ".0")
	whole, rest, _ := strings.Cut(text, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		whole += "." + rest
	}
	if unit != "" {
		whole += " " + unit
	}
	return whole
}
