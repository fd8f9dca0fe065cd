package screen

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/game/view"
)

// list is a page of so many buttons, 48 high and 8 apart, the first at 16.
func list(n int) view.Part {
	p := view.Part{Role: view.Page, ID: "list", Layout: view.Layout{Gap: 8}}
	for i := range n {
		p.Children = append(p.Children, view.Part{Role: view.Button, ID: fmt.Sprint(i), Name: fmt.Sprint(i)})
	}
	return p
}

// hand plays contacts to a stage and writes down what comes of it.
type hand struct {
	pointer pointer
	stage   *view.Stage
	calm    bool
	presses []string
}

func newHand(n int) *hand {
	h := &hand{stage: view.NewStage(view.Typewriter{}, view.Room{W: 320, H: 480})}
	h.stage.Show(list(n))
	return h
}

func (h *hand) play(contacts ...contact) {
	for _, c := range contacts {
		h.pointer.step(h.stage, c, h.calm, func(e view.Event) {
			for _, meant := range h.stage.Handle(e) {
				h.presses = append(h.presses, meant.ID)
			}
		})
	}
}

func mouse(x, y float64) contact      { return contact{x: x, y: y} }
func mouseDown(x, y float64) contact  { return contact{x: x, y: y, down: true} }
func fingerDown(x, y float64) contact { return contact{x: x, y: y, down: true, finger: true} }

func TestMouse(t *testing.T) {
	h := newHand(3)
	h.play(mouse(100, 40))
	require.Equal(t, "0", h.stage.Hover())
	h.play(mouseDown(100, 40))
	require.Equal(t, "0", h.stage.Held())
	h.play(mouseDown(100, 100), mouse(100, 100))
	require.Empty(t, h.presses, "let go elsewhere")
	h.play(mouseDown(100, 100), mouseDown(110, 90), mouse(110, 90))
	require.Equal(t, "1", strings.Join(h.presses, " "), "a mouse moves while it presses")
	h.play(contact{x: 110, y: 90, wheel: 64})
	require.Zero(t, h.stage.Scroll(), "a short page does not scroll")
}

func TestFinger(t *testing.T) {
	h := newHand(20)
	h.play(fingerDown(100, 100), fingerDown(101, 103), mouse(0, 0))
	require.Equal(t, "1", strings.Join(h.presses, " "))
	require.Empty(t, h.stage.Hover(), "a finger that is away points at nothing")

	h.play(fingerDown(100, 300), fingerDown(100, 260), fingerDown(100, 220), mouse(0, 0))
	require.Len(t, h.presses, 1, "a drag is no press")
	let := h.stage.Scroll()
	require.Greater(t, let, 75.0)
	h.play(mouse(0, 0), mouse(0, 0))
	require.Greater(t, h.stage.Scroll(), let, "it goes on a little")
	for range 200 {
		h.play(mouse(0, 0))
	}
	at := h.stage.Scroll()
	h.play(mouse(0, 0), mouse(0, 0))
	require.Equal(t, at, h.stage.Scroll(), "and comes to rest")
	require.Zero(t, h.pointer.speed)
}

func TestFingerWhenCalm(t *testing.T) {
	h := newHand(20)
	h.calm = true
	h.play(fingerDown(100, 300), fingerDown(100, 260), fingerDown(100, 220), mouse(0, 0))
	let := h.stage.Scroll()
	h.play(mouse(0, 0), mouse(0, 0))
	require.Equal(t, let, h.stage.Scroll())
}

func TestATouchStopsTheCoasting(t *testing.T) {
	h := newHand(20)
	h.play(fingerDown(100, 300), fingerDown(100, 260), fingerDown(100, 220), mouse(0, 0), fingerDown(100, 200))
	at := h.stage.Scroll()
	h.play(fingerDown(100, 200), fingerDown(100, 200))
	require.Equal(t, at, h.stage.Scroll())
}

func TestHeldKeysRepeat(t *testing.T) {
	var fired []int
	for tick := range 40 {
		if fires(tick, true) {
			fired = append(fired, tick)
		}
		require.Equal(t, tick == 1, fires(tick, false))
	}
	require.Equal(t, []int{1, 30, 34, 38}, fired)
}
