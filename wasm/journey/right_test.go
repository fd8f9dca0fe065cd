//go:build !js

package journey

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"coderounds/codesets"
	"coderounds/codesets/starter"
	"coderounds/quiz"
	"coderounds/quiz/concept"
	"coderounds/quiz/drill"
	"coderounds/quiz/fsrs"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// student knows the books: from what is asked on the page it tells the right answer.
type student struct {
	library *codesets.Library
	items   map[string]quiz.Item // by what they ask
	decks   []quiz.Deck
}

func newStudent(t *testing.T) *student {
	library, err := starter.Library()
	require.NoError(t, err)
	items, err := concept.Items()
	require.NoError(t, err)
	drills, err := drill.Decks(library, library, nil)
	require.NoError(t, err)
	s := &student{library: library, items: make(map[string]quiz.Item), decks: append(drills, quiz.NewItems(items, library))}
	for _, it := range items {
		s.items[it.Question] = it
	}
	return s
}

// codes returns every code, as printed, of the books that a text names: by its title, by itself, or by a modifier's
// meaning.
func (s *student) codes(text string) (codes, titles []string) {
	for _, set := range s.library.Sets() {
		for i := range set.Len() {
			c := set.At(i)
			if shown := set.Release().System.Format(c.Code); c.Billable && (c.Long == text || shown == text) {
				codes, titles = append(codes, shown), append(titles, c.Long)
			}
		}
		for _, m := range set.Modifiers() {
			if m.Long == text {
				codes, titles = append(codes, m.Code), append(titles, m.Long)
			}
		}
	}
	return codes, titles
}

// answers returns what may be given as right answer to a question.
func (s *student) answers(t *testing.T, text string) []string {
	if it, ok := s.items[text]; ok {
		if it.Kind != quiz.Choose {
			return it.Answers
		}
		for _, o := range it.Options {
			if o.Right {
				return []string{o.Text}
			}
		}
	}
	codes, titles := s.codes(text)
	require.NotEmpty(t, codes, "nothing is known of %q", text)
	return append(codes, titles...)
}

// hand presses a part in one of the ways there are.
type hand struct {
	name  string
	press func(b *browser, id, key string)
}

// hands are the ways to press: by key, by mouse, by finger, and as a screen reader does.
func hands() []hand {
	return []hand{
		{"keyboard", func(b *browser, _, key string) { b.keys(key) }},
		{"mouse", func(b *browser, id, _ string) { b.reveal(id); b.click(id) }},
		{"touch", func(b *browser, id, _ string) { b.reveal(id); b.tap(id) }},
		{"mirror", func(b *browser, id, _ string) { b.press(id) }},
	}
}

// reveal brings a part into sight, as a scrolling hand does, and waits until the page stands.
func (b *browser) reveal(id string) {
	b.t.Helper()
	b.focus(id)
	b.frames()
}

// answerRight answers what is asked with one hand.
func (s *student) answerRight(b *browser, kind string, h hand) {
	b.t.Helper()
	answers := s.answers(b.t, fmt.Sprint(b.eval(`document.querySelector('#mirror h1').textContent`)))
	switch kind {
	case "choose":
		for i := 0; ; i++ {
			letter := string(rune('A' + i))
			id := "option/" + quiz.OptionText(i)
			require.Equal(b.t, true, b.eval("!!%s", element(id)), "none of the options is one of %v", answers)
			said := fmt.Sprint(b.eval("%s.getAttribute('aria-label') ?? %s.textContent", element(id), element(id)))
			for _, a := range answers {
				if said == letter+": "+a {
					h.press(b, id, strings.ToLower(letter))
					return
				}
			}
		}
	case "find":
		b.awaitFocus("search")
		b.keys(strings.ToLower(answers[0]))
		b.until(fmt.Sprintf("%s?.textContent.includes(%s)", element("hit/0"), quoted(answers[0])))
		if h.name == "keyboard" {
			b.keys(kb.ArrowDown)
			b.awaitFocus("hit/0")
		}
		h.press(b, "hit/0", kb.Enter)
	case "type":
		b.awaitFocus("answer")
		b.keys(strings.ReplaceAll(strings.ToLower(answers[0]), ".", ""))
		b.until(element("check") + "?.disabled === false")
		h.press(b, "check", kb.Enter)
	case "build":
		s.build(b, codesets.Normalize(answers[0]), h)
	}
}

// build fills in what the stem lacks of a code.
func (s *student) build(b *browser, code string, h hand) {
	b.t.Helper()
	const soFar = `document.querySelector('#mirror [aria-label^="The code so far"]').getAttribute('aria-label').replace(/.*: |[.]/g, '')`
	for {
		stem := fmt.Sprint(b.eval(soFar))
		require.True(b.t, strings.HasPrefix(code, stem), "%s is the beginning of %s", stem, code)
		if len(stem) == len(code) {
			break
		}
		next := code[len(stem) : len(stem)+1]
		id := fmt.Sprint(b.eval(`[...document.querySelectorAll('#mirror [data-part^="value/"]')].find(e =>
			(e.getAttribute('aria-label') ?? e.textContent).startsWith(%s)).dataset.part`, quoted(next+": ")))
		h.press(b, id, strings.ToLower(next))
		b.until(soFar + " === " + quoted(stem+next))
	}
	h.press(b, "check", kb.Enter)
}

// TestRightAnswers plays a round with every hand: all right but one; then the page is loaded again, the answers are there,
// and days later what is due is what the journal says.
func TestRightAnswers(t *testing.T) {
	chromium(t)
	s := newStudent(t)
	b := open(t, serve(t, game), phone)
	b.press("settings")
	b.press("length/1")
	b.until(element("length/1") + ".getAttribute('aria-pressed') === 'true'")
	b.press("back")
	b.awaitFocus("start")
	b.keys(kb.Enter)
	answers, by := 0, make(map[string]int)
	for k := b.question(); k != "summary"; k = b.question() {
		b.frames()
		h := hands()[answers%len(hands())]
		if answers == 1 {
			h.press(b, "dontknow", "")
			b.awaitSaid("Now you have seen it")
		} else {
			s.answerRight(b, k, h)
			b.awaitSaid("Right")
			by[h.name]++
		}
		answers++
		b.awaitFocus("continue")
		b.frames()
		h.press(b, "continue", kb.Enter)
		b.awaitGone("continue")
	}
	require.Equal(t, 13, answers, "twelve questions, and the one that was missed again")
	require.Len(t, by, len(hands()), "every hand answered: %v", by)
	b.awaitSaid("11 of 12 questions right")

	b.reload()
	b.await("start")
	lines := b.journal()
	require.Len(t, lines, answers)
	const later = 9
	b.later(later)
	b.reload()
	b.await("start")
	due := s.due(t, lines, time.Now().AddDate(0, 0, later))
	require.Positive(t, due)
	b.awaitPage(fmt.Sprintf("%d to keep what you know", due))
}

// journal returns the lines that the browser keeps.
func (b *browser) journal() [][]byte {
	b.t.Helper()
	b.eval(`(() => { window.kept = null; const open = indexedDB.open('code-rounds'); open.onsuccess = () => {
		open.result.transaction('reviews').objectStore('reviews').getAll().onsuccess = e => { window.kept = e.target.result; open.result.close(); } } })()`)
	b.until("window.kept")
	var lines [][]byte
	for _, line := range b.eval("window.kept").([]any) {
		lines = append(lines, []byte(line.(string)))
	}
	return lines
}

// later makes the browser's clock run ahead from the next load on.
func (b *browser) later(days int) {
	b.t.Helper()
	call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: fmt.Sprintf(
		`{ const ahead = %d * 864e5, real = Date; Date = class extends real { constructor(...a) { a.length ? super(...a) : super(real.now() + ahead); } static now() { return real.now() + ahead; } }; }`, days)})
}

// due counts the cards that a journal makes due at a time, without a browser.
func (s *student) due(t *testing.T, lines [][]byte, at time.Time) int {
	model, err := fsrs.New(fsrs.DefaultParameters())
	require.NoError(t, err)
	store := new(quiz.Unsaved)
	require.NoError(t, <-store.Append(lines...))
	journal, err := quiz.OpenJournal(store, quiz.NewMemory(model, quiz.DefaultRetention))
	require.NoError(t, err)
	sum := 0
	for _, d := range s.decks {
		for _, c := range d.Cards() {
			if recall, seen := journal.Memory().Card(c.ID); seen && recall.Due <= quiz.DayOf(at) {
				sum++
			}
		}
	}
	return sum
}
