package game

import "coderounds/game/view"

// Message is a scene that says what is so and why, and leads home.
type Message struct {
	desk  *Desk
	back  Scene // nil for home
	title string
	says  []string
	notes []string // details, smaller and last
}

// NewMessage returns a message; each string is a paragraph.
func NewMessage(desk *Desk, title string, says ...string) *Message {
	return &Message{desk: desk, title: title, says: says}
}

// Update implements [Scene].
func (m *Message) Update(in Input) Scene {
	for _, e := range in.Events {
		if next := dropped(m.desk, e, m); next != nil {
			return next
		}
		if e.Kind == view.Back || e.Kind == view.Press && e.ID == "ok" {
			if m.back != nil {
				return m.back
			}
			return NewHome(m.desk, in.Now)
		}
	}
	return m
}

// View implements [Scene].
func (m *Message) View() view.Part {
	ok := primary("ok", "Continue")
	ok.State |= view.Wanted
	p := page("message/"+m.title, m.title, heading(m.title, view.Title))
	body := view.Part{Role: view.Status, Layout: view.Layout{Gap: 12}}
	for _, s := range m.says {
		body.Name += s + " "
		body.Children = append(body.Children, text(s))
	}
	p.Children = append(p.Children, body)
	if len(m.notes) > 0 {
		files := card(8, heading("File by file", view.Small))
		for _, s := range m.notes {
			files.Children = append(files.Children, muted(s))
		}
		p.Children = append(p.Children, files)
	}
	p.Children = append(p.Children, foot(ok))
	return p
}
