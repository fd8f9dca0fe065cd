package screen

import (
	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"

	"coderounds/game/view"
)

// padKeys are the keys that the buttons of a gamepad stand for. The cross walks the focus in both
// directions alike, as a field keeps left and right to itself.
var padKeys = [...]struct {
	button  ebiten.StandardGamepadButton
	key     string
	repeats bool
}{
	{ebiten.StandardGamepadButtonLeftTop, "Shift+Tab", true},
	{ebiten.StandardGamepadButtonLeftLeft, "Shift+Tab", true},
	{ebiten.StandardGamepadButtonLeftBottom, "Tab", true},
	{ebiten.StandardGamepadButtonLeftRight, "Tab", true},
	{ebiten.StandardGamepadButtonRightBottom, "Enter", false},
	{ebiten.StandardGamepadButtonRightRight, "Escape", false},
	{ebiten.StandardGamepadButtonFrontTopLeft, "PageUp", true},
	{ebiten.StandardGamepadButtonFrontTopRight, "PageDown", true},
}

// pads are the gamepads that are plugged in.
type pads struct{ ids []ebiten.GamepadID }

// events are the keys that gamepads pressed in this tick.
func (p *pads) events() []view.Event {
	var events []view.Event
	p.ids = ebiten.AppendGamepadIDs(p.ids[:0])
	for _, id := range p.ids {
		if !ebiten.IsStandardGamepadLayoutAvailable(id) {
			continue
		}
		for _, b := range padKeys {
			if ticks := inpututil.StandardGamepadButtonPressDuration(id, b.button); fires(ticks, b.repeats) {
				events = append(events, view.Event{Kind: view.Key, Text: b.key})
			}
		}
	}
	return events
}

// When a key that is held repeats, in ticks: after half a second, then fifteen times a second.
const (
	repeatAfter = 30
	repeatEvery = 4
)

// fires tells whether a key that is down for so many ticks counts as pressed in this one.
func fires(ticks int, repeats bool) bool {
	return ticks == 1 || repeats && ticks >= repeatAfter && (ticks-repeatAfter)%repeatEvery == 0
}
