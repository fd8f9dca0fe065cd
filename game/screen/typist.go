//go:build !js

package screen

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/exp/textinput"
	"github.com/hajimehoshi/ebiten/v2/inpututil"
	"github.com/hajimehoshi/ebiten/v2/text/v2"

	"coderounds/game/view"
)

// typist edits the field that has the focus, with the system's input method. What is being composed is part of the
// text that it reports, so that a search finds while one types.
type typist struct {
	field     string // "" while there is none
	editor    editor
	composer  textinput.Composer
	composing []rune // not yet committed; it stands at the caret
	within    int    // the caret in it
	reported  string
	spot      image.Rectangle // of the caret, in CSS pixels
	clipboard clipboard
	drags     bool // the mouse went down in the field and is still
	released  bool // the mouse was let go in the last tick: that is what gave the field the focus
}

func (t *typist) init() {
	t.composer.OnNewSession = func() *textinput.SessionOptions {
		start, end := t.editor.span()
		return &textinput.SessionOptions{
			CaretBounds: t.spot, TextBeforeCaret: string(t.editor.text[:start]), TextAfterCaret: string(t.editor.text[end:]),
		}
	}
	t.composer.OnComposition = func(c *textinput.Composition) {
		start, _ := c.SelectionRangeInBytes()
		t.composing, t.within = []rune(c.Text()), len([]rune(c.Text()[:start]))
	}
	t.composer.OnCommit = func(c *textinput.Commit) {
		t.composing = nil
		if before, after := c.IsSurroundingTextReplaced(); before || after {
			head, tail := c.SurroundingText()
			t.editor.set(head + c.Text())
			caret := t.editor.to
			t.editor.text = append(t.editor.text, []rune(tail)...)
			t.editor.place(caret, false)
			return
		}
		t.editor.insert(c.Text())
	}
}

// caret is what is selected, what is composed included.
func (t *typist) caret() (start, end int) {
	start, end = t.editor.span()
	if len(t.composing) > 0 {
		return start + t.within, start + t.within
	}
	return start, end
}

// said is the text as it is to be seen.
func (t *typist) said() string {
	start, end := t.editor.span()
	if len(t.composing) > 0 {
		return string(t.editor.text[:start]) + string(t.composing) + string(t.editor.text[end:])
	}
	return string(t.editor.text)
}

// leave ends editing.
func (t *typist) leave() {
	if t.field == "" {
		return
	}
	t.composer.Cancel()
	t.field, t.composing = "", nil
}

// edit takes the keys of a tick and reports the text if they changed it. It tells whether an input method took them.
func (t *typist) edit(box *view.Box, measure *faces, add func(view.Event)) (taken bool) {
	t.meet(box)
	t.mouse(box, measure)
	t.look(box, measure)
	taken, err := t.composer.Update()
	if err == nil && !taken {
		t.commands()
	}
	if text, ok := t.clipboard.pasted(); ok {
		t.composer.Confirm()
		t.editor.insert(text)
	}
	if said := t.said(); said != t.reported {
		t.reported = said
		add(view.Event{Kind: view.Edit, ID: t.field, Text: said})
	}
	return taken
}

// meet takes up a field that has just got the focus, or what the scene made of the text.
func (t *typist) meet(box *view.Box) {
	switch {
	case t.field != box.ID:
		t.leave()
		t.field = box.ID
		t.editor.set(box.Value)
	case box.Value != t.reported && len(t.composing) == 0:
		t.composer.Cancel()
		t.editor.adopt(box.Value)
	default:
		return
	}
	t.reported = box.Value
}

// mouse puts the caret where the mouse is, and selects while it is held.
func (t *typist) mouse(box *view.Box, measure *faces) {
	pressed := inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonLeft)
	held := ebiten.IsMouseButtonPressed(ebiten.MouseButtonLeft)
	x, y := ebiten.CursorPositionF()
	x, y = x/measure.scale, y/measure.scale
	inside := box.Rect.Contains(x, y)
	switch {
	case pressed && inside, t.released && inside && !t.drags:
		t.drags = pressed
		t.composer.Confirm()
		t.editor.place(runeAt(box, measure, x), ebiten.IsKeyPressed(ebiten.KeyShift))
	case held && t.drags:
		t.editor.place(runeAt(box, measure, x), true)
	case !held:
		t.drags = false
	}
}

// look tells the input method where the caret is.
func (t *typist) look(box *view.Box, measure *faces) {
	device := ebiten.Monitor().DeviceScaleFactor()
	css := measure.scale / device
	_, end := t.caret()
	x, r := box.Rect.X, box.Rect
	if len(box.Lines) > 0 {
		x = box.Lines[0].X + text.AdvanceAt(box.Value, byteOf(box.Value, end), measure.face(keyOf(box.Style, false)))/measure.scale
	}
	t.spot = image.Rect(int(x*css), int(r.Y*css), int(x*css)+1, int((r.Y+r.H)*css))
}

// runeAt is the rune of a field's value before which x is.
func runeAt(box *view.Box, measure *faces, x float64) int {
	if len(box.Slots) > 0 {
		for i, slot := range box.Slots {
			if x < slot.X+slot.W {
				return i
			}
		}
		return len(box.Slots)
	}
	if len(box.Lines) == 0 {
		return 0
	}
	x -= box.Lines[0].X
	face, last, n := measure.face(keyOf(box.Style, false)), 0.0, 0
	for i := range box.Value {
		at := text.AdvanceAt(box.Value, i, face) / measure.scale
		if i > 0 {
			if x < (last+at)/2 {
				return n
			}
			n++
		}
		last = at
	}
	if end := text.AdvanceAt(box.Value, len(box.Value), face) / measure.scale; box.Value != "" && x >= (last+end)/2 {
		n++
	}
	return n
}

// commands are the keys that edit.
func (t *typist) commands() {
	word, selecting := command(), ebiten.IsKeyPressed(ebiten.KeyShift)
	on := func(key ebiten.Key, do func()) {
		if fires(inpututil.KeyPressDuration(key), true) {
			t.composer.Confirm() // an input method must not be edited under
			do()
		}
	}
	on(ebiten.KeyArrowLeft, func() { t.editor.move(-1, word, selecting) })
	on(ebiten.KeyArrowRight, func() { t.editor.move(1, word, selecting) })
	on(ebiten.KeyHome, func() { t.editor.place(0, selecting) })
	on(ebiten.KeyEnd, func() { t.editor.place(len(t.editor.text), selecting) })
	on(ebiten.KeyBackspace, func() { t.editor.erase(-1, word) })
	on(ebiten.KeyDelete, func() { t.editor.erase(1, word) })
	if !word {
		return
	}
	on(ebiten.KeyA, t.editor.selectAll)
	on(ebiten.KeyC, func() { t.clipboard.copy(t.editor.selected()) })
	on(ebiten.KeyX, func() {
		t.clipboard.copy(t.editor.selected())
		if t.editor.from != t.editor.to {
			t.editor.insert("")
		}
	})
	on(ebiten.KeyV, t.clipboard.paste)
}

// command tells whether Control, or Command on a Mac, is held.
func command() bool {
	return ebiten.IsKeyPressed(ebiten.KeyControl) || ebiten.IsKeyPressed(ebiten.KeyMeta)
}
