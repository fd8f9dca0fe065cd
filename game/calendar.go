package game

import (
	"fmt"
	"math"
	"time"

	"coderounds/game/view"
	"coderounds/quiz"
)

// StreakSettings are what the player chose about the row of days.
type StreakSettings struct {
	// Off leaves it out everywhere.
	Off bool `json:"off,omitempty"`
}

// calendarWeeks is how far back the calendar of days goes.
const calendarWeeks = 26

// calendar is a tile for each day of half a year, the fuller the more was answered, and the row of days.
func (s *Statistics) calendar() view.Part {
	memory, day := s.desk.Journal.Memory(), today(s.now)
	first := mondayOf(day) - 7*(calendarWeeks-1)
	played, week := 0, 0
	for d := first; d <= day; d++ {
		if memory.Answered(d) > 0 {
			played++
			if d > day-7 {
				week++
			}
		}
	}
	says := fmt.Sprintf("You played on %d of the last 7 days", week)
	if played > week {
		says += fmt.Sprintf(", and on %s in half a year", counted(played, "day", "days"))
	}
	says += "."
	fig := figure{ID: "days", Title: "Days", Says: says, Chart: calendarChart(memory, first, day), Table: calendarTable(memory, first, day)}
	fig.More = []view.Part{s.streak(memory, day)}
	return s.open.card(fig)
}

// mondayOf is the first day of a day's week. Day 0 was a Thursday.
func mondayOf(d quiz.Day) quiz.Day { return d - quiz.Day((int(dateOf(d).Weekday())+6)%7) }

func calendarChart(memory *quiz.Memory, first, last quiz.Day) view.Chart {
	c := view.Chart{Kind: view.Heat, Unit: "answers a day", X: make([]string, calendarWeeks)}
	for row, name := range []string{"Mon", "", "Wed", "", "Fri", "", ""} {
		line := view.Series{Name: name, Tone: view.ToneRight}
		for w := range calendarWeeks {
			d := first + quiz.Day(7*w+row)
			n := float64(memory.Answered(d))
			if d > last {
				n = math.NaN()
			}
			line.Values = append(line.Values, n)
			if date := dateOf(d); date.Day() == 1 {
				c.X[w] = date.Format("Jan")
			}
		}
		c.Series = append(c.Series, line)
	}
	if c.X[1] == "" && c.X[2] == "" {
		c.X[0] = dateOf(first).Format("Jan")
	}
	return c
}

func calendarTable(memory *quiz.Memory, first, last quiz.Day) view.Part {
	var rows [][]string
	for monday := mondayOf(last); monday >= first; monday -= 7 {
		days, answers := 0, 0
		for d := monday; d < monday+7; d++ {
			if n := memory.Answered(d); n > 0 {
				days, answers = days+1, answers+n
			}
		}
		rows = append(rows, []string{dateOf(monday).Format("2 January 2006"), number(days), number(answers)})
	}
	return table("Days by week", []string{"Week from", "Days", "Answers"}, rows...)
}

// streak is the row of days in words, and its switch.
func (s *Statistics) streak(memory *quiz.Memory, day quiz.Day) view.Part {
	if s.desk.Settings.Streak.Off {
		return view.Part{Layout: view.Layout{Align: view.Start}, Children: []view.Part{link("streak", "Count days in a row")}}
	}
	row, out := memory.Streak(day), link("streak", "Leave out")
	out.Name = "Leave days in a row out"
	return across(16, grow(down(2, text(rowSays(row)), muted(freezesSay(row)))), out)
}

func rowSays(row quiz.Streak) string {
	switch {
	case row.Days == 0:
		return "No row of days is under way: a round today begins one."
	case row.Days == row.Best:
		return fmt.Sprintf("%s in a row, your longest.", counted(row.Days, "day", "days"))
	}
	return fmt.Sprintf("%s in a row. Your longest: %d.", counted(row.Days, "day", "days"), row.Best)
}

func freezesSay(row quiz.Streak) string {
	says := "No freeze is left: a day missed ends the row. Seven days played earn one."
	if row.Freezes > 0 {
		says = fmt.Sprintf("%s left: a day missed does not end the row.", counted(row.Freezes, "freeze", "freezes"))
	}
	if row.Frozen > 0 {
		says = fmt.Sprintf("%s missed in it. %s", counted(row.Frozen, "day", "days"), says)
	}
	return says
}

// forecast is how many cards are due on each of the days to come.
func (s *Statistics) forecast() view.Part {
	due, day := s.survey.Due(), today(s.now)
	c := view.Chart{Kind: view.Bars, Series: []view.Series{{Name: "Due", Tone: view.Accent}}}
	rows := make([][]string, 0, len(due))
	for i, n := range due {
		on := day + quiz.Day(i)
		c.Series[0].Values = append(c.Series[0].Values, float64(n))
		name := ""
		switch date := dateOf(on); {
		case i == 0:
			name = "Today"
		case date.Weekday() == time.Monday && i > 2:
			name = date.Format("2 Jan")
		}
		c.X = append(c.X, name)
		rows = append(rows, []string{dateOf(on).Format("Mon 2 January"), number(n)})
	}
	says := dueSays(due, day)
	if says == "" {
		return card(8, heading("Due", view.Large), text("No card is due in the next 30 days. Each card that you answer comes back on a day of its own."))
	}
	return s.open.card(figure{ID: "due", Title: "Due", Says: says, Chart: c, Table: table("Cards due", []string{"Day", "Cards"}, rows...)})
}

// dueSays tells of the days ahead in words; "" when nothing is due. What waits today is no debt: it is not counted out.
func dueSays(due []int, day quiz.Day) string {
	total, most := 0, 1
	for i, n := range due {
		total += n
		if i > 0 && n > due[most] {
			most = i
		}
	}
	switch {
	case total == 0:
		return ""
	case total < len(due):
		return fmt.Sprintf("%s back in the next 30 days.", counted(total, "card comes", "cards come"))
	}
	says := fmt.Sprintf("About %s a day in the next 30 days; of the days ahead the most, %s, %s.",
		counted((total+len(due)/2)/len(due), "card", "cards"), number(due[most]), dayName(day, day+quiz.Day(most)))
	if due[0] > due[most] {
		says += " What waits today comes in portions, what is worth most first."
	}
	return says
}

// dayName names a day as seen from today.
func dayName(today, on quiz.Day) string {
	switch on - today {
	case 0:
		return "today"
	case 1:
		return "tomorrow"
	}
	return "on " + dateOf(on).Format("Monday 2 January")
}
