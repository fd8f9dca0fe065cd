package game

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync/atomic"

	"coderounds/codesets"
	"coderounds/codesets/release"
	"coderounds/game/view"
	"coderounds/quiz"
)

// dropped returns the scene that takes in files that were dropped or picked, or nil.
func dropped(desk *Desk, e view.Event, from Scene) Scene {
	if e.Kind != view.Drop || e.Files == nil {
		return nil
	}
	return NewLoad(desk, from, e.Files)
}

// Load is the scene while files are taken in: a progress bar, then what came of it. What was there
// stays when a file is bad.
type Load struct {
	desk  *Desk
	back  Scene
	name  string
	done  atomic.Int64 // of release.Total
	ready chan brought
	stop  atomic.Bool
	// licensed tells that the player has a licence for the private codes that came.
	licensed bool
	brought  brought
	begin    func()          // starts to read; nil once that is under way
	keeping  bool            // the books are being kept
	kept     <-chan []string // says which could not be kept
	says     []string        // what came of it
	notes    []string        // which file brought what
	saved    <-chan error    // of a backup's reviews
}

// brought is what files held.
type brought struct {
	// library is the one there was with the sets put in, and drills those over it; nil when no set came.
	library *codesets.Library
	drills  []quiz.Deck
	sets    []*codesets.Set
	items   []quiz.Item
	// books are the sets and the files of questions, to be kept.
	books    []*volume
	reviews  []quiz.Review
	settings *Settings
	says     []string // what was left out and why
	files    []string // what each file of a release brought
	err      error
}

// errStopped ends a load that the player gave up.
var errStopped = errors.New("stopped")

// NewLoad starts to take files in, and leads back to a scene.
func NewLoad(desk *Desk, back Scene, files fs.FS) *Load {
	l := &Load{desk: desk, back: back, name: fileNames(files), ready: make(chan brought, 1)}
	l.begin = func() {
		library, curriculum := desk.Library, desk.Curriculum
		go func() { l.ready <- takeIn(files, library, curriculum, l.step) }()
	}
	l.await()
	return l
}

// await begins as soon as nothing else is done with the books: what is read is joined to those there are.
func (l *Load) await() {
	says, _ := l.desk.takeBooks()
	l.desk.Notices = append(l.desk.Notices, says...)
	if l.begin != nil && l.desk.shelving == nil {
		l.begin()
		l.begin = nil
	}
}

func (l *Load) step(done, total int) error {
	if l.stop.Load() {
		return errStopped
	}
	l.done.Store(int64(done * release.Total / max(total, 1)))
	return l.desk.Device.Breathe(done, total)
}

// Waiting implements [Waiter].
func (l *Load) Waiting() bool { return true }

// Update implements [Scene].
func (l *Load) Update(in Input) Scene {
	for _, e := range in.Events {
		if e.Kind == view.Back || e.Kind == view.Press && e.ID == "stop" {
			l.stop.Store(true)
			return l.back
		}
	}
	l.await()
	select {
	case b := <-l.ready:
		return l.finish(b)
	case says := <-l.kept:
		l.says = append(l.says, says...)
		return l.restore()
	case err := <-l.saved:
		if err != nil {
			return l.message("Not saved", "The answers of the backup count until you close the game, but could not be saved: "+sentence(err))
		}
		return l.message("Restored", l.says...)
	default:
		return l
	}
}

// finish puts what was read on the desk; reviews of a backup are saved first.
func (l *Load) finish(b brought) Scene {
	if b.err != nil {
		return l.message("Not loaded", sentence(b.err), "What was loaded before is unchanged.")
	}
	if b.private() && !l.licensed {
		return &Licence{load: l, brought: b}
	}
	l.brought = b
	if b.library != nil {
		l.desk.open(b.library, b.drills)
	}
	for _, s := range b.sets {
		l.says = append(l.says, "Now open: "+loadedLine(s)+".")
	}
	if len(b.items) > 0 {
		l.says = append(l.says, counted(len(b.items), "question", "questions")+" came in and will be asked as new cards.")
	}
	l.says = append(l.says, b.says...)
	l.notes = b.files
	if len(b.books) == 0 {
		return l.restore()
	}
	l.desk.take(b.books)
	return l.keep()
}

// keep starts to keep the books for the next time, where there is a place for them.
func (l *Load) keep() Scene {
	shelf, books := l.desk.shelf, l.brought.books
	if shelf == nil {
		return l.restore()
	}
	kept := make(chan []string, 1)
	l.kept, l.keeping = kept, true
	step := func(done, total int) error { return l.desk.Device.Breathe(done, total) }
	go func() { kept <- keep(shelf, books, step) }()
	return l
}

// restore takes in the answers that files held, the last thing to be done.
func (l *Load) restore() Scene {
	b := l.brought
	if b.reviews == nil && b.settings == nil {
		return l.message("Loaded", l.says...)
	}
	missing := l.desk.Journal.Missing(b.reviews)
	l.says = append(l.says, fmt.Sprintf("It holds %s; %s new here and added.",
		counted(len(b.reviews), "answer", "answers"), counted(len(missing), "was", "were")))
	if b.settings != nil {
		b.settings.Books = l.desk.Settings.Books // those of this device
		l.desk.Settings = *b.settings
		l.desk.save()
		l.desk.remodel()
	}
	l.saved = l.desk.Journal.Merge(missing)
	return l
}

// message says what came of it. It leads back to a round that goes on, and else home.
func (l *Load) message(title string, says ...string) Scene {
	m := NewMessage(l.desk, title, says...)
	m.notes = l.notes
	if _, home := l.back.(*Home); !home {
		m.back = l.back
	}
	return m
}

// View implements [Scene].
func (l *Load) View() view.Part {
	share := float64(l.done.Load()) / release.Total
	says := "Reading " + l.name
	if l.begin != nil {
		says = l.desk.shelving.says
	}
	if l.keeping {
		says, share = "Keeping it for the next time", 1
	}
	status := view.Part{Role: view.Status, Name: says}
	return page("load", "Loading", heading("Opening the book", view.Title), status,
		progress("Read", share, view.Accent), foot(button("stop", "Stop")))
}

// sentence makes an error one: a capital first, but not where the name of a file is, and a full stop last.
func sentence(err error) string {
	s := err.Error()
	first, _, _ := strings.Cut(s, " ")
	if s == "" {
		return ""
	}
	if s[0] >= 'a' && s[0] <= 'z' && !strings.Contains(first, ".") {
		s = string(s[0]-'a'+'A') + s[1:]
	}
	return s + "."
}

// fileNames says what was dropped in a few words.
func fileNames(files fs.FS) string {
	entries, err := fs.ReadDir(files, ".")
	switch {
	case err != nil || len(entries) == 0:
		return "the files"
	case len(entries) == 1:
		return entries[0].Name()
	}
	return fmt.Sprintf("%s and %d more", entries[0].Name(), len(entries)-1)
}
