package game

import "coderounds/game/view"

// Leave asks whether to leave a round. Answers given are saved already, so nothing is lost by it.
type Leave struct {
	round    *Round
	feedback *Feedback // where the player was, or nil for the question
}

// Update implements [Scene].
func (l *Leave) Update(in Input) Scene {
	for _, e := range in.Events {
		switch {
		case e.Kind == view.Press && e.ID == "leave":
			if len(l.round.round.Answers()) > 0 {
				return NewSummary(l.round.desk, l.round.round, in.Now)
			}
			return NewHome(l.round.desk, in.Now)
		case e.Kind == view.Back, e.Kind == view.Press && e.ID == "stay":
			if l.feedback != nil {
				return l.feedback
			}
			return l.round
		}
	}
	return l
}

// View implements [Scene]: the page stays visible under the question.
func (l *Leave) View() view.Part {
	p := l.round.View()
	if l.feedback != nil {
		p = l.feedback.View()
	}
	stay := primary("stay", "Go on")
	stay.State |= view.Wanted
	p.Children = append(p.Children, dialog("Leave this round?", "Your answers are saved. What is left comes another time.",
		stay, button("leave", "Leave the round")))
	return p
}

// dialog asks a question over the page.
func dialog(title, says string, buttons ...view.Part) view.Part {
	return view.Part{
		Role: view.Dialog, Name: title, Style: view.Style{Fill: view.Surface, Border: true}, Layout: view.Layout{Gap: 16},
		Children: append([]view.Part{heading(title, view.Large), text(says)}, buttons...),
	}
}
