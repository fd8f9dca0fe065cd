package game

import (
	"fmt"
	"time"

	"coderounds/game/view"
	"coderounds/quiz"
)

// Slipping is the scene of the cards that keep slipping: each beside what it is taken for, with what sets the two apart.
// Asking them more often has not helped; looking at the pair may.
type Slipping struct {
	desk  *Desk
	back  Scene
	slips []slip
	more  int // that are not shown
}

// slippingMost is how many are shown: who has more has enough to look at.
const slippingMost = 12

// NewSlipping opens the scene.
func NewSlipping(desk *Desk, back Scene, now time.Time) *Slipping {
	leeches := desk.Journal.Memory().Leeches()
	shown := leeches[:min(len(leeches), slippingMost)]
	return &Slipping{desk, back, desk.slips(shown, today(now)), len(leeches) - len(shown)}
}

// Update implements [Scene].
func (s *Slipping) Update(in Input) Scene {
	for _, e := range in.Events {
		if next := dropped(s.desk, e, s); next != nil {
			return next
		}
		var n int
		switch {
		case e.Kind == view.Back, e.Kind == view.Press && e.ID == "back":
			return s.back
		case e.Kind == view.Press && e.ID == "practise":
			plan := s.desk.plan(0)
			plan.Worth = quiz.NewSlipping(s.desk.Journal.Memory())
			return NewRound(s.desk, plan, in.Now)
		case e.Kind == view.Press && scan(e.ID, "slipping/%d", &n) && n < len(s.slips):
			return NewLookup(s.desk, s, s.slips[n].right.code)
		}
	}
	return s
}

// View implements [Scene].
func (s *Slipping) View() view.Part {
	p := page("slipping", slippingTitle, head(across(12, button("back", "Back"), heading(slippingTitle, view.Title))))
	if len(s.slips) == 0 {
		p.Children = append(p.Children, text(fmt.Sprintf("Nothing does. A card stands here once it was forgotten on %d days.", quiz.LeechLapses)))
		return p
	}
	p.Children = append(p.Children, text(fmt.Sprintf("Each was known, and forgotten on %d days or more. To ask more often does not help, "+
		"so at most two come in a round. Look at what sets each apart from what you take it for.", quiz.LeechLapses)))
	for i := range s.slips {
		p.Children = append(p.Children, s.slips[i].panel(fmt.Sprintf("slipping/%d", i)))
	}
	if s.more > 0 {
		p.Children = append(p.Children, muted("And "+number(s.more)+" more."))
	}
	practise := primary("practise", "Practise these")
	practise.State |= view.Wanted
	p.Children = append(p.Children, foot(across(12, grow(practise))))
	return p
}

const slippingTitle = "These keep slipping"
