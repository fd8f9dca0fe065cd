package game

import (
	"bytes"
	"io"
	"time"

	"coderounds/game/view"
	"coderounds/quiz"
	"coderounds/quiz/exchange"
)

// form is one of the files in which the player can take something along.
type form struct {
	id, name  string
	says      string // what it is for
	done      string // said before where it went
	file, ext string // the file's name, without the day
	write     func(w io.Writer, d *Desk, now time.Time) error
}

// forms are all there are.
var forms = [...]form{
	{
		"export/backup", "Back up everything",
		"Your answers, settings and files of questions, to keep safe or to go on with on another device: drop the file there. What is there already stays, and nothing comes twice. Code books are not in it; load them there.",
		"Backed up to", "coderounds-backup", "jsonl",
		func(w io.Writer, d *Desk, now time.Time) error {
			return d.Backup().Write(w, now)
		},
	},
	{
		"export/journal", "Answers as JSON lines",
		"One line for each answer, with all that is known of it, for your own tools.",
		"Answers saved as", "coderounds-answers", "jsonl",
		func(w io.Writer, d *Desk, _ time.Time) error { return quiz.WriteReviews(w, d.Journal.Reviews()) },
	},
	{
		"export/revlog", "Review log",
		"A table (CSV) that the optimizers of FSRS read.",
		"Review log saved as", "coderounds-revlog", "csv",
		func(w io.Writer, d *Desk, _ time.Time) error { return exchange.WriteRevlog(w, d.Journal.Reviews()) },
	},
	{
		"export/anki", "Questions for Anki",
		"The written questions, yours and ours, as notes of type Basic. In Anki choose Import. The questions made from codes need the code books and stay here.",
		"Questions saved as", "coderounds-questions", "txt",
		func(w io.Writer, d *Desk, _ time.Time) error { return exchange.WriteAnki(w, d.items, "Code Rounds") },
	},
}

// offer writes the file and gives it to the player; it returns a sentence about where it went.
func (f form) offer(d *Desk, now time.Time) string {
	var file bytes.Buffer
	if err := f.write(&file, d, now); err != nil {
		return sentence(err)
	}
	where, err := d.Device.Offer(f.file+"-"+now.Format(time.DateOnly)+"."+f.ext, file.Bytes())
	if err != nil {
		return "The file could not be written: " + err.Error() + "."
	}
	return f.done + " " + where + "."
}

// Export is the scene of files to take along.
type Export struct {
	desk *Desk
	back Scene
	says string // what the last press came to
}

// NewExport opens the files to take along.
func NewExport(desk *Desk, back Scene) *Export { return &Export{desk: desk, back: back} }

// Update implements [Scene].
func (x *Export) Update(in Input) Scene {
	for _, e := range in.Events {
		if next := dropped(x.desk, e, x); next != nil {
			return next
		}
		if e.Kind == view.Back || e.Kind == view.Press && e.ID == "back" {
			return x.back
		}
		for _, f := range forms {
			if e.Kind == view.Press && e.ID == f.id {
				x.says = f.offer(x.desk, in.Now)
			}
		}
	}
	return x
}

// View implements [Scene].
func (x *Export) View() view.Part {
	p := page("export", "Take along", head(across(12, button("back", "Back"), heading("Take along", view.Title))))
	if x.says != "" {
		p.Children = append(p.Children, card(0, view.Part{Role: view.Status, Name: x.says}))
	}
	for _, f := range forms {
		p.Children = append(p.Children, card(12, down(4, label(f.name), text(f.says)), wrap(8, button(f.id, "Save the file"))))
	}
	p.Children = append(p.Children, muted("Files go where your browser or desktop keeps downloads, and nowhere else. "+
		"Reviews of CPT codes are in them without descriptors."))
	return p
}
