package game

import (
	"fmt"
	"time"

	"coderounds/game/view"
	"coderounds/quiz"
)

// Summary is the scene at the end of a round: what was learned first.
type Summary struct {
	desk   *Desk
	sum    quiz.Summary
	passed error // why a card was passed over, or nil
	slips  []slip
	// tomorrow is tomorrow's part.
	tomorrow quiz.Portion
	best     string // a personal best, in words, or ""
}

// NewSummary returns the summary of a round, after which the memory model may be fitted.
func NewSummary(desk *Desk, round *quiz.Round, now time.Time) *Summary {
	desk.fitWhenDue(now)
	day := today(now)
	return &Summary{
		desk: desk, sum: round.Summary(), passed: round.Err(), slips: desk.slipped(round, day),
		tomorrow: desk.toward(desk.plan(0), day+1).Portion(desk.Decks(), desk.Journal.Memory(), day+1, float64(desk.Settings.Workload.Minutes)),
		best:     personalBest(desk, len(round.Answers()), day),
	}
}

// Waiting implements [Waiter]: the memory model has been fitted.
func (s *Summary) Waiting() bool { return s.desk.fitReady() }

// Update implements [Scene].
func (s *Summary) Update(in Input) Scene {
	s.desk.takeFit()
	for _, e := range in.Events {
		if next := dropped(s.desk, e, s); next != nil {
			return next
		}
		var n int
		switch {
		case e.Kind == view.Back, e.Kind == view.Press && e.ID == "home":
			return NewHome(s.desk, in.Now)
		case e.Kind == view.Press && e.ID == "another":
			return NewRound(s.desk, s.desk.nextRound(in.Now), in.Now)
		case e.Kind == view.Press && e.ID == "slipping":
			return NewSlipping(s.desk, s, in.Now)
		case e.Kind == view.Press && scan(e.ID, "again/%d", &n) && n < len(s.sum.Again):
			return NewLookup(s.desk, s, s.sum.Again[n].Code)
		}
	}
	return s
}

// View implements [Scene].
func (s *Summary) View() view.Part {
	title := "Round done"
	if s.sum.Asked > 0 && s.sum.Right == s.sum.Asked {
		title = "Everything right"
	}
	says := fmt.Sprintf("%d of %s right, in %s.", s.sum.Right, counted(s.sum.Asked, "question", "questions"), spoken(s.sum.Took))
	status := view.Part{Role: view.Status, Name: says, Cue: "done"}
	top := down(8, heading(title, view.Display), status)
	if s.best != "" {
		top.Children = append(top.Children, view.Part{Role: view.Text, Name: s.best, Style: view.Style{Tone: view.ToneRight, Bold: true}})
	}
	p := page("summary", title, top)
	if len(s.sum.Learned) > 0 {
		p.Children = append(p.Children, s.learned())
	}
	if len(s.sum.Again) > 0 {
		p.Children = append(p.Children, s.again())
	}
	if len(s.slips) > 0 {
		p.Children = append(p.Children, slipCard(s.slips))
	}
	p.Children = append(p.Children, s.books())
	if s.passed != nil {
		p.Children = append(p.Children, muted("A card was passed over: "+sentence(s.passed)))
	}
	p.Children = append(p.Children, muted(fmt.Sprintf("Tomorrow: %s, %s.", counted(whole(s.tomorrow.Minutes), "minute", "minutes"),
		counted(s.tomorrow.Questions, "question", "questions"))), s.actions())
	return p
}

// books are bars of accuracy.
func (s *Summary) books() view.Part {
	c := card(12, heading("By book", view.Small))
	for _, t := range s.sum.Books {
		name := view.Part{
			Role: view.Text, Name: book(t.System), Style: view.Style{Tone: tone(t.System), Bold: true, Size: view.Small},
			Layout: view.Layout{Width: 132},
		}
		share := float64(t.Right) / float64(max(t.Asked, 1))
		n := muted(fmt.Sprintf("%d of %d", t.Right, t.Asked))
		n.Layout = view.Layout{Width: 72, Justify: view.End}
		c.Children = append(c.Children, across(12, name, grow(progress(book(t.System)+" right", share, tone(t.System))), n))
	}
	return c
}

// again lists what was missed, to be looked at once more.
func (s *Summary) again() view.Part {
	c := card(4, heading("To look at again", view.Small))
	for i, q := range s.sum.Again[:min(len(s.sum.Again), againMost)] {
		c.Children = append(c.Children, s.row(fmt.Sprintf("again/%d", i), q))
	}
	if more := len(s.sum.Again) - againMost; more > 0 {
		c.Children = append(c.Children, muted("And "+number(more)+" more. All come back tomorrow."))
	}
	return c
}

// How many questions are listed of those learned and of those missed.
const (
	learnedMost = 6
	againMost   = 3
)

func (s *Summary) learned() view.Part {
	c := card(4, heading("Learned", view.Small))
	for _, q := range s.sum.Learned[:min(len(s.sum.Learned), learnedMost)] {
		c.Children = append(c.Children, s.row("", q))
	}
	return c
}

// row is a question in a line: the code and its title, or the question and its answer. With an id and a code it can be pressed.
func (s *Summary) row(id string, q quiz.Question) view.Part {
	line := view.Part{Role: view.Item, Layout: view.Layout{Axis: view.Across, Gap: 12, Pad: 4, Align: view.Center, MinH: 40}}
	title := q.Text
	set := s.desk.Library.Set(q.Card.System)
	if q.Code != "" && set != nil {
		shown := code(q.Card.System.Format(q.Code), view.Body)
		shown.Style.Tone = tone(q.Card.System)
		shown.Layout.Width = 84
		line.Children = append(line.Children, shown)
		if at, ok := set.Find(q.Code); ok {
			title = set.Title(at)
		}
		line.ID = id
		line.Name = q.Card.System.Format(q.Code) + " "
		line.Name += title
		line.Children = append(line.Children, grow(text(title)))
		return line
	}
	line.Name = title + " " + q.Answer()
	line.Children = append(line.Children, grow(down(0, text(title), muted(book(q.Card.System)+": "+q.Answer()))))
	return line
}

func (s *Summary) actions() view.Part {
	home := primary("home", "Done")
	home.State |= view.Wanted
	return foot(across(12, grow(button("another", "Another round", "r")), grow(home)))
}

// spoken is a duration in minutes and seconds.
func spoken(d time.Duration) string {
	d = d.Round(time.Second)
	if d < time.Minute {
		return counted(int(d.Seconds()), "second", "seconds")
	}
	return fmt.Sprintf("%d min %d s", int(d.Minutes()), int(d.Seconds())%60)
}
