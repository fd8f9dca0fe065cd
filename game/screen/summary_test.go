package screen

import (
	"image/png"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"coderounds/game"
	"coderounds/game/view"
	"coderounds/quiz"
)

// answered gives the answer to the question shown, right or not, and goes on.
func answered(scene game.Scene, now *time.Time, right bool) game.Scene {
	do := func(e view.Event) {
		*now = now.Add(4 * time.Second)
		scene = scene.Update(game.Input{Now: *now, Events: []view.Event{e}})
		for w, ok := scene.(game.Waiter); ok && w.Waiting(); w, ok = scene.(game.Waiter) {
			scene = scene.Update(game.Input{Now: *now})
		}
	}
	press := func(id string) { do(view.Event{Kind: view.Press, ID: id}) }
	q := scene.(*game.Round).Asked()
	switch {
	case !right:
		press("dontknow")
	case q.Card.Kind == quiz.Choose:
		for i, o := range q.Options {
			if o.Right {
				press("option/" + quiz.OptionText(i))
			}
		}
	case q.Card.Kind == quiz.Find:
		do(view.Event{Kind: view.Edit, ID: "search", Text: q.Card.System.Format(q.Code)})
		press("hit/0")
	case q.Card.Kind == quiz.Build:
		for i, slot := range q.Slots {
			for v, value := range slot.Values {
				if value.Char == q.Code[len(q.Stem)+i] {
					press("value/" + quiz.OptionText(v))
				}
			}
		}
		press("check")
	default:
		do(view.Event{Kind: view.Edit, ID: "answer", Text: q.Answers[0]})
		press("check")
	}
	press("continue")
	return scene
}

// TestSummaryShots plays a round with two misses to its end, and one without a miss, and draws the summaries.
func TestSummaryShots(t *testing.T) {
	needDisplay(t)
	c, err := newCamera()
	require.NoError(t, err)
	for name, misses := range map[string]int{"summary": 2, "summary-best": 0} {
		now := evening
		scene := learned(t, 30, "start")
		for left := misses; ; left-- {
			if _, plays := scene.(*game.Round); !plays {
				break
			}
			scene = answered(scene, &now, left <= 0)
		}
		require.IsType(t, &game.Summary{}, scene)
		for _, theme := range []game.Theme{game.ThemeLight, game.ThemeDark} {
			for room, size := range map[string][2]int{"phone": {390, 844}, "desktop": {1280, 800}} {
				if os.Getenv("SHOTS_WHOLE") != "" {
					size[1] = 1300
				}
				picture := c.take(Shot{Page: scene.View(), W: size[0], H: size[1], Scale: 1, Look: game.Look{Theme: theme}})
				keep(t, name+"-"+room+"-"+string(theme), func(f *os.File) error { return png.Encode(f, picture) })
			}
		}
	}
}
