package game_test

import (
	"testing"

	"coderounds/codesets"
	"coderounds/game"
	"coderounds/quiz"

	"github.com/stretchr/testify/require"
)

// TestFeedbackTellsWhatExcludesTheRightCode answers questions until one has a code that its own excludes, and gives that.
func TestFeedbackTellsWhatExcludesTheRightCode(t *testing.T) {
	p := start(t, new(quiz.Unsaved))
	for range 40 {
		p.press("start")
		for asked(p) != nil {
			q := asked(p)
			if q.Card.Kind == quiz.Type && q.Code != "" && q.Card.System == codesets.ICD10CM {
				set := p.desk.Library.Set(codesets.ICD10CM)
				if wrong, note := excluded(set, q.Code); wrong != "" {
					p.edit("answer", wrong)
					p.press("check")
					require.Contains(t, p.shows(), note.String()+" Do not report both, unless")
					return
				}
			}
			p.answer(true)
			p.press("continue")
		}
		p.press("home")
	}
	t.Fatal("no question asks for a code that another excludes")
}

func asked(p *player) *quiz.Question {
	if r, ok := p.scene.(*game.Round); ok {
		q := r.Asked()
		return &q
	}
	return nil
}

// excluded finds a code that excludes the given one.
func excluded(set *codesets.Set, code string) (string, codesets.Exclusion) {
	at, _ := set.Find(code)
	for i := range set.Len() {
		if all := set.Excludes(i, at); set.Billable(i) && len(all) > 0 && all[0].Kind == codesets.Excludes1 {
			return set.Code(i), all[0]
		}
	}
	return "", codesets.Exclusion{}
}
