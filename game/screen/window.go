//go:build !js

package screen

import (
	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	"coderounds/game/view"
)

// window is the [Shell] of a desktop: it reads the keyboard, edits the text of the field that has the focus, and
// takes dropped files.
type window struct {
	title   string
	measure func() *faces
	typist  typist
	events  []view.Event
	chars   []rune
	laid    view.Result
	focus   string
	active  bool // the window was in front at the last tick
	dark    bool
}

func newWindow(title string, measure func() *faces) *window {
	w := &window{title: title, measure: measure, active: true, dark: ebiten.SystemColorMode() == ebiten.ColorModeDark}
	w.typist.init()
	return w
}

// Mirror implements [Shell].
func (w *window) Mirror(laid view.Result, _ float64, focus string) {
	if page := laid.Root.Name; w.laid.Root == nil || w.laid.Root.Name != page {
		ebiten.SetWindowTitle(titled(page, w.title))
	}
	w.laid, w.focus = laid, focus
}

// titled is the title of a window that shows a page.
func titled(page, title string) string {
	if page == title {
		return title
	}
	return page + " – " + title
}

// Caret implements [Shell].
func (w *window) Caret() (start, end int) { return w.typist.caret() }

// Prefers implements [Shell]. The system is asked for its colours at start and when the window comes to the front,
// as asking takes a while.
func (w *window) Prefers() view.Preferences { return view.Preferences{Dark: w.dark, Keyboard: true} }

// Events implements [Shell].
func (w *window) Events() []view.Event {
	w.events = w.events[:0]
	defer func() { w.typist.released = inpututil.IsMouseButtonJustReleased(ebiten.MouseButtonLeft) }()
	if active := ebiten.IsFocused(); active != w.active {
		w.active = active
		if active {
			w.dark = ebiten.SystemColorMode() == ebiten.ColorModeDark
			w.add(view.Event{Kind: view.Resumed})
		}
	}
	if files := ebiten.DroppedFiles(); files != nil {
		w.add(view.Event{Kind: view.Drop, Files: files})
	}
	if inpututil.IsKeyJustPressed(ebiten.KeyF11) {
		ebiten.SetFullscreen(!ebiten.IsFullscreen())
	}
	if box := w.field(); box != nil {
		if w.typist.edit(box, w.measure(), w.add) {
			return w.events // an input method has the keys
		}
	} else {
		w.typist.leave()
		w.keyChars()
	}
	w.keys()
	return w.events
}

// field is the one that has the focus, or nil.
func (w *window) field() *view.Box {
	if w.laid.Root == nil {
		return nil
	}
	if box := w.laid.Root.Find(w.focus); box != nil && box.Role == view.Field {
		return box
	}
	return nil
}

func (w *window) add(e view.Event) { w.events = append(w.events, e) }

// keyChars reports what is typed while no field takes it: letters as the player's keyboard has them.
func (w *window) keyChars() {
	w.chars = ebiten.AppendInputChars(w.chars[:0])
	for _, r := range w.chars {
		w.add(view.Event{Kind: view.Key, Text: string(r)})
	}
}

// namedKeys are the keys that are no letters, as a browser names them.
var namedKeys = [...]struct {
	key     ebiten.Key
	name    string
	repeats bool
}{
	{ebiten.KeyEnter, "Enter", false},
	{ebiten.KeyNumpadEnter, "Enter", false},
	{ebiten.KeyEscape, "Escape", false},
	{ebiten.KeyTab, "Tab", true},
	{ebiten.KeyBackspace, "Backspace", true},
	{ebiten.KeyDelete, "Delete", true},
	{ebiten.KeyArrowUp, "ArrowUp", true},
	{ebiten.KeyArrowDown, "ArrowDown", true},
	{ebiten.KeyArrowLeft, "ArrowLeft", true},
	{ebiten.KeyArrowRight, "ArrowRight", true},
	{ebiten.KeyPageUp, "PageUp", true},
	{ebiten.KeyPageDown, "PageDown", true},
	{ebiten.KeyHome, "Home", false},
	{ebiten.KeyEnd, "End", false},
}

// keys reports the named keys.
func (w *window) keys() {
	for _, k := range namedKeys {
		if !fires(inpututil.KeyPressDuration(k.key), k.repeats) || ebiten.IsKeyPressed(ebiten.KeyAlt) {
			continue
		}
		name := k.name
		if name == "Tab" && ebiten.IsKeyPressed(ebiten.KeyShift) {
			name = "Shift+Tab"
		}
		w.add(view.Event{Kind: view.Key, Text: name})
	}
}
