package view

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Stage is where a scene's view stands: it knows where each part is, which has the focus and how far
// the page is scrolled, and turns raw events into meant ones. It is the same for a mouse, a finger,
// a keyboard, a gamepad, the mirror of a web page, and tests.
// The zero Stage is not ready; see [NewStage].
type Stage struct {
	faces  Faces
	room   Room
	page   *Part
	laid   Result
	order  []string // of the focus
	focus  string
	behind string  // the focus to go back to when the dialog closes
	asks   bool    // a dialog is open
	asked  float64 // how far it is scrolled
	ringed bool    // the focus came by keyboard and is worth a ring
	x, y   float64
	hover  string             // the part under the pointer
	held   string             // the part the pointer went down on
	heldY  float64            // where, to tell a press from a scroll
	lastY  float64            // of the pointer while it is down
	drags  bool               // the pointer moved too far for a press
	scroll map[string]float64 // by page ID
}

// slop is how far a finger may move and still press, in CSS pixels.
const slop = 10

// NewStage returns an empty stage.
func NewStage(faces Faces, room Room) *Stage {
	st := &Stage{faces: faces, room: room, scroll: make(map[string]float64), page: &Part{Role: Page}, x: -1, y: -1}
	st.lay()
	return st
}

// Show puts a scene's view on the stage. The focus stays where it was when that part is still there; a
// new page gives it to the part that wants it, which is scrolled into sight, and so does a dialog, which hands it back when it closes.
func (st *Stage) Show(page Part) {
	fresh := st.page.ID != page.ID
	if fresh {
		st.held, st.focus, st.behind, st.asks, st.asked = "", "", "", false, 0
		delete(st.scroll, page.ID)
	}
	st.page = &page
	st.lay()
	top := st.laid.Root.top()
	switch asks := top != st.laid.Root; {
	case asks && !st.asks:
		st.asks, st.behind, st.focus = true, st.focus, ""
	case !asks && st.asks:
		st.asks, st.focus, st.behind, st.asked = false, st.behind, "", 0
	}
	if slices.Contains(st.order, st.focus) {
		return
	}
	st.focus = ""
	top.Part.Each(func(p *Part) bool {
		if p.Focusable() && p.State.Has(Wanted) {
			st.focus = p.ID
		}
		return st.focus == ""
	})
	if st.focus == "" && st.asks && len(st.order) > 0 {
		st.focus = st.order[0]
	}
	if fresh {
		st.reveal(st.focus)
	}
}

func (st *Stage) lay() {
	room := st.room
	room.Scroll, room.Asked = st.scroll[st.page.ID], st.asked
	st.laid = Lay(st.page, room, st.faces)
	if st.laid.Root.top() == st.laid.Root {
		st.scroll[st.page.ID] = st.laid.Scroll
	}
	st.order = st.laid.Root.Order()
	st.hover = st.at(st.x, st.y)
}

// Laid returns the tree with its places.
func (st *Stage) Laid() Result { return st.laid }

// Focus returns the id of the part that has the focus, "" for none, and whether its ring is shown:
// a mouse or a finger shows none, but on a field.
func (st *Stage) Focus() (id string, ring bool) { return st.focus, st.ringed }

// Hover returns the id of the part under the pointer, or "".
func (st *Stage) Hover() string { return st.hover }

// Held returns the id of the part that the pointer went down on and has not left, or "".
func (st *Stage) Held() string {
	if st.drags || st.held != st.hover {
		return ""
	}
	return st.held
}

// Field returns the field that has the focus, or nil.
func (st *Stage) Field() *Box {
	if b := st.laid.Root.Find(st.focus); b != nil && b.Role == Field {
		return b
	}
	return nil
}

// Scroll returns how far the page, or the dialog that is open, is scrolled.
func (st *Stage) Scroll() float64 { return st.laid.Scroll }

// Handle takes one event and returns what it means to the scene, if anything.
func (st *Stage) Handle(e Event) []Event {
	switch e.Kind {
	case Point:
		st.point(e.X, e.Y)
	case PointDown:
		st.point(e.X, e.Y)
		st.held, st.heldY, st.lastY, st.drags = st.hover, e.Y, e.Y, false
	case PointUp:
		return st.pointUp(e)
	case Wheel:
		st.scrollBy(e.Y)
	case Focus:
		st.setFocus(e.ID, true)
	case Key:
		return st.key(e.Text)
	case Press, Edit:
		if !slices.Contains(st.order, e.ID) {
			return nil // it was there when the player saw it, and is not any more
		}
		return []Event{e}
	default:
		return []Event{e}
	}
	return nil
}

func (st *Stage) at(x, y float64) string {
	if b := st.laid.Root.At(x, y); b != nil {
		return b.ID
	}
	return ""
}

func (st *Stage) point(x, y float64) {
	st.x, st.y = x, y
	st.hover = st.at(x, y)
}

// Drag moves the page with a finger or a held pointer; beyond the slop it is no press any more.
func (st *Stage) Drag(y float64) {
	if !st.drags && y-st.heldY < slop && st.heldY-y < slop {
		return
	}
	st.drags = true
	st.scrollBy(st.lastY - y)
	st.lastY = y
}

func (st *Stage) pointUp(e Event) []Event {
	st.point(e.X, e.Y)
	held, drags := st.held, st.drags
	st.held, st.drags = "", false
	if drags || held == "" || st.hover != held {
		return nil
	}
	st.focus, st.ringed = held, false
	if st.Field() != nil {
		return nil
	}
	return []Event{{Kind: Press, ID: held}}
}

func (st *Stage) setFocus(id string, ring bool) {
	if id != "" && !slices.Contains(st.order, id) {
		return
	}
	st.focus, st.ringed = id, ring
	st.reveal(id)
}

// key moves the focus, scrolls, presses, or goes back.
func (st *Stage) key(name string) []Event {
	switch name {
	case "Tab", "ArrowDown", "ArrowRight":
		st.move(1, name)
		return nil
	case "Shift+Tab", "ArrowUp", "ArrowLeft":
		st.move(-1, name)
		return nil
	case "PageDown":
		st.scrollBy(st.laid.Body.H * 0.85)
		return nil
	case "PageUp":
		st.scrollBy(-st.laid.Body.H * 0.85)
		return nil
	case "Home", "End":
		if st.Field() == nil {
			st.scrollBy(map[string]float64{"Home": -1e9, "End": 1e9}[name])
		}
		return nil
	case "Escape":
		return []Event{{Kind: Back}}
	case "Enter", " ":
		return st.enter(name)
	}
	letter := utf8.RuneCountInString(name) == 1
	if st.Field() != nil && (letter || name == "Backspace" || name == "Delete") {
		return nil
	}
	if letter {
		name = strings.ToLower(name)
	}
	if p := st.laid.Root.top().Part.Pressed(name); p != nil {
		return []Event{{Kind: Press, ID: p.ID}}
	}
	return nil
}

// enter presses what has the focus, or else the obvious next step. In a field, Enter presses the field,
// which its scene takes for "done typing".
func (st *Stage) enter(name string) []Event {
	if st.focus != "" && (name == "Enter" || st.Field() == nil) {
		return []Event{{Kind: Press, ID: st.focus}}
	}
	var next string
	st.laid.Root.top().Part.Each(func(p *Part) bool {
		if p.Focusable() && p.State.Has(Primary) {
			next = p.ID
		}
		return next == ""
	})
	if next == "" || name != "Enter" {
		return nil
	}
	return []Event{{Kind: Press, ID: next}}
}

// move gives the focus to the next part. Left and right stay with the text of a field.
func (st *Stage) move(by int, key string) {
	if st.Field() != nil && (key == "ArrowLeft" || key == "ArrowRight") {
		return
	}
	order := st.order
	if len(order) == 0 {
		st.scrollBy(float64(by) * touchHeight)
		return
	}
	at := slices.Index(order, st.focus)
	switch {
	case at < 0 && by > 0:
		at = 0
	case at < 0:
		at = len(order) - 1
	default:
		at = (at + by + len(order)) % len(order)
	}
	st.setFocus(order[at], true)
}
