package screen

import (
	"fmt"
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"coderounds/game"
	"coderounds/game/view"
)

// Shot is a picture to be taken of a page, as it looks when it has come to rest.
type Shot struct {
	Name string
	Page view.Part
	// W and H are the size of the window in CSS pixels, and Scale the device pixels in one.
	W, H  int
	Scale float64
	Look  game.Look
	// Prefers is what the system wishes.
	Prefers view.Preferences
	// Focus is the part with the ring; "" leaves it to the page.
	Focus string
	// Scroll is how far the page is scrolled, in CSS pixels.
	Scroll float64
}

// Shoot takes pictures, in order, and hands each to save. It needs a display, if only a virtual one, but
// shows no window. Like [Run] it can be called once in a program.
func Shoot(shots []Shot, save func(name string, picture *image.RGBA) error) error {
	c, err := newCamera()
	if err != nil {
		return err
	}
	ebiten.SetWindowVisible(false)
	c.shots, c.save = shots, save
	if err := ebiten.RunGame(c); err != nil {
		return fmt.Errorf("take pictures: %w", err)
	}
	return nil
}

// camera is a game that takes a picture a tick and ends.
type camera struct {
	fonts  *fonts
	shapes *shapes
	shots  []Shot
	save   func(string, *image.RGBA) error
}

func newCamera() (*camera, error) {
	f, err := loadFonts()
	if err != nil {
		return nil, err
	}
	s, err := newShapes()
	if err != nil {
		return nil, err
	}
	return &camera{fonts: f, shapes: s}, nil
}

// Update implements [ebiten.Game].
func (c *camera) Update() error {
	if len(c.shots) == 0 {
		return ebiten.Termination
	}
	shot := c.shots[0]
	c.shots = c.shots[1:]
	return c.save(shot.Name, c.take(shot))
}

// Draw implements [ebiten.Game].
func (c *camera) Draw(*ebiten.Image) {}

// Layout implements [ebiten.Game].
func (c *camera) Layout(w, h int) (int, int) { return w, h }

// take draws a shot. It works only while a game runs.
func (c *camera) take(shot Shot) *image.RGBA {
	look := settled(shot.Look)
	f := newFaces(c.fonts, shot.Scale*look.TextScale)
	stage := view.NewStage(f, view.Room{
		W: float64(shot.W) / look.TextScale, H: float64(shot.H) / look.TextScale, Keyboard: shot.Prefers.Keyboard,
	})
	stage.Show(shot.Page)
	stage.Handle(view.Event{Kind: view.Wheel, Y: shot.Scroll / look.TextScale})
	if shot.Focus != "" {
		stage.Handle(view.Event{Kind: view.Focus, ID: shot.Focus})
	}
	p := painter{theme: themeOf(look.Theme, shot.Prefers.Dark), faces: f, shapes: c.shapes}
	w, h := int(math.Round(float64(shot.W)*shot.Scale)), int(math.Round(float64(shot.H)*shot.Scale))
	paper := ebiten.NewImage(w, h)
	defer paper.Deallocate()
	end := 0
	if field := stage.Field(); field != nil {
		end = len([]rune(field.Value))
	}
	p.paint(paper, poseOf(stage, span{end, end}))
	picture := image.NewRGBA(image.Rect(0, 0, w, h))
	paper.ReadPixels(picture.Pix)
	return picture
}

// poseOf is a stage at rest.
func poseOf(stage *view.Stage, caret span) pose {
	focus, ringed := stage.Focus()
	return pose{laid: stage.Laid(), focus: focus, ringed: ringed, hover: stage.Hover(), held: stage.Held(), caret: caret}
}

// settled is a look with sensible numbers: text between half and three times its size.
func settled(look game.Look) game.Look {
	if !(look.TextScale > 0) {
		look.TextScale = 1
	}
	look.TextScale = min(max(look.TextScale, 0.5), 3)
	return look
}
