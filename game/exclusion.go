package game

import (
	"coderounds/codesets"
	"coderounds/quiz"
)

// excludes says by which Excludes1 note the code that was answered and the right one exclude each other, "" when they do not.
func (f *Feedback) excludes() string {
	set := f.round.desk.Library.Set(f.answer.Question.Card.System)
	if set == nil {
		return ""
	}
	right, ok := set.Find(f.answer.Question.Code)
	given, ok2 := set.Find(codesets.Normalize(f.givenCode()))
	if !ok || !ok2 {
		return ""
	}
	notes := set.Excludes(given, right)
	if len(notes) == 0 || notes[0].Kind != codesets.Excludes1 {
		return ""
	}
	return notes[0].String() + " " + notes[0].Advice()
}

// givenCode is the code that was answered, "" when words were chosen.
func (f *Feedback) givenCode() string {
	q, resp := f.answer.Question, f.answer.Response
	if q.Card.Kind != quiz.Choose {
		return resp.Text
	}
	for i, o := range q.Options {
		if o.IsCode && quiz.OptionText(i) == resp.Text {
			return o.Text
		}
	}
	return ""
}
