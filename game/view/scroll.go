package view

// keyboardHeight is the least that a keyboard on the screen covers, in CSS pixels, and air what is left free around what is
// scrolled into sight.
const (
	keyboardHeight = 160
	air            = 8
)

func (st *Stage) scrollBy(dy float64) {
	to := min(max(0, st.laid.Scroll+dy), st.laid.MaxScroll())
	if by := to - st.laid.Scroll; by != 0 {
		st.laid.scroll(by)
		st.hover = st.at(st.x, st.y)
	}
	if st.asks {
		st.asked = st.laid.Scroll
	} else {
		st.scroll[st.page.ID] = st.laid.Scroll
	}
}

// reveal scrolls so that a part can be seen whole.
func (st *Stage) reveal(id string) {
	b := st.laid.Root.Find(id)
	if b == nil || b.Clip != st.laid.Body {
		return
	}
	body := st.laid.Body
	switch {
	case b.Rect.Y-air < body.Y:
		st.scrollBy(b.Rect.Y - air - body.Y)
	case b.Rect.Y+b.Rect.H+air > body.Y+body.H:
		st.scrollBy(min(b.Rect.Y+b.Rect.H+air-body.Y-body.H, b.Rect.Y-air-body.Y))
	}
}

// Resize gives the stage another room or other faces; the scroll of room is ignored.
func (st *Stage) Resize(faces Faces, room Room) {
	covered := st.room.W == room.W && st.room.H-room.H >= keyboardHeight
	st.faces, st.room = faces, room
	st.lay()
	b := st.Field()
	switch {
	case b == nil || b.Clip != st.laid.Body:
	case covered:
		st.scrollBy(b.Rect.Y - air - st.laid.Body.Y) // to the top, so that there is room for what typing brings up below
	default:
		st.reveal(st.focus)
	}
}
