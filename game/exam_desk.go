package game

import (
	"fmt"
	"time"

	"coderounds/quiz"
	"coderounds/quiz/exam"
	"coderounds/quiz/fsrs"
)

// preparing is the player's plan for the exam, or the work on it, with what it is made from.
type preparing struct {
	*exam.Preparation
	from preparingKey
	done bool
}

// preparingKey is what a plan depends on. Cards may change after: a plan takes them as they stand.
type preparingKey struct {
	day, exam quiz.Day
	minutes   int
	blueprint string
	memory    *quiz.Memory
	model     fsrs.Model
	decks     quiz.Deck // the last one, made anew with any other
}

// examAhead is the exam's day, and the days until then; ahead is false when there is none or it is here.
func (d *Desk) examAhead(now time.Time) (day quiz.Day, left int, ahead bool) {
	day, set := d.Settings.Exam.day()
	left = int(day - today(now))
	return day, left, set && left > 0
}

// preparingFrom is what a plan of now would be made from.
func (d *Desk) preparingFrom(now time.Time) (key preparingKey, ahead bool) {
	day, _, ahead := d.examAhead(now)
	if !ahead {
		return preparingKey{}, false
	}
	decks, memory := d.Decks(), d.Journal.Memory()
	return preparingKey{
		day: today(now), exam: day, minutes: d.Settings.Workload.Minutes, memory: memory, model: memory.Model(),
		blueprint: d.Settings.Exam.Blueprint + fmt.Sprint(d.Settings.Exam.Mix), decks: decks[len(decks)-1],
	}, true
}

// prepareWaits tells whether there is work on the plan left.
func (d *Desk) prepareWaits(now time.Time) bool {
	key, ahead := d.preparingFrom(now)
	return ahead && (d.exam.from != key || !d.exam.done)
}

// prepare does a frame's part of the work on the plan, which begins anew when something it was made from has changed.
// Without an exam ahead there is none.
func (d *Desk) prepare(now time.Time) {
	key, ahead := d.preparingFrom(now)
	if !ahead {
		d.exam = preparing{}
		return
	}
	if d.exam.from != key {
		blueprints, err := exam.Blueprints()
		if err != nil { // a mistake in our own file, which a test would find
			d.Notices = append(d.Notices, sentence(err))
			d.Settings.Exam = ExamSettings{}
			return
		}
		d.exam = preparing{exam.Prepare(exam.Occasion{
			Decks: d.Decks(), Memory: key.memory, Reviews: d.Journal.Reviews(), Blueprint: d.Settings.Exam.blueprint(blueprints),
			Today: key.day, Exam: key.exam, Minutes: float64(key.minutes),
		}), key, false}
		return
	}
	d.exam.done = d.exam.done || !d.exam.Step()
}

// toward has a round of a day asked for by what it is worth for the exam, where there is one ahead and the plan is ready.
func (d *Desk) toward(p quiz.Plan, on quiz.Day) quiz.Plan {
	if day, set := d.Settings.Exam.day(); set && on < day && d.exam.Preparation != nil && d.exam.from.exam == day && d.exam.Ready() {
		p.Worth = d.exam.Preparation
	}
	return p
}

// examSays is the exam in a few words, for the day's card: "" when there is none.
func (d *Desk) examSays(now time.Time) string {
	_, left, ahead := d.examAhead(now)
	if !ahead {
		return ""
	}
	return fmt.Sprintf("Exam %s.", inDays(left))
}

// inDays names a day ahead.
func inDays(days int) string {
	if days == 1 {
		return "tomorrow"
	}
	return "in " + counted(days, "day", "days")
}

// backBefore says when a card that was just answered comes again while an exam is ahead.
func (d *Desk) backBefore(c quiz.Card, now time.Time) string {
	_, left, _ := d.examAhead(now)
	switch {
	case d.exam.Preparation != nil && !d.exam.Asks(c.ID):
		return "Back after your exam, which does not ask for it."
	case left <= 1:
		return "Not again before your exam."
	}
	return "Back before your exam, if that still helps."
}
