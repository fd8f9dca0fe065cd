package drill_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"coderounds/codesets"
	"coderounds/codesets/release"
	"coderounds/codesets/starter"
	"coderounds/quiz"
	"coderounds/quiz/drill"

	"github.com/stretchr/testify/require"
)

func starters(t testing.TB) *codesets.Library {
	t.Helper()
	lib, err := starter.Library()
	require.NoError(t, err)
	return lib
}

// full is the starter library with the FY2026 releases put in, or the test is skipped.
func full(t testing.TB) *codesets.Library {
	t.Helper()
	lib := starters(t)
	for _, name := range []string{"icd10cm-2026-code-descriptions.zip", "icd10pcs-2026-order-file.zip"} {
		data, err := os.ReadFile("../../../shared/data/releases/" + name)
		if os.IsNotExist(err) {
			t.Skipf("the reference release %s is not beside the checkout", name)
		}
		require.NoError(t, err)
		sets, err := release.Read(fstest.MapFS{name: {Data: data}}, nil)
		require.NoError(t, err)
		lib.Put(sets[0])
	}
	return lib
}

// check asks every stride-th card of every deck with a few seeds and holds what every question promises.
func check(t *testing.T, lib *codesets.Library, stride int) {
	seen := make(map[quiz.CardID]bool)
	kinds := make(map[quiz.Kind]int)
	failed := 0
	decks, err := drill.Decks(lib, starters(t), nil)
	require.NoError(t, err)
	for _, deck := range decks {
		for i, card := range deck.Cards() {
			require.False(t, seen[card.ID], "%s is in two decks", card.ID)
			seen[card.ID] = true
			if i%stride != 0 {
				continue
			}
			for seed := range uint64(3) {
				q, err := deck.Question(card.ID, seed)
				if err != nil {
					failed++
					continue
				}
				kinds[card.Kind]++
				require.Equal(t, card, q.Card)
				again, err := deck.Question(card.ID, seed)
				require.NoError(t, err)
				require.Equal(t, q, again, "a seed makes the same question again")
				checkQuestion(t, lib, q)
			}
		}
	}
	for _, k := range []quiz.Kind{quiz.Find, quiz.Type, quiz.Choose, quiz.Build} {
		require.NotZero(t, kinds[k], k)
	}
	require.Less(t, failed, 10, "hardly a card cannot be asked")
}

func checkQuestion(t *testing.T, lib *codesets.Library, q quiz.Question) {
	t.Helper()
	require.NotEmpty(t, q.Text, q.Card.ID)
	require.NotEmpty(t, q.Prompt, q.Card.ID)
	require.NotEmpty(t, q.Source, q.Card.ID)
	set := lib.Set(q.Card.System)
	switch q.Card.Kind {
	case quiz.Choose:
		checkOptions(t, q)
		return
	case quiz.Build:
		at, ok := set.Find(q.Code)
		require.True(t, ok)
		require.Len(t, q.Slots, len(q.Code)-len(q.Stem))
		require.True(t, strings.HasPrefix(q.Code, q.Stem))
		for i, slot := range q.Slots {
			found := false
			for _, v := range slot.Values {
				require.NotEmpty(t, v.Label, q.Code)
				found = found || v.Char == q.Code[len(q.Stem)+i]
			}
			require.True(t, found, "%s: slot %d offers what is right", q.Code, i)
		}
		require.True(t, set.At(at).Billable)
	case quiz.Find:
		require.Positive(t, q.Par)
	}
	require.Equal(t, quiz.Right, q.Judge(quiz.Response{Text: set.Release().System.Format(q.Code)}))
}

func checkOptions(t *testing.T, q quiz.Question) {
	t.Helper()
	require.GreaterOrEqual(t, len(q.Options), 3, q.Card.ID)
	rights := 0
	texts := make(map[string]bool)
	for i, o := range q.Options {
		require.False(t, texts[o.Text], "%s: %q stands twice", q.Card.ID, o.Text)
		texts[o.Text] = true
		if o.Right {
			rights++
			require.Equal(t, quiz.Right, q.Judge(quiz.Response{Text: quiz.OptionText(i)}))
		} else {
			require.NotEmpty(t, o.Reason, "%s: %q", q.Card.ID, o.Text)
		}
	}
	require.Equal(t, 1, rights, q.Card.ID)
}

func TestDecksOfStarterSets(t *testing.T) { check(t, starters(t), 1) }

func TestDecksOfFullReleases(t *testing.T) { check(t, full(t), 9) }

// TestPlaceholderIsTaught: a stem shorter than six characters needs X, and leaving it out is explained.
func TestPlaceholderIsTaught(t *testing.T) {
	lib := starters(t)
	decks, err := drill.Decks(lib, lib, nil)
	require.NoError(t, err)
	for _, deck := range decks {
		for _, card := range deck.Cards() {
			if card.Kind != quiz.Build || card.System != codesets.ICD10CM {
				continue
			}
			q, err := deck.Question(card.ID, 1)
			require.NoError(t, err)
			if len(q.Stem) > 5 {
				continue
			}
			require.Contains(t, q.Rationale, "placeholder X")
			short := q.Stem + q.Code[6:]
			require.NotEqual(t, quiz.Right, q.Judge(quiz.Response{Text: short}))
			require.Contains(t, lib.Set(codesets.ICD10CM).Check(short).String(), "placeholder X is missing")
			return
		}
	}
	t.Fatal("no family with a placeholder")
}
