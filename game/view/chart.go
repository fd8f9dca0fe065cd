package view

import "slices"

// ChartKind is how a chart shows its figures.
type ChartKind uint8

// The kinds of chart.
const (
	Bars  ChartKind = iota // a bar for each value, side by side for several series
	Lines                  // a line for each series, with a band where it has Low and High
	Heat                   // a row of tiles for each series, the fuller the greater the value
)

// Chart is what a part of role [Picture] shows: figures as a picture. The part's Name says in a sentence what is to be
// seen. The scene gives the same figures as a Table too, so that a picture is never the only way to read them.
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
