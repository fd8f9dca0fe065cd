package view_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"coderounds/game/view"
)

var nan = math.NaN()

// drawn prints a plot: what stands where, to whole pixels.
func drawn(p *view.Plot) string {
	var b strings.Builder
	fmt.Fprintf(&b, "field %s\n", rect(p.Field))
	for _, y := range p.Levels {
		fmt.Fprintf(&b, "level %.0f\n", y)
	}
	for _, k := range p.Keys {
		fmt.Fprintf(&b, "key %d %s\n", k.Series, rect(k.Rect))
	}
	for _, l := range p.Labels {
		turned := ""
		if l.Turned {
			turned = " turned"
		}
		fmt.Fprintf(&b, "label %.0f,%.0f %s%s\n", l.X, l.Y, l.Text, turned)
	}
	for _, bar := range p.Bars {
		fmt.Fprintf(&b, "bar %d %s\n", bar.Series, rect(bar.Rect))
	}
	for _, path := range p.Paths {
		fmt.Fprintf(&b, "path %d%s%s%s\n", path.Series, spots(path.Points), spots(path.Low), spots(path.High))
	}
	for _, t := range p.Tiles {
		fmt.Fprintf(&b, "tile %d %s %.2f %s\n", t.Series, rect(t.Rect), t.Share, t.Text)
	}
	return b.String()
}

func rect(r view.Rect) string { return fmt.Sprintf("%.0f,%.0f %.0fx%.0f", r.X, r.Y, r.W, r.H) }

func spots(all []view.Spot) string {
	var b strings.Builder
	for _, s := range all {
		fmt.Fprintf(&b, " %.0f,%.0f", s.X, s.Y)
	}
	if b.Len() > 0 {
		return " |" + b.String()
	}
	return ""
}

// plotted lays a chart out in a width.
func plotted(c view.Chart, width float64) *view.Box {
	laid := view.Lay(&view.Part{Role: view.Page, ID: "page", Layout: view.Layout{MaxW: width}, Children: []view.Part{
		{Role: view.Picture, ID: "chart", Chart: &c}}}, view.Room{W: width + 64, H: 600}, view.Typewriter{})
	return laid.Root.Find("chart")
}

func TestPlot(t *testing.T) {
	tests := []struct {
		name  string
		chart view.Chart
		width float64
		want  string
	}{{
		name:  "bars have their numbers where there is room",
		chart: view.Chart{Kind: view.Bars, X: []string{"Mon", "Tue"}, Series: []view.Series{{Values: []float64{3, 8}}}},
		width: 640,
		want: `
field 15,22 625x220
level 242
level 187
level 132
level 77
level 22
label 0,231 0
label 0,176 2
label 0,121 4
label 0,66 6
label 0,11 8
label 161,246 Mon
label 473,246 Tue
label 168,138 3
label 480,0 8
bar 0 148,160 46x82
bar 0 461,22 46x220
`,
	}, {
		name: "a line breaks where a value is missing, and its band with it; as many names as there is room for",
		chart: view.Chart{Kind: view.Lines, Unit: "%", Most: 100, X: []string{"January", "February", "March", "April", "May"}, Series: []view.Series{
			{Name: "Predicted", Values: []float64{50, 60, nan, 80, 90}},
			{Name: "Seen", Values: []float64{40, nan, 100, 120, 0}, Low: []float64{0, 0, 50, 60, 0}, High: []float64{50, 0, 100, 100, 10}}}},
		width: 240,
		want: `
field 43,41 197x129
level 170
level 138
level 106
level 73
level 41
key 0 0,0 24x22
key 1 115,0 24x22
label 32,0 Predicted
label 147,0 Seen
label 14,159 0 %
label 7,127 25 %
label 7,94 50 %
label 7,62 75 %
label 0,30 100 %
label 35,174 January
label 124,174 March
label 219,174 May
path 0 | 51,106 96,93
path 0 | 187,67 232,54
path 1 | 51,118 | 51,170 | 51,106
path 1 | 142,41 187,41 232,170 | 142,106 187,93 232,170 | 142,41 187,41 232,157
`,
	}, {
		name: "a matrix has its numbers in its tiles, and turns the columns' names where they are long",
		chart: view.Chart{Kind: view.Heat, X: []string{"S72.001", "S72.002"}, Series: []view.Series{
			{Name: "S72.001", Values: []float64{nan, 4}}, {Name: "S72.002", Values: []float64{2, nan}}}},
		width: 120,
		want: `
field 49,57 67x67
label 54,53 S72.001 turned
label 89,53 S72.002 turned
label 0,62 S72.…
label 0,97 S72.…
tile 0 84,57 32x32 1.00 4
tile 1 49,93 32x32 0.50 2
`,
	}, {
		name:  "nothing to show is an empty field",
		chart: view.Chart{Kind: view.Bars},
		width: 300,
		want: `
field 15,11 285x129
level 140
level 11
label 0,129 0
label 0,0 1
`,
	}}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			box := plotted(test.chart, test.width)
			require.Equal(t, strings.TrimPrefix(test.want, "\n"), drawn(box.Plot))
		})
	}
}

// anyChart draws a chart as a scene might describe it.
func anyChart() *rapid.Generator[view.Chart] {
	return rapid.Custom(func(t *rapid.T) view.Chart {
		c := view.Chart{
			Kind: rapid.SampledFrom([]view.ChartKind{view.Bars, view.Lines, view.Heat}).Draw(t, "kind"),
			Unit: rapid.SampledFrom([]string{"", "%", "min"}).Draw(t, "unit"),
			Most: rapid.SampledFrom([]float64{0, 0, 1, 100}).Draw(t, "most"),
		}
		places := rapid.IntRange(0, 40).Draw(t, "places")
		value := rapid.OneOf(rapid.Just(nan), rapid.Float64Range(0, 2), rapid.Float64Range(0, 1e6),
			rapid.Map(rapid.IntRange(0, 90), func(n int) float64 { return float64(n) }))
		for i := range rapid.IntRange(0, 7).Draw(t, "series") {
			s := view.Series{Name: strings.Repeat("name ", i), Values: rapid.SliceOfN(value, places, places).Draw(t, "values")}
			if rapid.Bool().Draw(t, "band") {
				s.Low, s.High = s.Values, s.Values
			}
			c.Series = append(c.Series, s)
		}
		for range rapid.IntRange(0, places).Draw(t, "names") {
			c.X = append(c.X, rapid.SampledFrom([]string{"", "Mon", "S72.001A", "12"}).Draw(t, "x"))
		}
		return c
	})
}

// TestPlotStaysInItsBox holds that all figures stand in the field and all else in the box, in any width, and that no two
// labels of the lower axis touch.
func TestPlotStaysInItsBox(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyChart().Draw(t, "chart")
		box := plotted(c, float64(rapid.IntRange(240, 1000).Draw(t, "width")))
		p := box.Plot
		all := view.Rect{W: box.Rect.W, H: box.Rect.H}
		inside := func(what string, r, in view.Rect) {
			const slack = 0.01
			if !(r.X >= in.X-slack && r.Y >= in.Y-slack && r.X+r.W <= in.X+in.W+slack && r.Y+r.H <= in.Y+in.H+slack) {
				t.Fatalf("%s %s is not in %s", what, rect(r), rect(in))
			}
		}
		if len(c.Series) > 0 {
			inside("field", p.Field, all)
		}
		for _, bar := range p.Bars {
			inside("bar", bar.Rect, p.Field)
		}
		for _, path := range p.Paths {
			for _, s := range append(append(path.Points, path.Low...), path.High...) {
				inside("point", view.Rect{X: s.X, Y: s.Y}, p.Field)
			}
		}
		for _, tile := range p.Tiles {
			inside("tile", tile.Rect, all)
			require.True(t, tile.Share >= 0 && tile.Share <= 1)
		}
		for _, l := range p.Labels {
			require.True(t, l.X >= -0.01 && l.Y >= -0.01 && l.Y <= all.H+0.01, "label %q at %g, %g", l.Text, l.X, l.Y)
		}
	})
}

func TestPrintChart(t *testing.T) {
	c := view.Chart{Kind: view.Lines, Unit: "%", Most: 100, X: []string{"May", "Jun"},
		Series: []view.Series{{Name: "Seen", Values: []float64{87.5, nan}, Low: []float64{80, 0}, High: []float64{93, 0}}}}
	require.Equal(t, `page #page
  picture "You recall a little more than predicted."
    lines in % up to 100
      at May · Jun
      "Seen" 88[80..93] -
`, view.Print(page(view.Part{Role: view.Picture, Name: "You recall a little more than predicted.", Chart: &c})))
}

func TestWrittenAndScale(t *testing.T) {
	for most, want := range map[float64]string{0.4: "0 0.1 0.2 0.3 0.4", 3: "0 1 2 3", 9: "0 2.5 5 7.5 10", 1234: "0 500 1,000 1,500"} {
		c := view.Chart{Kind: view.Bars, Series: []view.Series{{Values: []float64{most, 0.001 * b2f(most != math.Trunc(most))}}}}
		if most == 9 {
			c.Series[0].Values = append(c.Series[0].Values, 0.5)
		}
		var numbers []string
		box := plotted(c, 300)
		for _, l := range box.Plot.Labels {
			if l.X < box.Plot.Field.X-8 {
				numbers = append(numbers, l.Text)
			}
		}
		require.Equal(t, want, strings.Join(numbers, " "))
	}
}

func b2f(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
