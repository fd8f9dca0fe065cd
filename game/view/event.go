package view

import "io/fs"

// Kind is the kind of an [Event].
type Kind uint8

// Raw events come from a device or from the page around the canvas; a [Stage] turns them into the meant
// ones, which are all that a scene sees: Press, Edit, Drop and Back.
const (
	Press     Kind = iota + 1 // the part ID was pressed
	Edit                      // the field ID now holds Text
	Drop                      // Files were dropped or picked
	Back                      // Escape, the back button, B on a gamepad
	Key                       // raw: the key Text went down ("Enter", "ArrowDown", "a")
	Focus                     // raw: the focus moved to the part ID
	Point                     // raw: the pointer is at X, Y
	PointDown                 // raw: the pointer went down at X, Y
	PointUp                   // raw: the pointer went up at X, Y
	Wheel                     // raw: scroll by Y at the pointer
	Resumed                   // the page or window came back to the front
)

// Event is something that a player did.
type Event struct {
	Kind Kind
	ID   string
	Text string
	X, Y float64
	// Files are what was dropped, as a file system to be read at leisure.
	Files fs.FS
}
