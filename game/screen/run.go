package screen

import (
	"fmt"
	"image"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"coderounds/game"
)

// Options say what is shown, and where.
type Options struct {
	// Title and Icon are those of a desktop's window.
	Title string
	Icon  []image.Image
	// Scene is the first one.
	Scene game.Scene
	// Shell is the page of a browser. On a desktop it is nil: a window is opened.
	Shell Shell
	// Look is asked every tick; nil is the default look.
	Look func() game.Look
	// Now is the clock of the scenes; nil is time.Now.
	Now func() time.Time
}

// The size of a new window, and the least it can be made, in CSS pixels.
const (
	windowWidth, windowHeight = 1080, 800
	leastWidth, leastHeight   = 320, 400
)

// Run shows the scenes until one of them ends the game or the window is closed. It must be called from
// the main goroutine, once.
func Run(o Options) error {
	l, err := newLoop(o)
	if err != nil {
		return err
	}
	ebiten.SetWindowTitle(o.Title)
	ebiten.SetWindowIcon(o.Icon)
	ebiten.SetWindowSize(windowWidth, windowHeight)
	ebiten.SetWindowSizeLimits(leastWidth, leastHeight, -1, -1)
	ebiten.SetWindowResizingMode(ebiten.WindowResizingModeEnabled)
	ebiten.SetScreenClearedEveryFrame(false) // a picture stays until the next one
	if err := ebiten.RunGameWithOptions(l, &ebiten.RunGameOptions{ApplePressAndHoldEnabled: true}); err != nil {
		return fmt.Errorf("show the game: %w", err)
	}
	return nil
}
