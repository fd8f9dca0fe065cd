package screen

import (
	"errors"
	"image"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"coderounds/game"
	"coderounds/game/view"
)

// loop is the game as Ebitengine runs it: sixty ticks a second of [loop.Update], and [loop.Draw] at each
// frame. A tick in which nothing happens asks no scene, and a frame on which nothing has changed draws nothing.
type loop struct {
	look  func() game.Look
	now   func() time.Time
	shell Shell

	scene   game.Scene
	page    view.Part // what the scene said last
	stage   *view.Stage
	fonts   *fonts
	painter painter
	pointer pointer
	pads    pads
	speaker speaker
	outer   view.Rect // the window, in CSS pixels
	setting setting
	motion  float64 // 1 at the beginning of the slide of a new page, down to 0
	cursor  ebiten.CursorShapeType

	told  pose // what the shell was told of
	next  pose // what is to be seen
	drawn pose
	paper image.Point // size of the picture that was drawn
	draws int         // pictures drawn so far
}

// setting is what all places and colours depend on.
type setting struct {
	width, height float64 // of the window, in CSS pixels
	device        float64 // device pixels in a CSS pixel
	look          game.Look
	prefers       view.Preferences
}

func newLoop(o Options) (*loop, error) {
	if o.Scene == nil {
		return nil, errors.New("show the game: no scene")
	}
	c, err := newCamera()
	if err != nil {
		return nil, err
	}
	l := &loop{look: o.Look, now: o.Now, shell: o.Shell, scene: o.Scene, fonts: c.fonts}
	if l.look == nil {
		l.look = func() game.Look { return game.Look{} }
	}
	if l.now == nil {
		l.now = time.Now
	}
	if l.shell == nil {
		l.shell, err = newShell(o.Title, func() *faces { return l.painter.faces })
		if err != nil {
			return nil, err
		}
	}
	l.painter.shapes = c.shapes
	l.stage = view.NewStage(newFaces(c.fonts, 1), view.Room{})
	return l, nil
}

// Layout is not called: [loop.LayoutF] is.
func (l *loop) Layout(int, int) (int, int) { panic("LayoutF is there") }

// LayoutF implements [ebiten.LayoutFer]: a pixel of the picture is one of the device.
func (l *loop) LayoutF(width, height float64) (float64, float64) {
	l.outer.W, l.outer.H = width, height
	device := ebiten.Monitor().DeviceScaleFactor()
	return width * device, height * device
}

// Update implements [ebiten.Game].
func (l *loop) Update() error {
	device := ebiten.Monitor().DeviceScaleFactor()
	l.settle(device)
	l.tick(readContact(l.painter.faces.scale), l.pads.events())
	if l.scene == nil {
		return ebiten.Termination
	}
	if shape := l.shape(); shape != l.cursor {
		l.cursor = shape
		ebiten.SetCursorShape(shape)
	}
	return nil
}

// settle takes a new size or look.
func (l *loop) settle(device float64) {
	now := setting{l.outer.W, l.outer.H, device, settled(l.look()), l.shell.Prefers()}
	now.look.TextScale = min(now.look.TextScale, max(1, now.width/leastRoom))
	if now == l.setting {
		return
	}
	l.setting = now
	if scale := now.device * now.look.TextScale; l.painter.faces == nil || l.painter.faces.scale != scale {
		l.painter.faces = newFaces(l.fonts, scale)
	}
	l.painter.theme = themeOf(now.look.Theme, now.prefers.Dark)
	l.stage.Resize(l.painter.faces, now.room())
	if l.page.Role != view.Page {
		l.show()
		l.motion = 0
	}
}

// leastRoom is the narrowest that a page is laid out in: larger text than that would be cut within words.
const leastRoom = 280

// room is the screen in units of the layout.
func (s setting) room() view.Room {
	return view.Room{W: s.width / s.look.TextScale, H: s.height / s.look.TextScale, Keyboard: s.prefers.Keyboard}
}

// tick is what happens in a tick: the devices' events, then what waits, then what is seen of it.
func (l *loop) tick(c contact, raw []view.Event) {
	asked := false
	take := func(e view.Event) { asked = l.take(e) || asked }
	l.pointer.step(l.stage, c, l.setting.calm(), take)
	for _, e := range raw {
		take(e)
	}
	for _, e := range l.shell.Events() {
		take(e)
	}
	if l.scene == nil {
		return
	}
	if w, ok := l.scene.(game.Waiter); ok && !asked && w.Waiting() {
		l.update(nil)
	}
	l.motion = max(0, l.motion-1/motionTicks)
	start, end := l.shell.Caret()
	l.next = poseOf(l.stage, span{start, end})
	l.next.rise = l.motion * l.motion * l.motion // fast at first, then slower
	if l.next.laid != l.told.laid || l.next.focus != l.told.focus {
		l.mirror()
	}
}

// motionTicks is how long a new page slides: 160 ms.
const motionTicks = 0.16 * ebiten.DefaultTPS

func (s setting) calm() bool { return s.look.Calm || s.prefers.Calm }

// take hands an event to the stage, and what it means to the scene. It reports whether that was anything.
func (l *loop) take(e view.Event) bool {
	if l.scene == nil {
		return false
	}
	meant := l.stage.Handle(e)
	if len(meant) == 0 {
		return false
	}
	if l.setting.look.Sound {
		l.speaker.wake() // a browser lets nobody speak before the player has done something
	}
	l.update(meant)
	if e.Kind == view.Edit && l.scene != nil {
		l.mirror() // even if the scene changed nothing: the shell has text that the field has not
	}
	return true
}

func (l *loop) update(events []view.Event) {
	l.scene = l.scene.Update(game.Input{Now: l.now(), Events: events})
	if l.scene != nil {
		l.show()
	}
}

// show puts the scene's view on the stage, unless it says what it said before.
func (l *loop) show() {
	page := l.scene.View()
	if page.Equal(&l.page) {
		return
	}
	if l.setting.look.Sound {
		l.speaker.play(newCue(&l.page, &page))
	}
	if page.ID != l.page.ID && !l.setting.calm() {
		l.motion = 1
	}
	l.page = page
	l.stage.Show(page)
}

func (l *loop) mirror() {
	focus, _ := l.stage.Focus()
	l.told = poseOf(l.stage, span{})
	l.shell.Mirror(l.stage.Laid(), l.setting.look.TextScale, focus)
}

// shape is the mouse cursor over what it is over.
func (l *loop) shape() ebiten.CursorShapeType {
	p := l.page.Find(l.stage.Hover())
	switch {
	case p == nil:
		return ebiten.CursorShapeDefault
	case p.Role == view.Field:
		return ebiten.CursorShapeText
	}
	return ebiten.CursorShapePointer
}

// Draw implements [ebiten.Game].
func (l *loop) Draw(screen *ebiten.Image) {
	if l.painter.faces == nil || l.next == l.drawn && l.paper == screen.Bounds().Size() {
		return
	}
	l.painter.paint(screen, l.next)
	l.drawn, l.paper = l.next, screen.Bounds().Size()
	l.draws++
}
