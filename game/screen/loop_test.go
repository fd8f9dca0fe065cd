package screen

import (
	"testing"
	"time"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/stretchr/testify/require"

	"coderounds/game"
	"coderounds/game/view"
)

// script is a shell that plays what it is given.
type script struct {
	events  []view.Event
	mirrors []string // the focus at each
	prefers view.Preferences
}

func (s *script) Events() []view.Event {
	e := s.events
	s.events = nil
	return e
}

func (s *script) Mirror(_ view.Result, _ float64, focus string) { s.mirrors = append(s.mirrors, focus) }
func (s *script) Caret() (start, end int)                       { return 0, 0 }
func (s *script) Prefers() view.Preferences                     { return s.prefers }

// ask is a scene that says what it is told, and goes on to the next when pressed.
type ask struct {
	page    view.Part
	next    game.Scene
	updates int
	views   int
	inputs  []game.Input
	waits   bool
	edited  string
}

func (a *ask) Update(in game.Input) game.Scene {
	a.updates++
	a.inputs = append(a.inputs, in)
	for _, e := range in.Events {
		switch e.Kind {
		case view.Press:
			return a.next
		case view.Edit:
			a.edited = e.Text
		}
	}
	return a
}

func (a *ask) View() view.Part {
	a.views++
	return a.page
}

func (a *ask) Waiting() bool { return a.waits }

func pageOf(id string, children ...view.Part) view.Part {
	return view.Part{Role: view.Page, ID: id, Children: children}
}

// stageFor returns a loop in a window of 640 by 480 on a display of one device pixel to the CSS pixel.
func stageFor(t *testing.T, shell *script, scene game.Scene, look *game.Look) *loop {
	t.Helper()
	l, err := newLoop(Options{Scene: scene, Shell: shell, Look: func() game.Look { return *look }, Now: func() time.Time { return time.Unix(1, 0) }})
	require.NoError(t, err)
	l.outer = view.Rect{W: 640, H: 480}
	return l
}

// run plays ticks, with a frame after each.
func (l *loop) run(ticks int, paper *ebiten.Image) {
	for range ticks {
		l.settle(1)
		l.tick(contact{}, nil)
		l.Draw(paper)
	}
}

func TestIdleDrawsNothing(t *testing.T) {
	needDisplay(t)
	shell, look := &script{}, &game.Look{}
	scene := &ask{page: pageOf("one", view.Part{Role: view.Button, ID: "go", Name: "Go"})}
	l := stageFor(t, shell, scene, look)
	paper := ebiten.NewImage(640, 480)
	l.run(1, paper)
	require.Equal(t, 1, l.draws)
	l.run(100, paper)
	require.Equal(t, 1, l.draws, "nothing happened")
	require.Equal(t, 1, scene.views)
	require.Zero(t, scene.updates)
	require.Len(t, shell.mirrors, 1)

	shell.events = []view.Event{{Kind: view.Key, Text: "Tab"}}
	l.run(10, paper)
	require.Equal(t, 2, l.draws, "the ring")
	require.Equal(t, []string{"", "go"}, shell.mirrors)
	require.Zero(t, scene.updates, "the focus is no scene's affair")

	look.Theme = game.ThemeDark
	l.run(10, paper)
	require.Equal(t, 3, l.draws, "another look")
	l.Draw(ebiten.NewImage(320, 480))
	require.Equal(t, 4, l.draws, "another window")
}

func TestScenesFollowOneAnother(t *testing.T) {
	needDisplay(t)
	last := &ask{page: pageOf("two", view.Part{Role: view.Button, ID: "end", Name: "End", Keys: []string{"e"}})}
	first := &ask{page: pageOf("one", view.Part{Role: view.Button, ID: "go", Name: "Go", Keys: []string{"g"}}), next: last}
	shell := &script{}
	l := stageFor(t, shell, first, &game.Look{})
	paper := ebiten.NewImage(640, 480)
	l.run(1, paper)
	shell.events = []view.Event{{Kind: view.Key, Text: "g"}, {Kind: view.Key, Text: "e"}}
	l.run(1, paper)
	require.Equal(t, []game.Input{{Now: time.Unix(1, 0), Events: []view.Event{{Kind: view.Press, ID: "go"}}}}, first.inputs)
	require.Equal(t, []view.Event{{Kind: view.Press, ID: "end"}}, last.inputs[0].Events, "the second key met the second page")
	require.Nil(t, l.scene)
	require.Equal(t, ebiten.Termination, l.Update())
}

func TestMotionEnds(t *testing.T) {
	needDisplay(t)
	scene := func() *ask {
		next := &ask{page: pageOf("two", view.Part{Role: view.Text, Name: "Two"})}
		return &ask{page: pageOf("one", view.Part{Role: view.Button, ID: "go", Keys: []string{"g"}}), next: next}
	}
	paper := ebiten.NewImage(640, 480)
	for name, test := range map[string]struct {
		look        game.Look
		least, most int
	}{
		"a page slides in":                       {game.Look{}, 5, 12},
		"not for a player who wants no movement": {game.Look{Calm: true}, 1, 1},
	} {
		t.Run(name, func(t *testing.T) {
			shell := &script{}
			l := stageFor(t, shell, scene(), &test.look)
			l.run(30, paper)
			require.Equal(t, 1, l.draws, "the first page is simply there")
			shell.events = []view.Event{{Kind: view.Key, Text: "g"}}
			l.run(60, paper)
			require.GreaterOrEqual(t, l.draws-1, test.least)
			require.LessOrEqual(t, l.draws-1, test.most)
			require.Zero(t, l.next.rise)
		})
	}
}

func TestWaitingScenesAreAsked(t *testing.T) {
	needDisplay(t)
	scene := &ask{page: pageOf("one"), waits: true}
	l := stageFor(t, &script{}, scene, &game.Look{})
	paper := ebiten.NewImage(640, 480)
	l.run(10, paper)
	require.Equal(t, 10, scene.updates)
	require.Equal(t, 1, l.draws, "it said the same each time")
	scene.page = pageOf("one", view.Part{Role: view.Progress, Value: "0.5"})
	l.run(10, paper)
	require.Equal(t, 2, l.draws)
	scene.waits = false
	l.run(10, paper)
	require.Equal(t, 20, scene.updates)
}

func TestAnEditIsMirroredEvenIfRefused(t *testing.T) {
	needDisplay(t)
	shell := &script{}
	scene := &ask{page: pageOf("one", view.Part{Role: view.Field, ID: "f", State: view.Wanted})}
	l := stageFor(t, shell, scene, &game.Look{})
	paper := ebiten.NewImage(640, 480)
	l.run(1, paper)
	shell.events = []view.Event{{Kind: view.Edit, ID: "f", Text: "!"}}
	l.run(1, paper)
	require.Equal(t, "!", scene.edited)
	require.Equal(t, []string{"f", "f"}, shell.mirrors)
}

func TestTextScaleIsASmallerRoom(t *testing.T) {
	needDisplay(t)
	l := stageFor(t, &script{}, &ask{page: pageOf("one")}, &game.Look{TextScale: 2})
	l.settle(3)
	require.Equal(t, view.Rect{W: 320, H: 240}, l.stage.Laid().Root.Rect)
	require.Equal(t, 6.0, l.painter.faces.scale)
}

func TestNoScene(t *testing.T) {
	_, err := newLoop(Options{})
	require.ErrorContains(t, err, "no scene")
}
