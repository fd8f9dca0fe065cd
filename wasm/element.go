package wasm

import (
	"math"
	"strconv"
	"strings"

	"coderounds/game/view"
)

// leaf writes a part that is read as one text. Where something in it can be pressed, its children are written too.
func (w *writer) leaf(n *node, b *view.Box, path string) {
	if !pressableInside(b) {
		n.Text = says(b)
		return
	}
	n.Tag = "div"
	n.Kids = w.kids(b, seen(b), path)
}

// pressable writes a button. What is in it is read as its name.
func (w *writer) pressable(n *node, b *view.Box) {
	n.Tag = "button"
	n.Text = says(b)
	n.Attrs["type"] = "button"
	if b.State.Has(view.Disabled) || b.ID == "" {
		n.Attrs["disabled"] = ""
	}
	// A choice is always one or the other; that a plain button can be switched shows only while it is on.
	if b.Role == view.Choice || b.State.Has(view.Chosen) {
		n.Attrs["aria-pressed"] = strconv.FormatBool(b.State.Has(view.Chosen))
	}
	if m := mark(b.State); m != "" {
		n.Text += ", " + m
	}
	if b.Hint != "" {
		n.Attrs["aria-description"] = b.Hint
	}
	if keys := shortcuts(b.Keys); keys != "" {
		n.Attrs["aria-keyshortcuts"] = keys
	}
}

// item writes an entry of a list; one that can be pressed has a button that fills it.
func (w *writer) item(n *node, b *view.Box, path string) {
	n.Tag, n.Attrs["role"] = "li", "listitem"
	if b.ID == "" {
		if pressableInside(b) {
			n.Kids = w.kids(b, seen(b), path)
		} else {
			n.Text = says(b)
		}
		return
	}
	button := node{Key: n.Key, ID: b.ID, Attrs: make(map[string]string), Box: w.box(seen(b), seen(b))}
	w.pressable(&button, b)
	n.Key, n.ID = "li"+n.Key, ""
	n.Kids = []node{button}
}

// field writes the one kind of part that text goes into. What it looks like is the canvas's
// affair; the size of its letters only puts the cursor near the right one when it is clicked.
func (w *writer) field(n *node, b *view.Box) {
	value := b.Value
	n.Tag, n.Value = "input", &value
	n.Font = map[view.Size]float64{view.Body: 16, view.Small: 14, view.Large: 20, view.Title: 28, view.Display: 40}[b.Style.Size] * w.scale
	for name, text := range map[string]string{
		"type": "text", "inputmode": "text", "enterkeyhint": "go",
		"autocomplete": "off", "autocorrect": "off", "autocapitalize": "off", "spellcheck": "false",
		"aria-label": b.Name, "placeholder": b.Hint,
	} {
		n.Attrs[name] = text
	}
	if b.State.Has(view.Disabled) || b.ID == "" {
		n.Attrs["disabled"] = ""
	}
	if m := mark(b.State); m != "" {
		n.Attrs["aria-description"] = m
	}
	for _, slot := range b.Slots {
		n.Slots = append(n.Slots, w.round(slot.X+slot.W-seen(b).X))
	}
	if b.Style.Mono {
		n.Attrs["data-mono"] = ""
	}
}

func (w *writer) progress(n *node, b *view.Box) {
	share, err := strconv.ParseFloat(b.Value, 64)
	if err != nil || math.IsNaN(share) {
		share = 0
	}
	n.Tag = "div"
	n.Attrs["role"] = "progressbar"
	n.Attrs["aria-valuemin"], n.Attrs["aria-valuemax"] = "0", "100"
	n.Attrs["aria-valuenow"] = strconv.Itoa(int(math.Round(100 * min(1, max(0, share)))))
	if b.Name != "" {
		n.Attrs["aria-label"] = b.Name
	}
}

// mark returns the word for ✓ and ✗.
func mark(s view.State) string {
	switch {
	case s.Has(view.Right):
		return "right"
	case s.Has(view.Wrong):
		return "wrong"
	}
	return ""
}

// says returns what a part is called: its name, or else what is in it.
func says(b *view.Box) string {
	if b.Name != "" {
		return b.Name
	}
	var words []string
	for _, s := range b.Spans {
		words = append(words, s.Text)
	}
	if len(words) > 0 {
		return strings.Join(words, "")
	}
	if b.Role == view.Mark {
		words = append(words, mark(b.State))
	}
	for _, k := range b.Kids {
		if k.Role == view.KeyCap {
			continue
		}
		if text := says(k); text != "" {
			words = append(words, text)
		}
	}
	return strings.Join(words, " ")
}

// pressableInside tells whether anything below a box can be pressed.
func pressableInside(b *view.Box) bool {
	inside := false
	b.Each(func(k *view.Box) { inside = inside || k != b && k.Focusable() })
	return inside
}

// shortcuts returns keys as aria-keyshortcuts lists them. Enter and the space bar press every button and are not told.
func shortcuts(keys []string) string {
	var list []string
	for _, k := range keys {
		if k != "Enter" && k != " " {
			list = append(list, k)
		}
	}
	return strings.Join(list, " ")
}
