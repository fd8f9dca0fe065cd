package game

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"coderounds/codesets"
	"coderounds/game/view"
	"coderounds/quiz"
	"coderounds/quiz/fsrs"
	"coderounds/quiz/pupil"
)

// golden compares a text with a file in testdata. GOLDEN=write writes the file anew, to be looked at before it is kept.
func golden(t *testing.T, name, text string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if os.Getenv("GOLDEN") == "write" {
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	require.Equal(t, string(want), text, "if it should be so: GOLDEN=write go test ./game")
}

// smallBook is an ICD-10-CM of three chapters, made up, so that the texts below stay as they are when content changes.
func smallBook(t *testing.T) *codesets.Library {
	t.Helper()
	draft := codesets.Draft{Release: codesets.Release{System: codesets.ICD10CM, Label: "test"}, Codes: codesets.NewCodes(0)}
	for _, g := range [][4]string{{"2", "Neoplasms", "C00", "D49"}, {"9", "Diseases of the circulatory system", "I00", "I99"},
		{"21", "Factors influencing health status and contact with health services", "Z00", "Z99"}} {
		draft.Groups = append(draft.Groups, codesets.Group{Level: codesets.Chapter, Label: g[0], Title: g[1], First: g[2], Last: g[3]})
	}
	for _, letter := range "CIZ" {
		for category := range 8 {
			head := fmt.Sprintf("%c%02d", letter, 10+category)
			draft.Codes.Append(codesets.Code{Code: head, Long: "Category " + head})
			for n := range 4 {
				code := fmt.Sprintf("%s%d", head, n)
				draft.Codes.Append(codesets.Code{Code: code, Billable: true, Long: "Title of " + code})
			}
		}
	}
	set, err := codesets.Build(draft, nil)
	require.NoError(t, err)
	library := codesets.NewLibrary()
	library.Put(set)
	return library
}

// smallDeck asks for the codes of a small book, and some questions across books.
type smallDeck struct {
	set   *codesets.Set
	cards []quiz.Card
}

func newSmallDeck(library *codesets.Library) *smallDeck {
	d := &smallDeck{set: library.Set(codesets.ICD10CM)}
	for i := range d.set.Len() {
		if d.set.Billable(i) {
			continue
		}
		category := d.set.Code(i)
		for _, kind := range []quiz.Kind{quiz.Find, quiz.Type} {
			d.cards = append(d.cards, quiz.Card{
				ID: quiz.CardID(string(kind) + "/icd10cm/" + category), Kind: kind, System: codesets.ICD10CM,
				Topic: d.set.Groups(i)[0].Title, Family: "icd10cm/" + category, Common: true,
			})
		}
	}
	for i := range 12 {
		id := fmt.Sprintf("item/across-%d", i)
		d.cards = append(d.cards, quiz.Card{ID: quiz.CardID(id), Kind: quiz.Choose, Topic: "which book answers this", Family: id, Common: true})
	}
	return d
}

func (d *smallDeck) Cards() []quiz.Card { return d.cards }

func (d *smallDeck) Question(id quiz.CardID, seed uint64) (quiz.Question, error) {
	for _, c := range d.cards {
		if c.ID != id {
			continue
		}
		q := quiz.Question{Card: c, Seed: seed}
		if c.Kind == quiz.Choose {
			q.Options = []quiz.Option{{Text: "ICD-10-CM"}, {Text: "ICD-10-PCS", Right: true}, {Text: "HCPCS"}, {Text: "CPT"}}
			return q, nil
		}
		q.Code = fmt.Sprintf("%s%d", c.Family[len("icd10cm/"):], seed%4)
		q.Answers, q.Par = []string{q.Code}, 4+int(seed%3)
		return q, nil
	}
	return quiz.Question{}, fmt.Errorf("no card %s", id)
}

// TestStatisticsGolden shows what a few days and what a year come to, with all tables open.
func TestStatisticsGolden(t *testing.T) {
	evening := time.Date(2026, 11, 23, 19, 30, 0, 0, time.FixedZone("", -5*3600))
	library := smallBook(t)
	deck := newSmallDeck(library)
	for name, days := range map[string]int{"statistics-days": 2, "statistics-year": 364} {
		t.Run(name, func(t *testing.T) {
			reviews, err := pupil.Play([]quiz.Deck{deck}, library, pupil.Course{
				From: evening.AddDate(0, 0, -days).Add(-time.Hour), Days: days + 1, New: 1, Most: 12, Seed: 1,
			})
			require.NoError(t, err)
			store := new(quiz.Unsaved)
			for i := range reviews {
				line, err := reviews[i].Line()
				require.NoError(t, err)
				require.NoError(t, <-store.Append(line))
			}
			model, err := fsrs.New(fsrs.DefaultParameters())
			require.NoError(t, err)
			journal, err := quiz.OpenJournal(store, quiz.NewMemory(model, quiz.DefaultRetention))
			require.NoError(t, err)
			desk := &Desk{Library: library, Curriculum: library, Journal: journal, Settings: DefaultSettings(), drills: []quiz.Deck{deck}}
			scene := NewStatistics(desk, NewHome(desk, evening), evening)
			for scene.Waiting() {
				scene.Update(Input{Now: evening})
			}
			for _, id := range []string{"chapters", "topics", "days", "due", "recall", "lookups", "confusions"} {
				if page := scene.View(); page.Find("figures/"+id) != nil {
					scene.Update(Input{Now: evening, Events: []view.Event{{Kind: view.Press, ID: "figures/" + id}}})
				}
			}
			golden(t, name, view.Print(scene.View()))
		})
	}
}
