package screen

import "errors"

// wheelStep is what a unit of [ebiten.Wheel] scrolls, in units of the layout: browsers count pixels.
const wheelStep = 1

// newShell is the desktop's.
func newShell(string, func() *faces) (Shell, error) {
	return nil, errors.New("show the game: in a browser, Options.Shell is the page")
}
