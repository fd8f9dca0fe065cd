package game_test

import (
	"testing"

	"coderounds/game"
	"coderounds/quiz"

	"github.com/stretchr/testify/require"
)

// TestEveryWrongOptionSaysWhy plays until options have been met, and looks for the reason of each wrong one after right
// and wrong answers alike.
func TestEveryWrongOptionSaysWhy(t *testing.T) {
	p := start(t, new(quiz.Unsaved))
	p.press("start")
	met := 0
	for n := 0; ; n++ {
		round, asking := p.scene.(*game.Round)
		if !asking {
			break
		}
		q := round.Asked()
		p.answer(n%2 == 0)
		if q.Card.Kind == quiz.Choose {
			met++
			for _, o := range q.Options {
				if !o.Right && o.Reason != "" {
					require.Contains(t, p.shows(), o.Reason, "of %s", o.Text)
				}
			}
		}
		p.press("continue")
	}
	require.Positive(t, met)
}
