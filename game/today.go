package game

import (
	"fmt"
	"math"
	"strings"
	"time"

	"coderounds/codesets"
	"coderounds/quiz"
	"coderounds/quiz/fsrs"
)

// WorkloadSettings say how well the player wants to know what was met, and how long a day of play is.
type WorkloadSettings struct {
	// Retention is the share of the cards that come up which should still be known, 0.80 to 0.95.
	Retention float64 `json:"retention"`
	// Minutes is a day's part: no more is offered, and what is left waits.
	Minutes int `json:"minutes"`
}

// Choices of the workload scene.
var (
	retentions = [...]float64{0.80, 0.85, 0.88, 0.90, 0.92, 0.95}
	dayMinutes = [...]int{5, 10, 15, 20, 30, 45, 60}
)

func defaultWorkload() WorkloadSettings {
	return WorkloadSettings{Retention: quiz.DefaultRetention, Minutes: 15}
}

// bounded takes the nearest there is for what is out of range, and the default for what is no number.
func (w WorkloadSettings) bounded() WorkloadSettings {
	if w.Retention != w.Retention || w.Retention == 0 {
		w.Retention = quiz.DefaultRetention
	}
	w.Retention = min(max(w.Retention, retentions[0]), retentions[len(retentions)-1])
	w.Minutes = min(max(w.Minutes, dayMinutes[0]), dayMinutes[len(dayMinutes)-1])
	return w
}

// part is a day's part, with what it was reckoned from.
type part struct {
	quiz.Portion
	from partKey
}

// partKey is what a day's part depends on.
type partKey struct {
	day      quiz.Day
	answers  int
	workload WorkloadSettings
	model    fsrs.Model
	decks    quiz.Deck  // the last one, made anew with any other
	worth    quiz.Worth // nil without an exam
}

// plan is how a round is composed, of one book or of all.
func (d *Desk) plan(system codesets.System) quiz.Plan {
	return quiz.Plan{Length: d.Settings.Length, System: system}
}

// nextRound is the plan of the next round of a day: what is left of the day's part, but no longer than the settings say. Who
// has done their part can go on with a whole round.
func (d *Desk) nextRound(now time.Time) quiz.Plan {
	p := d.plan(0)
	if left := d.portion(now).Questions; left > 0 {
		p = d.toward(p, today(now))
		p.Length = min(p.Length, left)
	}
	return p
}

// portion is what is left of a day's part. It is reckoned anew only when something has changed.
func (d *Desk) portion(now time.Time) quiz.Portion {
	decks, memory := d.Decks(), d.Journal.Memory()
	key := partKey{
		day: today(now), answers: len(d.Journal.Reviews()), workload: d.Settings.Workload, model: memory.Model(),
		decks: decks[len(decks)-1], worth: d.toward(quiz.Plan{}, today(now)).Worth,
	}
	if d.part.from != key {
		left := float64(key.workload.Minutes) - memory.Spent(key.day)
		d.part = part{d.toward(d.plan(0), key.day).Portion(decks, memory, key.day, left), key}
	}
	return d.part.Portion
}

// says are the heading and the line about a day's part. What waits is no debt, so it is not counted out.
func (d *Desk) says(now time.Time) (title, line string) {
	p, memory, day := d.portion(now), d.Journal.Memory(), today(now)
	ahead := strings.TrimPrefix(d.examSays(now)+" ", " ")
	title = fmt.Sprintf("Today: %s, %s", counted(whole(p.Minutes), "minute", "minutes"), counted(p.Questions, "question", "questions"))
	keeps := p.Questions - p.Fresh
	switch {
	case p.Questions == 0 && memory.Answered(day) > 0:
		title = "Today’s part is done"
		line = fmt.Sprintf("%s in %s. More is welcome, and never owed.", counted(memory.Answered(day), "answer", "answers"),
			counted(whole(memory.Spent(day)), "minute", "minutes"))
		return title, ahead + line
	case p.Questions == 0 && ahead != "":
		return "Nothing to ask today", ahead + "What could still be asked would hardly help you there. A round is as on any day."
	case p.Questions == 0:
		return "Nothing to ask today", "Load codes or questions in the settings."
	case keeps == 0 && p.Waiting == 0:
		line = "Nothing is due: this is all new."
		if ahead != "" {
			line = "All of it is new."
		}
	case p.Fresh == 0:
		line = "To keep what you know."
	default:
		line = fmt.Sprintf("%s to keep what you know, %s new.", number(keeps), number(p.Fresh))
	}
	if p.Waiting > 0 {
		line += " The rest waits without harm."
	}
	if n := memory.Answered(day); n > 0 {
		line = fmt.Sprintf("%s so far. %s", counted(n, "answer", "answers"), line)
	}
	return title, ahead + line
}

// whole is minutes for the eye, at least one.
func whole(minutes float64) int { return max(1, int(math.Round(minutes))) }
