package game

import (
	"fmt"
	"math"
	"slices"
	"time"

	"coderounds/game/view"
	"coderounds/quiz"
)

// lookupWeeks is how far back looking up is shown.
const lookupWeeks = 26

// lookups shows how many keys it took to find codes, beside par, and how long, week by week.
func (s *Statistics) lookups() view.Part {
	title := "Looking codes up"
	weeks := s.lastWeeks()
	if len(weeks) == 0 {
		return card(8, heading(title, view.Large),
			text("You have found no code in the index yet. Rounds hold questions of the kind “find the code”: they are measured in keys and seconds."))
	}
	last := weeks[len(weeks)-1]
	if len(weeks) == 1 {
		return card(8, heading(title, view.Large), text(lookupsSay(last, last)), muted("From the second week on you see here how it changes."))
	}
	keys, took := lookupCharts(weeks)
	var rows [][]string
	for _, w := range slices.Backward(weeks) {
		rows = append(rows, []string{dateOf(w.Monday).Format("2 January 2006"), number(w.Found), keysOfPar(w), fmt.Sprintf("%.0f s", w.Took.Seconds())})
	}
	return s.open.card(figure{ID: "lookups", Title: title, Says: lookupsSay(last, weeks[0]), Chart: keys,
		More: []view.Part{muted("Seconds from question to code, the middle one of each week"),
			{Role: view.Picture, Name: "Seconds to find a code by week", Chart: &took}},
		Table: table("Codes looked up by week", []string{"Week from", "Found", "Keys", "Time"}, rows...)})
}

// lookupCharts draws keys beside par, and seconds. A week without look-ups is a gap.
func lookupCharts(weeks []quiz.Lookups) (keys, took view.Chart) {
	keys = view.Chart{Kind: view.Lines, Series: []view.Series{{Name: "Your keys", Tone: view.Accent}, {Name: "Par", Tone: view.Muted}}}
	took = view.Chart{Kind: view.Lines, Unit: "s", Series: []view.Series{{Name: "Seconds to find", Tone: view.Accent}}}
	for monday, left := weeks[0].Monday, weeks; len(left) > 0; monday += 7 {
		w := quiz.Lookups{}
		if left[0].Monday == monday {
			w, left = left[0], left[1:]
		}
		keys.X = append(keys.X, dateOf(monday).Format("2 Jan"))
		keys.Series[0].Values = append(keys.Series[0].Values, orNone(w.Keys))
		keys.Series[1].Values = append(keys.Series[1].Values, orNone(w.Par))
		took.Series[0].Values = append(took.Series[0].Values, orNone(w.Took.Seconds()))
	}
	took.X = keys.X
	return keys, took
}

// lastWeeks are the weeks that are shown.
func (s *Statistics) lastWeeks() []quiz.Lookups {
	weeks := s.history.Weeks()
	for len(weeks) > 0 && weeks[0].Monday <= mondayOf(today(s.now))-7*lookupWeeks {
		weeks = weeks[1:]
	}
	return weeks
}

// orNone leaves a figure that there is not out of the picture.
func orNone(v float64) float64 {
	if v == 0 {
		return math.NaN()
	}
	return v
}

func keysOfPar(w quiz.Lookups) string {
	if w.Par == 0 {
		return "–"
	}
	return fmt.Sprintf("%.0f of %.0f", w.Keys, w.Par)
}

// lookupsSay compares the latest week with the first.
func lookupsSay(last, first quiz.Lookups) string {
	took := func(d time.Duration) string { return counted(int(d.Seconds()+0.5), "second", "seconds") }
	says := fmt.Sprintf("The latest week: a code in %s", took(last.Took))
	if last.Par > 0 {
		says = fmt.Sprintf("The latest week: %s and %s a code, par is %.0f", counted(int(last.Keys+0.5), "key", "keys"), took(last.Took), last.Par)
	}
	if first.Monday == last.Monday {
		return says + "."
	}
	return fmt.Sprintf("%s. The first shown: %s.", says, took(first.Took))
}
