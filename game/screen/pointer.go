package screen

import (
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"coderounds/game/view"
)

// contact is where the mouse or the first finger is, in units of the layout.
type contact struct {
	x, y   float64
	down   bool
	finger bool
	wheel  float64 // to be scrolled by, downward
}

// readContact asks the devices. A finger comes before a mouse.
func readContact(scale float64) contact {
	_, wheel := ebiten.Wheel()
	c := contact{wheel: -wheel * wheelStep}
	if ids := ebiten.AppendTouchIDs(nil); len(ids) > 0 {
		c.x, c.y = ebiten.TouchPositionF(ids[0])
		c.down, c.finger = true, true
	} else {
		c.x, c.y = ebiten.CursorPositionF()
		c.down = ebiten.IsMouseButtonPressed(ebiten.MouseButtonLeft)
	}
	c.x, c.y = c.x/scale, c.y/scale
	return c
}

// pointer turns contacts into raw events. A finger drags the page, and the page goes on a little when it
// is let go.
type pointer struct {
	last  contact
	speed float64 // of the page, in units a tick
}

// How fast a page that was let go loses its speed, and when it stands.
const (
	friction  = 0.94
	stillness = 0.4
)

// step compares a contact with the last one.
func (p *pointer) step(st *view.Stage, c contact, calm bool, take func(view.Event)) {
	last := p.last
	switch {
	case c.down && !last.down:
		p.speed = 0
		take(view.Event{Kind: view.PointDown, X: c.x, Y: c.y})
	case c.down && c.finger:
		before := st.Scroll()
		st.Drag(c.y)
		p.speed = 0.6*p.speed + 0.4*(st.Scroll()-before)
	case !c.down && last.down && last.finger:
		take(view.Event{Kind: view.PointUp, X: last.x, Y: last.y})
		take(view.Event{Kind: view.Point, X: -1, Y: -1}) // a finger that is away points at nothing
	case !c.down && last.down:
		take(view.Event{Kind: view.PointUp, X: c.x, Y: c.y})
	case last.finger:
		// The mouse is where it was before the finger came.
	case c.x != last.x || c.y != last.y:
		take(view.Event{Kind: view.Point, X: c.x, Y: c.y})
	}
	if c.wheel != 0 {
		take(view.Event{Kind: view.Wheel, X: c.x, Y: c.wheel})
	}
	p.last = c
	p.coast(calm, take)
}

// coast scrolls on after a drag.
func (p *pointer) coast(calm bool, take func(view.Event)) {
	if p.last.down || p.speed == 0 {
		return
	}
	p.speed *= friction
	if calm || math.Abs(p.speed) < stillness {
		p.speed = 0
		return
	}
	take(view.Event{Kind: view.Wheel, Y: p.speed})
}
