package game

import (
	"coderounds/game/view"
	"coderounds/quiz"
)

// others are the wrong options that the player did not choose, each with the reason why it is wrong; without children
// where no reason is known.
func (f *Feedback) others() view.Part {
	q := f.answer.Question
	if q.Card.Kind != quiz.Choose {
		return view.Part{}
	}
	list := view.Part{Role: view.List, Name: "Why not the others", Layout: view.Layout{Gap: 12}}
	for i, o := range q.Options {
		if o.Right || o.Reason == "" || quiz.OptionText(i) == f.answer.Response.Text {
			continue
		}
		name := text(o.Text)
		name.Style.Mono, name.Style.Bold = o.IsCode, o.IsCode
		list.Children = append(list.Children, view.Part{
			Role: view.Item, Name: o.Text + ": " + o.Reason, Layout: view.Layout{Gap: 2}, Children: []view.Part{name, muted(o.Reason)},
		})
	}
	if len(list.Children) == 0 {
		return view.Part{}
	}
	return card(12, heading(list.Name, view.Small), list)
}
