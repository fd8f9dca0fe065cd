package game

import (
	"time"

	"coderounds/game/view"
)

// Input is what happened since the last update.
type Input struct {
	// Now is the time of the update; scenes know no other clock.
	Now time.Time
	// Events in the order in which they happened: Press, Edit, Drop, Back and Resumed only.
	Events []view.Event
}

// Scene is one screen of the game.
type Scene interface {
	// Update takes what happened and returns the scene that is shown next: itself, another one, or
	// nil to quit. It never blocks. It is called when there are events and, while the scene is a
	// [Waiter] that waits, every frame; otherwise not at all.
	Update(in Input) Scene
	// View describes the scene as it is now. It is called after Update and has no effect.
	View() view.Part
}

// Waiter is a scene in which something is under way: a save, a load, a clock.
type Waiter interface {
	Waiting() bool
}
