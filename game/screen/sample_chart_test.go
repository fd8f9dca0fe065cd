package screen

import (
	"math"
	"strconv"

	"coderounds/game/view"
)

func picture(name string, c view.Chart) view.Part {
	return view.Part{Role: view.Picture, Name: name, Chart: &c}
}

// sampleCharts has a chart of each kind, and a table.
func sampleCharts() view.Part {
	box := func(kids ...view.Part) view.Part {
		p := down(16, kids...)
		p.Style, p.Layout.Pad = view.Style{Fill: view.Surface, Border: true}, 20
		return p
	}
	bars := view.Chart{Kind: view.Bars, Unit: "min", Series: []view.Series{{Name: "This week", Tone: view.Accent, Values: []float64{12, 18, 0, 25, 14, 31, 8}},
		{Name: "Last week", Tone: view.TonePCS, Values: []float64{10, 9, 14, math.NaN(), 22, 5, 3}}},
		X: []string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}}
	lines := view.Chart{Kind: view.Lines, Unit: "%", Most: 100, Series: []view.Series{
		{Name: "Predicted", Tone: view.Muted, Values: []float64{55, 65, 75, 85, 95}},
		{Name: "Seen", Tone: view.ToneCM, Values: []float64{60, 62, 80, 87, 97}, Low: []float64{40, 50, 70, 82, 94}, High: []float64{75, 73, 88, 91, 99}}},
		X: []string{"50–60 %", "60–70 %", "70–80 %", "80–90 %", "90–100 %"}}
	days := view.Chart{Kind: view.Heat, Unit: "answers"}
	for d := range 7 {
		s := view.Series{Tone: view.ToneRight, Name: []string{"Mon", "", "Wed", "", "Fri", "", ""}[d]}
		for w := range 26 {
			v := float64((w*7 + d*13) % 31)
			if v < 9 {
				v = 0
			}
			if w == 25 && d > 3 {
				v = math.NaN()
			}
			s.Values = append(s.Values, v)
		}
		days.Series = append(days.Series, s)
	}
	days.X = make([]string, 26)
	for i, m := range []string{"Jun", "Jul", "Aug", "Sep", "Oct", "Nov"} {
		days.X[i*9/2] = m
	}
	matrix := view.Chart{Kind: view.Heat}
	codes := []string{"S72.0", "S72.1", "S72.2", "S72.3", "S72.4", "S72.8"}
	for i, code := range codes {
		s := view.Series{Name: code, Tone: view.ToneWrong}
		for j := range codes {
			v := float64((i*5 + j*3) % 7)
			if i == j {
				v = math.NaN()
			}
			s.Values = append(s.Values, v)
		}
		matrix.Series = append(matrix.Series, s)
	}
	matrix.X = codes
	forecast := view.Chart{Kind: view.Bars, Series: []view.Series{{Name: "Due", Tone: view.Accent}}}
	for i := range 30 {
		forecast.Series[0].Values = append(forecast.Series[0].Values, float64(120-i*3+i*i%17))
		forecast.X = append(forecast.X, strconv.Itoa(i+1))
	}
	tiles := view.Part{Layout: view.Layout{Axis: view.Across, Gap: 8, Wrap: true}}
	for i := range 11 {
		tiles.Children = append(tiles.Children, view.Part{Role: view.Button, ID: "tile/" + strconv.Itoa(i), Name: "Chapter", Value: strconv.FormatFloat(float64(i)/10, 'f', 1, 64),
			Style:  view.Style{Fill: view.Shaded, Tone: view.ToneCM, Border: true},
			Layout: view.Layout{MinW: 104, Grow: 1, MinH: 72, Pad: 10}, Children: []view.Part{head(strconv.Itoa(i*10)+" %", view.Body), small("Neoplasms")}})
	}
	return view.Part{Role: view.Page, ID: "charts", Layout: view.Layout{Gap: 24}, Children: []view.Part{
		box(head("Lines", view.Large), picture("", lines)), box(head("Bars", view.Large), picture("", bars)),
		box(head("Days", view.Large), picture("", days)), box(head("Matrix", view.Large), picture("", matrix)),
		box(head("Forecast", view.Large), picture("", forecast)), tiles}}
}
