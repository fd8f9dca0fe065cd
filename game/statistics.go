package game

import (
	"fmt"
	"strings"
	"time"

	"coderounds/game/view"
	"coderounds/quiz"
)

// Statistics is the scene that shows what all answers come to: what is known, when the player played, how well recall is
// predicted, what is due, how codes are looked up and what is taken for what. All is worked out anew from the
// journal each time it is opened, a little at a time.
type Statistics struct {
	desk *Desk
	back Scene
	now  time.Time

	survey  *quiz.Survey
	history quiz.History
	read    int // reviews that the history has
	counted bool
	open    figures
	muddle  muddle
}

// How much is worked out between two frames: some two milliseconds of each in a browser.
const (
	cardsPerFrame   = 1 << 11
	reviewsPerFrame = 1 << 13
)

// NewStatistics opens the statistics at a time.
func NewStatistics(desk *Desk, back Scene, now time.Time) *Statistics {
	s := &Statistics{desk: desk, back: back, now: now}
	s.survey = quiz.NewSurvey(desk.Decks(), desk.Journal.Memory(), today(now))
	for range 3 { // all there is, with the starter sets and a journal of some months
		s.count()
	}
	return s
}

// count works a part out.
func (s *Statistics) count() {
	reviews := s.desk.Journal.Reviews()
	switch {
	case s.survey.Step(cardsPerFrame):
	case s.read < len(reviews):
		next := min(len(reviews), s.read+reviewsPerFrame)
		s.history.Add(reviews[s.read:next])
		s.read = next
	case s.muddle.confused == nil:
		s.muddle = newMuddle(s.desk.Journal.Memory().Confusions(), today(s.now))
	default:
		s.muddle.group()
		s.counted = true
	}
}

// Waiting implements [Waiter]: not all is worked out, or the settings are being saved.
func (s *Statistics) Waiting() bool { return !s.counted || s.desk.saving != nil }

// Update implements [Scene].
func (s *Statistics) Update(in Input) Scene {
	_ = s.desk.saved() // a failure is a notice
	if !s.counted {
		s.count()
	}
	for _, e := range in.Events {
		if next := dropped(s.desk, e, s); next != nil {
			return next
		}
		switch {
		case e.Kind == view.Back, e.Kind == view.Press && e.ID == "back":
			return s.leave(in.Now)
		case e.Kind == view.Press:
			if next := s.press(e.ID, in.Now); next != nil {
				return next
			}
		}
	}
	return s
}

func (s *Statistics) leave(now time.Time) Scene {
	if h, ok := s.back.(*Home); ok {
		h.now = now
	}
	return s.back
}

func (s *Statistics) press(id string, now time.Time) Scene {
	var n int
	switch {
	case s.open.press(id):
	case id == "start":
		return NewRound(s.desk, s.desk.nextRound(now), now)
	case id == "slipping":
		return NewSlipping(s.desk, s, now)
	case id == "streak":
		s.desk.Settings.Streak.Off = !s.desk.Settings.Streak.Off
		s.desk.save()
	case strings.HasPrefix(id, "family/"):
		s.muddle.choose(strings.TrimPrefix(id, "family/"))
	case scan(id, "pair/%d", &n):
		if n < len(s.muddle.worst) {
			return NewLookup(s.desk, s, s.muddle.worst[n].Meant)
		}
	case scan(id, "chapter/%d", &n):
		if chapters := s.chapters(); n < len(chapters) {
			return NewChapter(s.desk, s, chapters[n].group, now)
		}
	}
	return nil
}

// View implements [Scene].
func (s *Statistics) View() view.Part {
	p := page("statistics", "Statistics", head(wrap(12, button("back", "Back"), heading("Statistics", view.Title))))
	switch {
	case !s.counted:
		p.Children = append(p.Children, card(8, view.Part{Role: view.Status, Name: "Counting your answers."}))
	case s.history.Answers == 0:
		start := primary("start", "Start round")
		start.State |= view.Wanted
		p.Children = append(p.Children, card(20, down(8, heading("Nothing to show yet", view.Large),
			text("Everything here is made from your answers, and there are none. After a first round you see what you know; "+
				"from the second day on, how well you remember.")), start))
	default:
		p.Layout.MaxW = wideWidth
		left := down(24, s.known(), s.chapterTiles(), s.topics(), s.confusions())
		right := down(24, s.calendar(), s.forecast(), s.calibration(), s.lookups())
		columns := view.Part{Layout: view.Layout{Gap: 24, SideBy: 880}, Children: []view.Part{grow(left), grow(right)}}
		p.Children = append(p.Children, muted(s.facts()), columns)
	}
	return p
}

// facts is all of it in a line.
func (s *Statistics) facts() string {
	h := &s.history
	return fmt.Sprintf("%s, %s right, in %s of answering.", counted(h.Answers, "answer", "answers"),
		percent(float64(h.Right)/float64(h.Answers)), lasted(h.Took))
}

// percent is a share in words: 84 %. A little is not nothing.
func percent(share float64) string {
	if share > 0 && share < 0.005 {
		return "<1 %"
	}
	return fmt.Sprintf("%.0f %%", 100*share)
}

// lasted is a time in words, a long one in few.
func lasted(d time.Duration) string {
	switch {
	case d < time.Minute:
		return spoken(d)
	case d < 2*time.Hour:
		return counted(int(d.Minutes()+0.5), "minute", "minutes")
	}
	return counted(int(d.Hours()+0.5), "hour", "hours")
}

// dateOf is the date of a day of the player's calendar.
func dateOf(d quiz.Day) time.Time { return time.Unix(int64(d)*24*60*60, 0).UTC() }
