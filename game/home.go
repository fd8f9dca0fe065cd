package game

import (
	"fmt"
	"strings"
	"time"

	"coderounds/codesets"
	"coderounds/game/view"
	"coderounds/quiz"
)

// Home is the first scene: what is due today, and the ways on.
type Home struct {
	desk *Desk
	now  time.Time
}

// NewHome returns the home scene at a time.
func NewHome(desk *Desk, now time.Time) *Home { return &Home{desk, now} }

// Waiting implements [Waiter]: the settings are being saved, books opened, or the memory model has been fitted, or the
// plan for the exam is being worked out.
func (h *Home) Waiting() bool {
	return h.desk.saving != nil || h.desk.shelving != nil || h.desk.fitReady() || h.desk.prepareWaits(h.now)
}

// Update implements [Scene].
func (h *Home) Update(in Input) Scene {
	h.now = in.Now
	_ = h.desk.saved() // a failure is a notice
	says, _ := h.desk.takeBooks()
	h.desk.Notices = append(h.desk.Notices, says...)
	h.desk.takeFit()
	h.desk.prepare(in.Now)
	for _, e := range in.Events {
		if next := dropped(h.desk, e, h); next != nil {
			return next
		}
		if e.Kind == view.Press {
			if next := h.press(e.ID); next != nil {
				return next
			}
		}
	}
	return h
}

func (h *Home) press(id string) Scene {
	switch id {
	case "start":
		return NewRound(h.desk, h.desk.nextRound(h.now), h.now)
	case "lookup":
		return NewLookup(h.desk, h, "")
	case "exam":
		return NewExamDay(h.desk, h, h.now)
	case "statistics":
		return NewStatistics(h.desk, h, h.now)
	case "settings":
		return NewSettings(h.desk, h)
	case "slipping":
		return NewSlipping(h.desk, h, h.now)
	case "books":
		return NewBooks(h.desk, h)
	case "dismiss":
		h.desk.Notices = nil
	}
	for _, s := range codesets.Systems() {
		if id == "start/"+s.Key() {
			return NewRound(h.desk, h.desk.plan(s), h.now)
		}
	}
	return nil
}

// View implements [Scene].
func (h *Home) View() view.Part {
	p := page("home", "Code Rounds", h.greeting())
	if len(h.desk.Notices) > 0 {
		p.Children = append(p.Children, h.notices())
	}
	p.Children = append(p.Children, h.today(), h.ways(), h.week(), openBooks(h.desk))
	return p
}

func (h *Home) greeting() view.Part {
	hello := "Good evening"
	switch hour := h.now.Hour(); {
	case hour >= 4 && hour < 12:
		hello = "Good morning"
	case hour >= 12 && hour < 18:
		hello = "Good afternoon"
	}
	return down(4, muted("Code Rounds"), heading(hello, view.Display))
}

func (h *Home) notices() view.Part {
	c := card(12)
	for _, n := range h.desk.Notices {
		c.Children = append(c.Children, text(n))
	}
	c.Children = append(c.Children, button("dismiss", "Understood"))
	return c
}

// today is the card with the day's part, by book, and the button that matters.
func (h *Home) today() view.Part {
	title, line := h.desk.says(h.now)
	part := h.desk.portion(h.now)
	c := card(20, down(4, heading(title, view.Large), muted(line)))
	if part.Questions > part.Fresh {
		bars := down(12)
		for _, s := range append(codesets.Systems(), 0) {
			if s != 0 || part.Books[s] > 0 {
				bars.Children = append(bars.Children, h.bar(s, part.Books[s], part.Questions))
			}
		}
		c.Children = append(c.Children, bars)
	}
	start := primary("start", "Start round")
	start.State |= view.Wanted
	c.Children = append(c.Children, start)
	if n := len(h.desk.Journal.Memory().Leeches()); n > 0 {
		c.Children = append(c.Children, across(0, link("slipping", counted(n, "card keeps slipping", "cards keep slipping"))))
	}
	return c
}

// bar is the line of one book: its name, a thin bar, its share of the day's part.
func (h *Home) bar(s codesets.System, questions, of int) view.Part {
	name := view.Part{
		Role: view.Text, Name: book(s), Style: view.Style{Tone: tone(s), Bold: true, Size: view.Small}, Layout: view.Layout{Width: 132},
	}
	n := view.Part{
		Role: view.Text, Name: number(questions), Style: view.Style{Size: view.Small, Tone: view.Muted},
		Layout: view.Layout{Width: 40, Justify: view.End},
	}
	says := fmt.Sprintf("%s: %d of %s", book(s), questions, counted(of, "question", "questions"))
	return across(12, name, grow(progress(says, float64(questions)/float64(max(of, 1)), tone(s))), n)
}

// ways are the other ways on, as cards with a line each.
func (h *Home) ways() view.Part {
	p := view.Part{Layout: view.Layout{Gap: 16, SideBy: 560}}
	for _, w := range []struct{ id, name, line, key string }{
		{"lookup", "Look up", "Search every loaded code", "l"},
		{"exam", "Exam day", h.examLine(), "e"},
		{"statistics", "Statistics", "What you know, and what is due", "t"},
		{"settings", "Settings", "Text size, theme, backup, your own files", "s"},
	} {
		b := button(w.id, w.name)
		b.Hint, b.Keys = w.line, []string{w.key}
		b.Layout = view.Layout{Pad: 20, Gap: 4, Grow: 1}
		top := across(8, grow(label(w.name)), keyCap(keyName(w.key)))
		b.Children = []view.Part{top, muted(w.line)}
		p.Children = append(p.Children, b)
	}
	return p
}

// week is a strip of seven dots, today last.
func (h *Home) week() view.Part {
	memory, day := h.desk.Journal.Memory(), today(h.now)
	strip := view.Part{
		Role: view.List, Name: "The last seven days",
		Layout: view.Layout{Axis: view.Across, Gap: 8, Align: view.Center, Justify: view.Between},
	}
	for back := 6; back >= 0; back-- {
		n := memory.Answered(day - quiz.Day(back))
		when := h.now.AddDate(0, 0, -back).Add(-4 * time.Hour)
		dot := view.Part{
			Role: view.Chip, Name: when.Format("Mon")[:2], Style: view.Style{Size: view.Small, Tone: view.Muted, Fill: view.Sunk},
			Layout: view.Layout{MinW: 36, Justify: view.Center},
		}
		if n > 0 {
			dot.Style = view.Style{Size: view.Small, Tone: view.ToneRight, Fill: view.Tinted, Bold: true}
		}
		item := view.Part{
			Role: view.Item, Name: fmt.Sprintf("%s: %s", when.Weekday(), counted(n, "answer", "answers")),
			Children: []view.Part{dot},
		}
		strip.Children = append(strip.Children, item)
	}
	return strip
}

func loadedLine(s *codesets.Set) string {
	return fmt.Sprintf("%s · %s", s.Release(), counted(s.Len(), "code", "codes"))
}

// examLine says when the exam is.
func (h *Home) examLine() string {
	if says := h.desk.examSays(h.now); says != "" {
		return strings.TrimSuffix(says, ".")
	}
	return "Set the day, and learn toward it"
}
