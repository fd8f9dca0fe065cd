//go:build !js

package screen

// wheelStep is what a unit of [ebiten.Wheel] scrolls, in units of the layout: desktops count notches.
const wheelStep = 64

// newShell opens a window.
func newShell(title string, measure func() *faces) (Shell, error) {
	return newWindow(title, measure), nil
}
