package screen

import (
	"image"
	"image/color"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/game"
	"coderounds/game/view"
)

// at is the colour of a picture at a place in CSS pixels.
func at(picture *image.RGBA, scale, x, y float64) color.RGBA {
	return picture.RGBAAt(int(x*scale), int(y*scale))
}

// colours counts the pixels of each colour in a rectangle of CSS pixels.
func colours(picture *image.RGBA, scale float64, r view.Rect) map[color.RGBA]int {
	n := make(map[color.RGBA]int)
	for y := int(r.Y * scale); y < int((r.Y+r.H)*scale); y++ {
		for x := int(r.X * scale); x < int((r.X+r.W)*scale); x++ {
			n[picture.RGBAAt(x, y)]++
		}
	}
	return n
}

func TestPictureAtAnyScale(t *testing.T) {
	needDisplay(t)
	c, err := newCamera()
	require.NoError(t, err)
	th := lightTheme()
	page := pageOf("one",
		view.Part{Role: view.Button, ID: "go", Name: "HHHH", State: view.Primary},
		view.Part{Role: view.Text, Name: "HHHH"})
	for _, scale := range []float64{1, 1.5, 2, 3} {
		picture := c.take(Shot{Page: page, W: 320, H: 200, Scale: scale, Look: game.Look{Theme: game.ThemeLight}, Focus: "go"})
		require.Equal(t, th.page, at(picture, scale, 4, 4))
		require.Equal(t, th.ink, at(picture, scale, 30, 40), "the button is 288 by 48 from 16, 16")
		require.Equal(t, th.page, at(picture, scale, 160, 14.9), "air between the ring and the button")
		require.Equal(t, th.ring, at(picture, scale, 160, 12.5), "the ring")
		require.Equal(t, th.page, at(picture, scale, 160, 9), "and nothing beyond it")
		letters := colours(picture, scale, view.Rect{X: 16, Y: 64, W: 60, H: 24})
		require.NotZero(t, letters[th.ink], "stems have the full colour: text is sharp at %g", scale)
		white := colours(picture, scale, view.Rect{X: 130, Y: 30, W: 60, H: 20})
		require.NotZero(t, white[th.solid], "text on the button")
	}
}

func TestWhatScrollsIsClipped(t *testing.T) {
	needDisplay(t)
	c, err := newCamera()
	require.NoError(t, err)
	page := list(20)
	page.Children = append(page.Children, view.Part{Role: view.Text, Name: " ", Layout: view.Layout{Foot: true, MinH: 60}})
	picture := c.take(Shot{Page: page, W: 320, H: 400, Scale: 1, Look: game.Look{Theme: game.ThemeLight}, Scroll: 31})
	th := lightTheme()
	foot := colours(picture, 1, view.Rect{Y: 400 - 60 - 24 + 1, W: 320, H: 60 + 24 - 1})
	require.Equal(t, map[color.RGBA]int{th.page: 320 * 83}, foot, "nothing shines through the foot")
	require.Equal(t, th.line, at(picture, 1, 4, 400-60-24), "a line tells that the page goes on")
	require.NotEqual(t, th.page, at(picture, 1, 316, 50), "the bar")
}

func TestRightAndWrongAreMarked(t *testing.T) {
	needDisplay(t)
	c, err := newCamera()
	require.NoError(t, err)
	th := lightTheme()
	choice := view.Part{Role: view.Choice, ID: "a", Name: "Answer"}
	for state, tone := range map[view.State]view.Tone{view.Right: view.ToneRight, view.Wrong: view.ToneWrong} {
		choice.State = state
		picture := c.take(Shot{Page: pageOf("one", choice), W: 320, H: 200, Scale: 2, Look: game.Look{Theme: game.ThemeLight}})
		corner := colours(picture, 2, view.Rect{X: 288, Y: 8, W: 24, H: 24})
		require.NotZero(t, corner[th.tones[tone]], "the disc")
		require.NotZero(t, corner[th.solid], "the mark in it")
	}
}

func TestPaintingAltersNoPart(t *testing.T) {
	needDisplay(t)
	c, err := newCamera()
	require.NoError(t, err)
	for _, theme := range []game.Theme{game.ThemeLight, game.ThemeContrast} {
		page, same := sampleEntry(), sampleEntry()
		c.take(Shot{Page: page, W: 320, H: 400, Scale: 1, Look: game.Look{Theme: theme}})
		require.True(t, page.Equal(&same))
	}
}
