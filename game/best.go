package game

import (
	"fmt"

	"coderounds/quiz"
)

// rowLeast is how many right answers in a row are worth a word, and weekDays of how many days in a row a longest row is
// told of.
const (
	rowLeast = 15
	weekDays = 7
)

// personalBest says in what a round beat all before it, or "". It is the one place for an exclamation mark.
func personalBest(desk *Desk, answers int, day quiz.Day) string {
	reviews := desk.Journal.Reviews()
	before := reviews[:max(0, len(reviews)-answers)]
	if row := quiz.LongestRow(reviews); row >= rowLeast && row > quiz.LongestRow(before) {
		return fmt.Sprintf("Personal best: %d right in a row!", row)
	}
	if desk.Settings.Streak.Off || len(before) > 0 && quiz.DayOf(before[len(before)-1].Time) == day {
		return "" // the row of days was told of after the day's first round
	}
	if row := desk.Journal.Memory().Streak(day); row.Days == row.Best && row.Days%weekDays == 0 && row.Days > 0 {
		return fmt.Sprintf("Personal best: %d days in a row!", row.Days)
	}
	return ""
}
