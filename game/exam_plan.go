package game

import (
	"fmt"
	"strings"
	"time"

	"coderounds/codesets"
	"coderounds/game/view"
	"coderounds/quiz/exam"
)

// plan is what the plan comes to, or that it is being made.
func (s *ExamDay) plan() view.Part {
	key, _ := s.desk.preparingFrom(s.now)
	e := &s.desk.exam
	switch {
	case e.from != key || !e.done:
		return card(8, heading("Your plan", view.Large), view.Part{Role: view.Status, Name: "It is being worked out."})
	case e.Cards() == 0:
		return card(8, heading("Your plan", view.Large), text("No card that is loaded is asked in this exam. Choose another mix, or load a book."))
	}
	f := e.Forecast()
	part := s.desk.portion(s.now)
	today := fmt.Sprintf("%s in %s: %s to keep, %s new.", counted(part.Questions, "question", "questions"),
		counted(whole(part.Minutes), "minute", "minutes"), number(part.Questions-part.Fresh), number(part.Fresh))
	switch part.Questions {
	case 0:
		today = "Your part is done."
	case part.Fresh:
		today = fmt.Sprintf("%s in %s, all new.", counted(part.Questions, "question", "questions"), counted(whole(part.Minutes), "minute", "minutes"))
	}
	start := primary("start", "Start round")
	fig := s.course(f)
	fig.More = []view.Part{text("Today: " + today), text(moreSays(f))}
	if says := s.away(); says != "" {
		fig.More = append(fig.More, muted(says))
	}
	c := s.open.card(fig)
	c.Children = append(c.Children, start)
	return c
}

// course is the share known from today to the exam day, with its bounds.
func (s *ExamDay) course(f exam.Forecast) figure {
	known := view.Series{Name: "Known", Tone: view.Accent}
	c := view.Chart{Kind: view.Lines, Most: 100, Unit: "%"}
	var rows [][]string
	day := today(s.now)
	for i, p := range f.Days {
		on := min(i*f.Step, int(s.desk.exam.from.exam-day))
		date := dateOf(s.desk.exam.from.day).AddDate(0, 0, on)
		name := ""
		switch {
		case i == 0:
			name = "Today"
		case i == len(f.Days)-1:
			name = "Exam"
		case date.Weekday() == time.Monday && i > 2 && i < len(f.Days)-3:
			name = date.Format("2 Jan")
		}
		c.X = append(c.X, name)
		known.Values = append(known.Values, 100*p.Share)
		known.Low, known.High = append(known.Low, 100*p.Low), append(known.High, 100*p.High)
		rows = append(rows, []string{date.Format("Mon 2 January"), percent(p.Share), fmt.Sprintf("%.0f–%.0f %%", 100*p.Low, 100*p.High)})
	}
	c.Series = []view.Series{known}
	return figure{
		ID: "course", Title: "Your plan", Chart: c, Table: table("Expected to be known", []string{"Day", "Known", "Likely"}, rows...),
		Says: fmt.Sprintf("On the exam day you will know about %s of what it asks, likely from %.0f to %.0f %%. %s %s.",
			percent(f.Share), 100*f.Low, 100*f.High, s.basis(), percent(f.Days[0].Share)),
	}
}

// basis says what today's share rests on: before the first answer it is a guess.
func (s *ExamDay) basis() string {
	if s.desk.Journal.Memory().Known() == 0 {
		return "You have answered nothing yet, so where you stand today is a guess:"
	}
	return "Today it is"
}

// moreSays is what ten minutes more would give.
func moreSays(f exam.Forecast) string {
	points := 100 * f.More
	if points < 0.5 {
		return "Ten minutes more a day would hardly change it."
	}
	return fmt.Sprintf("Ten minutes more a day would add about %s.", counted(int(points+0.5), "point", "points"))
}

// away says that days were missed, without blame.
func (s *ExamDay) away() string {
	practised, days := s.desk.exam.Practised()
	if practised == days {
		return ""
	}
	return fmt.Sprintf("You played on %d of the last %s, and the plan counts on that. It starts from today.", practised, counted(days, "day", "days"))
}

// which is the choice of an exam, with what is known of it.
func (s *ExamDay) which() view.Part {
	chosen := s.desk.Settings.Exam.blueprint(s.blueprints)
	var buttons []view.Part
	for _, b := range s.blueprints {
		buttons = append(buttons, pick("blueprint/"+b.ID, b.Name, b.ID == chosen.ID))
	}
	c := card(16, picks("What it asks", buttons...), text(chosen.Title+"."))
	if facts := factsOf(chosen); facts != "" {
		c.Children = append(c.Children, text(facts))
	}
	if chosen.ID == exam.OwnMix {
		c.Children = append(c.Children, s.mix(chosen))
	} else {
		var books []string
		for _, part := range chosen.Parts {
			if system, known := codesets.SystemByKey(part.System); known {
				books = append(books, system.String())
			}
		}
		c.Children = append(c.Children, muted("Books: "+strings.Join(books, ", ")+"."))
	}
	if chosen.Note != "" {
		c.Children = append(c.Children, muted(chosen.Note))
	}
	if chosen.Source != "" {
		c.Children = append(c.Children, muted(fmt.Sprintf("Source: %s, checked %s.", chosen.Source, chosen.Checked)))
	}
	return c
}

// factsOf is the size of an exam, where it is known.
func factsOf(b exam.Blueprint) string {
	if b.Questions == 0 || b.Minutes == 0 {
		return ""
	}
	return fmt.Sprintf("%s in %s.", counted(b.Questions, "question", "questions"), counted(b.Minutes, "minute", "minutes"))
}

// size is how much there is of the book of a part; before the work on the plan has begun, as much as of any other.
func (s *ExamDay) size(p exam.Part) float64 {
	if s.desk.exam.Preparation == nil {
		return 1
	}
	system, _ := codesets.SystemByKey(p.System)
	return s.desk.exam.Size(system)
}

// mix is a row for each book with its share, which follows from its weight and its cards.
func (s *ExamDay) mix(b exam.Blueprint) view.Part {
	rows := down(8)
	sum := 0.0
	for _, part := range b.Parts {
		sum += part.Weight * s.size(part)
	}
	for _, part := range b.Parts {
		system, _ := codesets.SystemByKey(part.System)
		less, more := named(button("less/"+part.System, "−"), "Less of "+system.String()), named(button("more/"+part.System, "+"), "More of "+system.String())
		if part.Weight == 0 {
			less.State |= view.Disabled
		}
		if part.Weight == mixMost {
			more.State |= view.Disabled
		}
		share := 0.0
		if sum > 0 {
			share = part.Weight * s.size(part) / sum
		}
		name := view.Part{Role: view.Text, Name: system.String(), Style: view.Style{Tone: tone(system), Bold: true}, Layout: view.Layout{Grow: 1}}
		much := view.Part{Role: view.Text, Name: percent(share), Layout: view.Layout{Width: 56, Justify: view.End}}
		rows.Children = append(rows.Children, across(8, name, much, less, more))
	}
	return rows
}
