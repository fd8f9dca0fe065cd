package game

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"coderounds/game/view"
	"coderounds/quiz"
	"coderounds/quiz/exam"
)

// ExamDay is the scene in which the player says when the exam is, and sees what a plan until then comes to.
type ExamDay struct {
	desk       *Desk
	back       Scene
	now        time.Time
	blueprints []exam.Blueprint
	typed      string // in the date field
	says       string // what is wrong with it
	open       figures
}

// NewExamDay opens the scene. Answers given since the plan was made are taken in.
func NewExamDay(desk *Desk, back Scene, now time.Time) *ExamDay {
	s := &ExamDay{desk: desk, back: back, now: now, typed: desk.Settings.Exam.Date}
	s.blueprints, _ = exam.Blueprints() // its error is that of [Desk.prepare]
	desk.exam = preparing{}
	return s
}

// Waiting implements [Waiter]: the plan is being worked out, or the settings are being saved.
func (s *ExamDay) Waiting() bool { return s.desk.prepareWaits(s.now) || s.desk.saving != nil }

// Update implements [Scene].
func (s *ExamDay) Update(in Input) Scene {
	s.now = in.Now
	_ = s.desk.saved() // a failure is a notice
	for _, e := range in.Events {
		if next := dropped(s.desk, e, s); next != nil {
			return next
		}
		switch {
		case e.Kind == view.Back, e.Kind == view.Press && e.ID == "back":
			if h, ok := s.back.(*Home); ok {
				h.now = in.Now
			}
			return s.back
		case e.Kind == view.Press && e.ID == "start":
			return NewRound(s.desk, s.desk.nextRound(in.Now), in.Now)
		case e.Kind == view.Press && !s.open.press(e.ID):
			s.press(e.ID)
		case e.Kind == view.Edit && e.ID == "date":
			s.edit(e.Text)
		}
	}
	s.desk.prepare(in.Now)
	return s
}

// farthest is how many days an exam may be away.
const farthest = 365

// edit takes a date in as it is typed.
func (s *ExamDay) edit(typed string) {
	s.typed, s.says = typed, ""
	if len(typed) < len(time.DateOnly) {
		return
	}
	date, err := time.Parse(time.DateOnly, typed)
	if err != nil {
		s.says = "That is no date. Write year, month and day, as in " + dateOf(today(s.now)+30).Format(time.DateOnly) + "."
		return
	}
	s.set(quiz.Day(date.Unix() / (24 * 60 * 60)))
}

// set makes a day the exam's, if it is ahead and not too far.
func (s *ExamDay) set(day quiz.Day) {
	switch left := int(day - today(s.now)); {
	case left < 1:
		s.says = "That day is not ahead. Choose tomorrow or later."
		return
	case left > farthest:
		s.says = "That is more than a year ahead. Choose a day within a year."
		return
	}
	s.says = ""
	s.desk.Settings.Exam.setDay(day)
	s.typed = s.desk.Settings.Exam.Date
	s.desk.save()
}

// usually is how many days ahead an exam is at first.
const usually = 30

func (s *ExamDay) press(id string) {
	e := &s.desk.Settings.Exam
	var n int
	switch {
	case id == "set", id == "move":
		s.set(today(s.now) + usually)
		return
	case strings.HasPrefix(id, "by/"):
		by, err := strconv.Atoi(strings.TrimPrefix(id, "by/"))
		if day, set := e.day(); set && err == nil {
			s.set(day + quiz.Day(by))
		}
		return
	case id == "remove":
		e.Date, s.typed, s.says = "", "", ""
	case strings.HasPrefix(id, "blueprint/"):
		e.Blueprint = strings.TrimPrefix(id, "blueprint/")
	case scan(id, "minutes/%d", &n) && n < len(dayMinutes):
		s.desk.Settings.Workload.Minutes = dayMinutes[n]
	case !s.pressMix(id):
		return
	}
	s.desk.save()
}

// pressMix gives a book of the player's own mix more weight or less, if the id is that of such a button.
func (s *ExamDay) pressMix(id string) bool {
	for _, p := range s.desk.Settings.Exam.blueprint(s.blueprints).Parts {
		switch id {
		case "less/" + p.System:
			s.desk.Settings.Exam.weigh(p.System, int(p.Weight)-1)
			return true
		case "more/" + p.System:
			s.desk.Settings.Exam.weigh(p.System, int(p.Weight)+1)
			return true
		}
	}
	return false
}

// View implements [Scene].
func (s *ExamDay) View() view.Part {
	p := page("exam", "Exam day", head(across(12, button("back", "Back"), heading("Exam day", view.Title))))
	day, set := s.desk.Settings.Exam.day()
	left := int(day - today(s.now))
	switch {
	case !set:
		p.Children = append(p.Children, s.unset())
	case left <= 0:
		p.Children = append(p.Children, s.gone(day, left))
	default:
		p.Children = append(p.Children, s.when(day, left), s.plan(), s.minutes(), s.which(), s.remove())
	}
	return p
}

// unset offers to set a day.
func (s *ExamDay) unset() view.Part {
	first := primary("set", "My exam is in "+counted(usually, "day", "days"))
	first.State |= view.Wanted
	return card(20, down(8, heading("When is your exam?", view.Large),
		text("Set its day, and rounds ask what brings you most by then: much that is new at first, what is weak in the last days, "+
			"and nothing on the day itself.")), s.field(), first)
}

// field is where the day is typed, with what is wrong with it.
func (s *ExamDay) field() view.Part {
	p := down(8, muted("Day of the exam: year, month, day"), view.Part{
		Role: view.Field, ID: "date", Name: "Day of the exam", Value: s.typed, Hint: dateOf(today(s.now) + usually).Format(time.DateOnly),
		Style: view.Style{Fill: view.Sunk, Border: true, Mono: true}, Layout: view.Layout{MinH: 48},
	})
	if s.says != "" {
		p.Children = append(p.Children, view.Part{Role: view.Status, Name: s.says})
	}
	return p
}

// gone is for the exam day and after.
func (s *ExamDay) gone(day quiz.Day, left int) view.Part {
	title, says := "The day has come", "Nothing is planned for today. All the best."
	if left < 0 {
		title = "Your exam was " + dayName(today(s.now), day)
		says = "However it went, what you learned is yours and is kept up from here as on any day. Is there another one ahead?"
	}
	move := primary("move", "Set a day "+counted(usually, "day", "days")+" ahead")
	move.State |= view.Wanted
	return card(20, down(8, heading(title, view.Large), text(says)), s.field(), move, button("remove", "Remove the exam"))
}

// when is the day, and how to move it.
func (s *ExamDay) when(day quiz.Day, left int) view.Part {
	title := strings.ToUpper(inDays(left)[:1]) + inDays(left)[1:]
	return card(16, down(4, heading(title, view.Large), muted(dateOf(day).Format("Monday 2 January 2006"))), s.field(), picks("Move it by days",
		named(button("by/-7", "−7"), "A week earlier"), named(button("by/-1", "−1"), "A day earlier"),
		named(button("by/1", "+1"), "A day later"), named(button("by/7", "+7"), "A week later")))
}

// named gives a button a name for the ear that is not the one for the eye.
func named(b view.Part, name string) view.Part {
	b.Name = name
	return b
}

func (s *ExamDay) minutes() view.Part {
	var buttons []view.Part
	for i, n := range dayMinutes {
		buttons = append(buttons, pick(fmt.Sprintf("minutes/%d", i), fmt.Sprint(n), s.desk.Settings.Workload.Minutes == n))
	}
	return card(16, picks("Minutes a day", buttons...))
}

func (s *ExamDay) remove() view.Part {
	return view.Part{Layout: view.Layout{Align: view.Start}, Children: []view.Part{quiet("remove", "Remove the exam")}}
}
