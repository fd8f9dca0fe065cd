package game

import (
	"fmt"
	"time"

	"coderounds/game/view"
	"coderounds/quiz"
)

// Workload is the scene in which the player chooses how well to know what was met, and how many minutes a day may take,
// and sees what each choice costs.
type Workload struct {
	desk *Desk
	back Scene
	now  time.Time
	open figures
	// ahead are the forecasts for [retentions], in order; those that are not reckoned yet are missing. One is made in each
	// Update, so that no frame is held.
	ahead    []quiz.Forecast
	newCards float64 // a day
}

// The days ahead that are shown, by weeks.
const (
	aheadWeeks = 13
	aheadDays  = 7 * aheadWeeks
)

// beginnersNew is how many new cards a day are reckoned with for who has not played on an earlier day.
const beginnersNew = 10

// NewWorkload opens the scene.
func NewWorkload(desk *Desk, back Scene, now time.Time) *Workload {
	w := &Workload{desk: desk, back: back, now: now}
	w.newCards = desk.Journal.Memory().NewPerDay(today(now))
	if w.newCards == 0 {
		w.newCards = beginnersNew
	}
	return w
}

// Waiting implements [Waiter]: there are forecasts to be made, or the settings are being saved.
func (w *Workload) Waiting() bool {
	return len(w.ahead) < len(retentions) || w.desk.saving != nil
}

// Update implements [Scene].
func (w *Workload) Update(in Input) Scene {
	_ = w.desk.saved() // a failure is a notice
	for _, e := range in.Events {
		if next := dropped(w.desk, e, w); next != nil {
			return next
		}
		switch {
		case e.Kind == view.Back, e.Kind == view.Press && e.ID == "back":
			return w.back
		case e.Kind == view.Press && !w.open.press(e.ID):
			w.press(e.ID)
		}
	}
	if n := len(w.ahead); n < len(retentions) {
		w.ahead = append(w.ahead, w.desk.Journal.Memory().Forecast(quiz.Outlook{
			From: today(w.now), Days: aheadDays, Retention: retentions[n], NewPerDay: w.newCards,
		}))
	}
	return w
}

func (w *Workload) press(id string) {
	settings := &w.desk.Settings.Workload
	var n int
	switch {
	case scan(id, "retention/%d", &n) && n < len(retentions) && retentions[n] != settings.Retention:
		settings.Retention = retentions[n]
		w.desk.Journal.Use(w.desk.Journal.Memory().Model(), settings.Retention)
		w.ahead = nil
	case scan(id, "minutes/%d", &n) && n < len(dayMinutes):
		settings.Minutes = dayMinutes[n]
	default:
		return
	}
	w.desk.save()
}

// chosen is the place of the retention in use among [retentions].
func (w *Workload) chosen() int {
	for i, r := range retentions {
		if w.desk.Settings.Workload.Retention <= r {
			return i
		}
	}
	return len(retentions) - 1
}

// View implements [Scene].
func (w *Workload) View() view.Part {
	p := page("workload", "How much a day", head(across(12, button("back", "Back"), heading("How much a day", view.Title))))
	p.Children = append(p.Children, w.minutes(), w.retention())
	if len(w.ahead) < len(retentions) {
		p.Children = append(p.Children, muted("What each choice costs is being reckoned."))
		return p
	}
	p.Children = append(p.Children, w.open.card(w.costs()), w.open.card(w.keeps()), w.open.card(w.weeks()), muted(fmt.Sprintf(
		"Reckoned with your own cards, your pace and the model of your memory, for %d days from today with %s a day.",
		aheadDays, counted(whole(w.newCards), "new card", "new cards"))))
	return p
}

// minutes is the row of a day's length.
func (w *Workload) minutes() view.Part {
	var buttons []view.Part
	for i, n := range dayMinutes {
		buttons = append(buttons, pick(fmt.Sprintf("minutes/%d", i), fmt.Sprint(n), w.desk.Settings.Workload.Minutes == n))
	}
	return card(16, picks("Minutes a day", buttons...),
		muted("A day’s part is what fits. What is worth most comes first; the rest waits without harm."))
}

// retention is the row of how much should still be known.
func (w *Workload) retention() view.Part {
	var buttons []view.Part
	for i, r := range retentions {
		buttons = append(buttons, pick(fmt.Sprintf("retention/%d", i), percent(r), i == w.chosen()))
	}
	return card(16, picks("Known when it comes up again", buttons...),
		muted("More means shorter gaps and more questions. 90 % suits most. All days on which cards are due follow at once."))
}

// costs is a bar for each retention: the minutes a day it takes.
func (w *Workload) costs() figure {
	settings := w.desk.Settings.Workload
	f := figure{ID: "costs", Title: "What each choice costs", Chart: view.Chart{Kind: view.Bars, Unit: "min"}}
	bars := view.Series{Name: "Minutes a day", Tone: view.Accent}
	var rows [][]string
	for i, r := range retentions {
		a := w.ahead[i]
		minutes := average(a.Minutes)
		f.Chart.X = append(f.Chart.X, percent(r))
		bars.Values = append(bars.Values, minutes)
		rows = append(rows, []string{
			percent(r), fmt.Sprintf("%.1f", minutes), fmt.Sprintf("%.0f", average(ints(a.Questions))), w.known(i, aheadDays-1),
		})
	}
	f.Chart.Series = []view.Series{bars}
	c := w.chosen()
	f.Says = fmt.Sprintf("At %s: about %s a day.", percent(retentions[c]), counted(whole(bars.Values[c]), "minute", "minutes"))
	if bars.Values[c] > float64(settings.Minutes) {
		f.Says += fmt.Sprintf(" That is more than %s: some of it will wait.", counted(settings.Minutes, "minute", "minutes"))
	}
	f.Table = table("What each choice costs", []string{"Choice", "Minutes", "Questions", "Known"}, rows...)
	return f
}

// keeps is a bar for each retention: the share known in the end of what was met by then.
func (w *Workload) keeps() figure {
	f := figure{ID: "keeps", Title: "What each choice keeps", Chart: view.Chart{Kind: view.Bars, Unit: "%", Most: 100}}
	bars := view.Series{Name: "Known", Tone: view.ToneRight}
	var rows [][]string
	for i, r := range retentions {
		last := aheadDays - 1
		f.Chart.X = append(f.Chart.X, percent(r))
		bars.Values = append(bars.Values, 100*w.ahead[i].Known[last]/float64(max(w.ahead[i].Cards[last], 1)))
		rows = append(rows, []string{percent(r), w.known(i, last), fmt.Sprintf("%.0f of %d", w.ahead[i].Known[last], w.ahead[i].Cards[last])})
	}
	f.Chart.Series = []view.Series{bars}
	f.Says = fmt.Sprintf("At %s you know %s of all cards met after %d days: more than when a card comes up, since most have not yet rested long.",
		percent(retentions[w.chosen()]), w.known(w.chosen(), aheadDays-1), aheadDays)
	f.Table = table("What each choice keeps", []string{"Choice", "Known", "Cards"}, rows...)
	return f
}

// known is the share known at the end of a day, at a retention.
func (w *Workload) known(i, day int) string {
	return percent(w.ahead[i].Known[day] / float64(max(w.ahead[i].Cards[day], 1)))
}

// weeks is a line over the weeks for the retention in use, and one for the day's part.
func (w *Workload) weeks() figure {
	a, budget := w.ahead[w.chosen()], float64(w.desk.Settings.Workload.Minutes)
	needed := view.Series{Name: "Minutes a day", Tone: view.Accent}
	yours := view.Series{Name: "Your day’s part", Tone: view.Muted}
	f := figure{ID: "weeks", Title: "The weeks ahead", Chart: view.Chart{Kind: view.Lines, Unit: "min"}}
	most := 0
	var rows [][]string
	for week := range aheadWeeks {
		days := a.Minutes[7*week : 7*week+7]
		name := w.now.AddDate(0, 0, 7*week).Format("2 Jan")
		f.Chart.X = append(f.Chart.X, name)
		needed.Values = append(needed.Values, average(days))
		yours.Values = append(yours.Values, budget)
		if needed.Values[week] > needed.Values[most] {
			most = week
		}
		rows = append(rows, []string{
			name, fmt.Sprintf("%.1f", average(days)), fmt.Sprintf("%.0f", average(ints(a.Questions[7*week:7*week+7]))),
			w.known(w.chosen(), 7*week+6),
		})
	}
	f.Chart.Series = []view.Series{yours, needed}
	f.Says = fmt.Sprintf("At %s the fullest week begins on %s, with %s a day.", percent(retentions[w.chosen()]), f.Chart.X[most],
		counted(whole(needed.Values[most]), "minute", "minutes"))
	f.Table = table("The weeks ahead", []string{"Week of", "Minutes", "Questions", "Known"}, rows...)
	return f
}

func average(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(max(len(values), 1))
}

func ints(values []int) []float64 {
	all := make([]float64, len(values))
	for i, v := range values {
		all[i] = float64(v)
	}
	return all
}

// workload is the card of the settings that leads here.
func (s *SettingsScene) workload() view.Part {
	w := s.desk.Settings.Workload
	return card(12, heading("How much a day", view.Large),
		text(fmt.Sprintf("%s a day, and %s of what comes up again still known.", counted(w.Minutes, "minute", "minutes"), percent(w.Retention))),
		wrap(8, button("workload", "Change, and see what it costs")))
}
