package game

import (
	"time"

	"coderounds/quiz"
	"coderounds/quiz/exam"
)

// ExamSettings are the exam that the player prepares for.
type ExamSettings struct {
	// Date is the exam's day, as 2006-01-02; "" is no exam.
	Date string `json:"date,omitempty"`
	// Blueprint is the ID of the exam's blueprint, "" for the player's own mix.
	Blueprint string `json:"blueprint,omitempty"`
	// Mix are the weights of the books in the player's own mix, from 0 to mixMost, by their keys; one that is missing
	// weighs what the blueprint says.
	Mix map[string]int `json:"mix,omitempty"`
}

// mixMost is the most that a book weighs in the player's own mix.
const mixMost = 5

// bounded forgets a date that is none, and brings weights into bounds.
func (e ExamSettings) bounded() ExamSettings {
	if _, set := e.day(); !set {
		e.Date = ""
	}
	for key, weight := range e.Mix {
		e.Mix[key] = min(max(weight, 0), mixMost)
	}
	return e
}

// day is the exam's day; set is false when there is none.
func (e ExamSettings) day() (day quiz.Day, set bool) {
	date, err := time.Parse(time.DateOnly, e.Date)
	if err != nil {
		return 0, false
	}
	return quiz.Day(date.Unix() / (24 * 60 * 60)), true
}

// setDay makes a day the exam's.
func (e *ExamSettings) setDay(day quiz.Day) { e.Date = dateOf(day).Format(time.DateOnly) }

// weight is that of a book in the player's own mix.
func (e ExamSettings) weight(p exam.Part) int {
	if weight, set := e.Mix[p.System]; set {
		return weight
	}
	return int(p.Weight)
}

// weigh sets it.
func (e *ExamSettings) weigh(key string, weight int) {
	mix := make(map[string]int, len(e.Mix)+1)
	for k, w := range e.Mix {
		mix[k] = w
	}
	mix[key] = min(max(weight, 0), mixMost)
	e.Mix = mix
}

// blueprint is the exam among all there are; the player's own mix has the weights that were chosen.
func (e ExamSettings) blueprint(all []exam.Blueprint) exam.Blueprint {
	chosen := exam.Blueprint{}
	for _, b := range all {
		if b.ID == e.Blueprint || chosen.ID == "" {
			chosen = b
		}
	}
	if chosen.ID != exam.OwnMix {
		return chosen
	}
	parts := make([]exam.Part, len(chosen.Parts))
	for i, p := range chosen.Parts {
		parts[i] = exam.Part{System: p.System, Weight: float64(e.weight(p))}
	}
	chosen.Parts = parts
	return chosen
}
