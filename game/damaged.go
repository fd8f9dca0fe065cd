package game

import (
	"bytes"

	"coderounds/game/view"
	"coderounds/quiz"
)

// Damaged is the first scene when the journal cannot be read. Nothing is changed until the player decides.
type Damaged struct {
	desk   *Desk
	store  quiz.Store
	why    error
	says   string
	erased <-chan error
}

// Waiting implements [Waiter]: the damaged journal is being removed.
func (d *Damaged) Waiting() bool { return d.erased != nil }

// Update implements [Scene].
func (d *Damaged) Update(in Input) Scene {
	if d.erased != nil {
		return d.await(in)
	}
	for _, e := range in.Events {
		if e.Kind != view.Press {
			continue
		}
		switch e.ID {
		case "unsaved":
			d.desk.Notices = append(d.desk.Notices, "This sitting is not saved: the journal could not be read.")
			return NewHome(d.desk, in.Now)
		case "copy":
			d.says = d.copyOut()
		case "afresh":
			d.erased = d.store.Erase()
			return d
		}
	}
	return d
}

// copyOut gives the player the journal as it is.
func (d *Damaged) copyOut() string {
	lines, err := d.store.Lines()
	if err != nil {
		return sentence(err)
	}
	where, err := d.desk.Device.Offer("coderounds-damaged-journal.jsonl", append(bytes.Join(lines, []byte("\n")), '\n'))
	if err != nil {
		return sentence(err)
	}
	return "Saved to " + where + "."
}

// await starts a new journal once the old one is gone.
func (d *Damaged) await(in Input) Scene {
	select {
	case err := <-d.erased:
		d.erased = nil
		if err != nil {
			d.says = sentence(err)
			return d
		}
		journal, err := quiz.OpenJournal(d.store, d.desk.newMemory())
		if err != nil {
			d.says = sentence(err)
			return d
		}
		d.desk.Journal = journal
		return NewHome(d.desk, in.Now)
	default:
		return d
	}
}

// View implements [Scene].
func (d *Damaged) View() view.Part {
	p := page("damaged", "The journal cannot be read",
		heading("The journal cannot be read", view.Title), text(sentence(d.why)),
		text("It is left as it is. You can save a copy of it, mend the line, and start again; or play without saving; or start afresh."),
		down(12, button("copy", "Save a copy of it"), button("unsaved", "Play without saving"), button("afresh", "Erase it and start afresh")))
	if d.says != "" {
		p.Children = append(p.Children, view.Part{Role: view.Status, Name: d.says})
	}
	return p
}
