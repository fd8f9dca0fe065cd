package wasm

import (
	"encoding/json"
	"fmt"

	"coderounds/game/view"
)

// message is one thing that happened on the page, as events.js and files.js queue it.
type message struct {
	Kind string `json:"k"`
	ID   string `json:"id"`
	Text string `json:"text"`
	// Start and End are the selection in the field that has the focus, in runes.
	Start int `json:"start"`
	End   int `json:"end"`
	// Batch names files to be fetched; Error says why there are none.
	Batch int    `json:"batch"`
	Error string `json:"error"`
	// What the player set in the system or the browser.
	Dark     bool `json:"dark"`
	Calm     bool `json:"calm"`
	Keyboard bool `json:"keyboard"`
}

func parseMessages(text string) ([]message, error) {
	var all []message
	if err := json.Unmarshal([]byte(text), &all); err != nil {
		return nil, fmt.Errorf("read the page's events: %w", err)
	}
	return all, nil
}

// event returns the event that a message is; ok is false for those that are none, such as a moved text cursor.
func (m message) event() (e view.Event, ok bool) {
	e = view.Event{ID: m.ID, Text: m.Text}
	switch m.Kind {
	case "press":
		e.Kind = view.Press
	case "edit":
		e.Kind = view.Edit
	case "key":
		e.Kind = view.Key
	case "focus":
		e.Kind = view.Focus
	case "back":
		e.Kind = view.Back
	case "resumed":
		e.Kind = view.Resumed
	default:
		return view.Event{}, false
	}
	return e, true
}
