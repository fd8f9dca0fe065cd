package drill_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"coderounds/codesets"
	"coderounds/quiz"
	"coderounds/quiz/drill"
	"coderounds/quiz/fsrs"

	"github.com/stretchr/testify/require"
)

// confused are the confusions of a learner who gave these wrong answers: card, right, given.
func confused(t testing.TB, kind quiz.Kind, answers ...[3]string) (*quiz.Confusions, quiz.Day) {
	t.Helper()
	model, err := fsrs.New(fsrs.DefaultParameters())
	require.NoError(t, err)
	m := quiz.NewMemory(model, quiz.DefaultRetention)
	at := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	for _, a := range answers {
		m.Add(&quiz.Review{
			Version: 1, Time: at, Card: quiz.CardID(a[0]), Kind: kind, Answer: a[1], Response: a[2], Outcome: quiz.Wrong, Grade: fsrs.Again,
		})
	}
	return m.Confusions(), quiz.DayOf(at)
}

// ask asks a card with many seeds, as a tutor.
func ask(t testing.TB, lib *codesets.Library, id quiz.CardID, c *quiz.Confusions, on quiz.Day, each func(quiz.Question)) {
	t.Helper()
	decks, err := drill.Decks(lib, lib, nil)
	require.NoError(t, err)
	asked := 0
	for _, d := range decks {
		if !slices.ContainsFunc(d.Cards(), func(c quiz.Card) bool { return c.ID == id }) {
			continue
		}
		for seed := range uint64(200) {
			q, err := d.(quiz.Tutor).QuestionFor(id, seed, c, on)
			require.NoError(t, err)
			again, err := d.(quiz.Tutor).QuestionFor(id, seed, c, on)
			require.NoError(t, err)
			require.Equal(t, q, again, "a seed and the confusions make the same question again")
			asked++
			each(q)
		}
	}
	require.NotZero(t, asked)
}

const before = "You have mixed these two up before."

// TestOwnConfusionsAreOffered: what was taken for a code is among the options for it, with its reason, however far away it is
// in the book; what is no code or a header is offered where codes are asked for; and no more than two of three.
func TestOwnConfusionsAreOffered(t *testing.T) {
	lib := starters(t)
	set := lib.Set(codesets.ICD10CM)
	title := func(code string) string {
		at, ok := set.Find(code)
		require.True(t, ok, code)
		return set.Title(at)
	}
	c, on := confused(t, quiz.Type,
		[3]string{"type/icd10cm/I10", "I10", "E11.9"}, // far away
		[3]string{"type/icd10cm/I10", "I10", "E11"},   // a header
		[3]string{"type/icd10cm/I10", "I10", "I1O"})   // no code
	seen := make(map[string]bool)
	ask(t, lib, "choose/icd10cm/I10", c, on, func(q quiz.Question) {
		checkOptions(t, q)
		mixed := 0
		for _, o := range q.Options {
			if strings.Contains(o.Reason, before) {
				require.False(t, o.Right)
				mixed++
				seen[o.Text] = true
			}
		}
		require.NotZero(t, mixed)
		require.LessOrEqual(t, mixed, 2)
	})
	require.Equal(t, map[string]bool{"E11": true, title("E119"): true, "E11.9": true}, seen, "the two that sort first among equals")

	ask(t, lib, "choose/icd10cm/E11", c, on, func(q quiz.Question) {
		if q.Code != "E119" {
			return
		}
		offered := slices.ContainsFunc(q.Options, func(o quiz.Option) bool {
			return (o.Text == "I10" || o.Text == title("I10")) && strings.Contains(o.Reason, before)
		})
		require.True(t, offered, "the other way round too")
	})

	c, on = confused(t, quiz.Choose, [3]string{"choose/icd10cm/E11", title("E119"), title("E1165")})
	ask(t, lib, "choose/icd10cm/E11", c, on, func(q quiz.Question) {
		if q.Code == "E119" {
			require.True(t, slices.ContainsFunc(q.Options, func(o quiz.Option) bool {
				return (o.Text == "E11.65" || o.Text == title("E1165")) && strings.Contains(o.Reason, before)
			}), "titles count as the codes they belong to")
		}
	})
}

func TestMixedUpModifiersComeFirst(t *testing.T) {
	lib := starters(t)
	c, on := confused(t, quiz.Choose, [3]string{"modifier/hcpcs/GA", "GA", "LT"})
	ask(t, lib, "modifier/hcpcs/GA", c, on, func(q quiz.Question) {
		checkOptions(t, q)
		require.True(t, slices.ContainsFunc(q.Options, func(o quiz.Option) bool { return o.Text == "LT" }))
	})
}

// TestMixedUpValuesAreKept: where a table's column has more values than are offered, those that were built for one another
// are among them.
func TestMixedUpValuesAreKept(t *testing.T) {
	lib := full(t)
	set := lib.Set(codesets.ICD10PCS)
	var id quiz.CardID
	var meant, taken string
	for i := range set.Len() {
		code := set.Code(i)
		if len(code) != 7 {
			continue
		}
		at, ok := set.Find(code[:3] + "9" + code[4:]) // another body part of the table
		if ok && code[:3] == "0DB" && code[3] != '9' && set.Billable(at) {
			id, meant, taken = quiz.CardID("build/icd10pcs/0DB"), code, set.Code(at)
			break
		}
	}
	require.NotEmpty(t, id)
	c, on := confused(t, quiz.Build, [3]string{string(id), meant, taken})
	found := 0
	ask(t, lib, id, c, on, func(q quiz.Question) {
		if q.Code[3] != meant[3] {
			return
		}
		found++
		require.True(t, slices.ContainsFunc(q.Slots[0].Values, func(v codesets.Value) bool { return v.Char == taken[3] }))
		require.Len(t, q.Slots[0].Values, 6)
	})
	require.NotZero(t, found)
}

// TestFamiliesOfCards: the memory knows a card's family by its name alone.
func TestFamiliesOfCards(t *testing.T) {
	lib := starters(t)
	decks, err := drill.Decks(lib, lib, nil)
	require.NoError(t, err)
	for _, d := range decks {
		for _, c := range d.Cards() {
			if f := c.ID.Family(); f != "" {
				require.Equal(t, c.Family, f)
			} else {
				require.Equal(t, "Modifiers", c.Topic)
			}
		}
	}
}
