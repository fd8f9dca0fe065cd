package screen

import "coderounds/game/view"

// Shell is what is around the picture: the page of a browser, or the window of a desktop. Keys and text come
// from it, as it knows about languages, input methods and screen readers; pointers do not.
type Shell interface {
	// Events returns what happened since the last call, in order: Key, Focus, Edit, Press, Drop, Back, Resumed.
	Events() []view.Event
	// Mirror is told of each change: what is where now, how many CSS pixels a unit of the layout is, and the
	// id of the part that has the focus, or "". It keeps nothing that it may not alter.
	Mirror(laid view.Result, scale float64, focus string)
	// Caret returns what is selected in the field that has the focus, in runes of its Value from 0. Where
	// both are the same, it is the caret.
	Caret() (start, end int)
	// Prefers is asked every tick.
	Prefers() view.Preferences
}
