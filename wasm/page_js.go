package wasm

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"syscall/js"

	"coderounds/game/view"
)

// Page is the page around the canvas: a screen.Shell and a game.Device. It is not for use by several goroutines.
type Page struct {
	js    js.Value
	take  js.Value
	store *Store
	// shown is the sheet that the page has. It is owed while the page may differ from it, because the
	// player has done something since.
	shown []byte
	owed  bool

	wish       message
	breath     breath
	start, end int
}

// Open takes hold of the page and starts to listen. It is called once, before the game runs.
func Open() (*Page, error) {
	half := js.Global().Get("codeRounds")
	if half.Type() != js.TypeObject {
		return nil, errors.New("find the page: boot.js has not run; the program is started by the page that belongs to it")
	}
	if _, err := call(half, "open"); err != nil {
		return nil, fmt.Errorf("open the page: %w", err)
	}
	p := &Page{js: half, take: half.Get("take")}
	p.Events() // how the player wants it is queued first
	return p, nil
}

// Fail shows why the program cannot go on, in place of the game. The program should end then.
func Fail(why error) {
	complain(why)
	if half := js.Global().Get("codeRounds"); half.Type() == js.TypeObject {
		half.Call("fail", why.Error())
	}
}

// Store opens the storage the first time it is called, and blocks until that is done. Notices are what the player must
// be told: that nothing can be saved, and why.
func (p *Page) Store() (s *Store, notices []string) {
	if p.store == nil {
		p.store = openStore(p.js)
	}
	if p.store.fault != nil {
		notices = []string{"What you answer cannot be saved: " + p.store.fault.Error() + "."}
	}
	return p.store, notices
}

// Shelf is where loaded books are kept, in the same storage.
func (p *Page) Shelf() Shelf {
	store, _ := p.Store()
	return Shelf{store}
}

// Stock is the books that lie beside the page.
func (p *Page) Stock() Stock { return Stock{p.js} }

// SaveSettings replaces the settings in the storage and sends nil once that is done.
func (p *Page) SaveSettings(settings []byte) <-chan error {
	store, _ := p.Store()
	return store.SaveSettings(settings)
}

// Events returns what happened since the last call, oldest first. It is called once a frame, before [Page.Mirror].
func (p *Page) Events() []view.Event {
	taken := p.take.Invoke()
	if taken.Type() != js.TypeString {
		if p.owed && p.shown != nil {
			p.send(p.shown)
		}
		return nil
	}
	messages, err := parseMessages(taken.String())
	if err != nil {
		complain(err)
		return nil
	}
	p.owed = true
	var events []view.Event
	for _, m := range messages {
		switch m.Kind {
		case "wish":
			p.wish = m
		case "caret":
			p.start, p.end = m.Start, m.End
		case "drop":
			events = append(events, view.Event{Kind: view.Drop, Files: p.files(m)})
		default:
			if e, ok := m.event(); ok {
				events = append(events, e)
			}
		}
	}
	return events
}

// Mirror makes the elements over the canvas say what is drawn on it. Scale is how many CSS pixels one unit of the
// layout takes; focus is the id of what has the focus. It costs little when nothing has changed, but not nothing.
func (p *Page) Mirror(laid view.Result, scale float64, focus string) {
	text, err := json.Marshal(newSheet(laid, scale, focus))
	if err != nil {
		complain(fmt.Errorf("write the mirror: %w", err))
		return
	}
	if p.owed || !bytes.Equal(text, p.shown) {
		p.send(text)
	}
}

func (p *Page) send(text []byte) {
	p.shown, p.owed = text, false
	if _, err := call(p.js, "show", string(text)); err != nil {
		complain(fmt.Errorf("show the mirror: %w", err))
	}
}

// complain says to who looks at the browser's console what the player can do nothing about.
func complain(err error) { js.Global().Get("console").Call("error", err.Error()) }

// Caret returns the selection in the field that has the focus, in runes. Both are the same where nothing is selected.
func (p *Page) Caret() (start, end int) { return p.start, p.end }

// Prefers returns the player's preferences as they are now.
func (p *Page) Prefers() view.Preferences {
	return view.Preferences{Dark: p.wish.Dark, Calm: p.wish.Calm, Keyboard: p.wish.Keyboard}
}

// Pick asks the player for files, which come as a [view.Drop]; nothing comes when they change their mind. It works
// only shortly after the player pressed something, and reports whether it could ask.
func (p *Page) Pick() bool {
	_, err := call(p.js, "pick", "")
	return err == nil
}

// Offer hands data to the player as a file to be saved, and says where it went.
func (p *Page) Offer(name string, data []byte) (where string, err error) {
	if _, err := call(p.js, "offer", name, bytesOf(data)); err != nil {
		return "", fmt.Errorf("offer %s: %w", name, err)
	}
	return "your downloads", nil
}

// Breathe is called often during long work, and gives the browser a moment whenever a frame is due. It never fails.
func (p *Page) Breathe(_, _ int) error {
	// What waits for its turn behind all that the browser has to do meanwhile. Not a timer, which browsers hold back by 4 ms
	// when there are many; not the next animation frame: a hidden tab has none, and the work would stand still.
	p.breath.take(func() { <-begin(p.js, "breathe") })
	return nil
}

// files fetches what was dropped or picked. What could not be read is a file system that says why.
func (p *Page) files(m message) *folder {
	f := newFolder()
	if m.Error != "" {
		f.err = errors.New(m.Error)
		return f
	}
	batch, err := call(p.js, "files", m.Batch)
	if err != nil {
		f.err = err
		return f
	}
	for i := range batch.Length() {
		file := batch.Index(i)
		array := file.Index(1)
		data := make([]byte, array.Length())
		js.CopyBytesToGo(data, array)
		f.add(file.Index(0).String(), data)
	}
	return f
}
