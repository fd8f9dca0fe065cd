package game

import (
	"fmt"
	"strings"
	"time"

	"coderounds/codesets"
	"coderounds/game/view"
	"coderounds/quiz"
)

// Round is the scene of one question of a round.
type Round struct {
	desk  *Desk
	round *quiz.Round
	q     quiz.Question
	shown int // questions shown so far, to tell one page from the next

	started time.Time     // when the question appeared
	first   time.Duration // to the first key or press; 0 before it
	typed   string        // in the field, or the characters built
	keys    int           // changes of the search field
	hints   int
	found   codesets.Found // of the search field

	leaving bool // the player asked to leave

	answer *quiz.Answer // given, being saved
	saved  <-chan error
}

// NewRound starts a round, or returns the scene that says why there is none.
func NewRound(desk *Desk, plan quiz.Plan, now time.Time) Scene {
	r := &Round{desk: desk, round: quiz.NewRound(desk.Decks(), desk.Journal.Memory(), plan, now, desk.Rand)}
	r.round.QuickIsEasy(desk.Settings.Memory.QuickIsEasy)
	return r.next(now)
}

// next shows the next question, or the summary.
func (r *Round) next(now time.Time) Scene {
	q, ok := r.round.Question()
	if !ok && len(r.round.Answers()) == 0 {
		says := []string{"No question could be made from what is loaded. Load codes or questions in the settings, or choose another book."}
		if err := r.round.Err(); err != nil {
			says = append(says, sentence(err))
		}
		return NewMessage(r.desk, "Nothing to ask", says...)
	}
	if !ok {
		return NewSummary(r.desk, r.round, now)
	}
	*r = Round{desk: r.desk, round: r.round, q: q, shown: r.shown + 1, started: now}
	return r
}

// Asked returns the question that is shown.
func (r *Round) Asked() quiz.Question { return r.q }

// Waiting implements [Waiter]: an answer is being saved.
func (r *Round) Waiting() bool { return r.answer != nil }

// Update implements [Scene].
func (r *Round) Update(in Input) Scene {
	if r.answer != nil {
		return r.await(in.Now)
	}
	for _, e := range in.Events {
		if next := dropped(r.desk, e, r); next != nil {
			return next
		}
		if r.first == 0 && (e.Kind == view.Press || e.Kind == view.Edit) {
			r.first = max(1, in.Now.Sub(r.started))
		}
		switch e.Kind {
		case view.Edit:
			r.edit(e.Text)
		case view.Press:
			r.press(e.ID, in.Now)
		case view.Back:
			return &Leave{round: r}
		}
		switch {
		case r.leaving:
			r.leaving = false
			return &Leave{round: r}
		case r.answer != nil:
			return r.await(in.Now)
		}
	}
	return r
}

// listed is how many results are shown under the search field.
const listed = 20

func (r *Round) edit(text string) {
	if text == r.typed {
		return
	}
	r.typed = text
	if r.q.Card.Kind == quiz.Find {
		r.keys++
		r.found = nearest(r.desk.Library.Set(r.q.Card.System), text)
	}
}

func (r *Round) press(id string, now time.Time) {
	var n int
	switch {
	case id == "leave?":
		r.leaving = true
	case id == "dontknow":
		r.give(quiz.Response{GaveUp: true, Text: r.typed}, now)
	case id == "hint":
		r.hints++
	case id == "erase" && r.typed != "":
		r.typed = r.typed[:len(r.typed)-1]
	case scan(id, "option/%d", &n) && n < len(r.q.Options):
		r.give(quiz.Response{Text: quiz.OptionText(n)}, now)
	case scan(id, "hit/%d", &n) && n < len(r.found.Hits):
		r.pick(n, now)
	case id == "search" && len(r.found.Hits) == 1:
		r.pick(0, now)
	case scan(id, "value/%d", &n):
		r.build(n)
	case (id == "check" || id == "answer") && r.complete():
		r.give(quiz.Response{Text: r.q.Stem + r.typed}, now)
	}
}

func scan(id, format string, n *int) bool {
	got, err := fmt.Sscanf(id, format, n)
	return err == nil && got == 1 && *n >= 0
}

func (r *Round) pick(n int, now time.Time) {
	r.give(quiz.Response{Text: r.found.Hits[n].Code().Code, Rank: n + 1}, now)
}

// build fills the next slot with one of its values.
func (r *Round) build(n int) {
	if at := len(r.typed); at < len(r.q.Slots) && n < len(r.q.Slots[at].Values) {
		r.typed += string(r.q.Slots[at].Values[n].Char)
	}
}

// give takes the answer; its feedback is shown once it is saved.
func (r *Round) give(resp quiz.Response, now time.Time) {
	resp.Keys, resp.Hints, resp.First, resp.Took = r.keys, r.hints, r.first, now.Sub(r.started)
	answer := r.round.Answer(resp, now)
	r.saved = r.desk.Journal.Append(answer.Review)
	r.answer = &answer
}

// await shows the feedback as soon as the answer is safe, or is known not to be.
func (r *Round) await(now time.Time) Scene {
	select {
	case err := <-r.saved:
		return newFeedback(r, *r.answer, err, now)
	default:
		return r
	}
}

// View implements [Scene].
func (r *Round) View() view.Part {
	p := page(fmt.Sprintf("round/%d", r.shown), fmt.Sprintf("Question %d", r.shown), r.head())
	p.Children = append(p.Children, r.asked())
	switch r.q.Card.Kind {
	case quiz.Find:
		p.Children = append(p.Children, r.search()...)
	case quiz.Choose:
		p.Children = append(p.Children, r.options())
	case quiz.Build:
		p.Children = append(p.Children, r.slots()...)
	default:
		p.Children = append(p.Children, r.field())
	}
	if r.hints > 0 {
		p.Children = append(p.Children, view.Part{Role: view.Status, Name: r.q.Hint})
	}
	p.Children = append(p.Children, r.actions())
	return p
}

func (r *Round) head() view.Part {
	done, planned := r.round.Progress()
	if r.round.Repeats() {
		return roundHead(r.round, r.q.Card, "Again")
	}
	return roundHead(r.round, r.q.Card, fmt.Sprintf("%d of %d", done+1, planned))
}

// roundHead is the same above a question and above its feedback, so that nothing jumps.
func roundHead(round *quiz.Round, c quiz.Card, place string) view.Part {
	done, planned := round.Progress()
	share := float64(done) / float64(max(planned, 1))
	count := muted(place)
	leave := quiet("leave?", "Leave", "Escape")
	leave.Layout.PadX = -8
	return head(down(4, progress("Questions answered", share, view.Accent), across(12, grow(across(0, chip(c.System))), count, leave)))
}

// asked is the prompt and what it is about.
func (r *Round) asked() view.Part {
	about := heading(r.q.Text, view.Title)
	if len(r.q.Text) > 140 {
		about = heading(r.q.Text, view.Large)
	}
	about.Style.Bold = false
	if r.q.TextIsCode {
		about.Style = view.Style{Size: view.Display, Mono: true, Bold: true}
	}
	return down(8, muted(prompt(r.q)), about)
}

// prompt says what to do, and what it is about.
func prompt(q quiz.Question) string {
	if q.Card.Topic == "" {
		return q.Prompt
	}
	return q.Prompt + " · " + strings.ToUpper(q.Card.Topic[:1]) + q.Card.Topic[1:]
}

// options are the answers of a choice, as cards with letters.
func (r *Round) options() view.Part {
	list := view.Part{Name: "Answers", Layout: view.Layout{Gap: 12}}
	for i, o := range r.q.Options {
		list.Children = append(list.Children, optionCard(i, o))
	}
	return list
}

func optionCard(i int, o quiz.Option) view.Part {
	letter := string(rune('A' + i))
	says := text(o.Text)
	says.Style.Mono, says.Layout.Grow = o.IsCode, 1
	if o.IsCode {
		says.Style.Size, says.Style.Bold = view.Large, true
	}
	tag := view.Part{Role: view.Chip, Name: letter, Style: view.Style{Size: view.Small, Bold: true, Fill: view.Sunk, Tone: view.Muted}}
	return view.Part{
		Role: view.Choice, ID: fmt.Sprintf("option/%d", i), Name: letter + ": " + o.Text,
		Keys: []string{string(rune('a' + i)), string(rune('1' + i))}, Style: view.Style{Fill: view.Surface, Border: true},
		Layout:   view.Layout{Axis: view.Across, Gap: 16, Pad: 16, Align: view.Center, MinH: 60},
		Children: []view.Part{tag, says},
	}
}

// field takes a typed answer.
func (r *Round) field() view.Part {
	f := view.Part{
		Role: view.Field, ID: "answer", Name: r.q.Prompt, Value: r.typed, Hint: "Your answer", State: view.Wanted,
		Style: view.Style{Size: view.Large, Fill: view.Sunk, Border: true}, Layout: view.Layout{MinH: 64},
	}
	if r.q.Code != "" {
		f.Style.Mono, f.Style.Size, f.Hint = true, view.Title, "The dot is there already"
		f.Slots, f.Value = codeSlots(r.q.Card.System), codesets.Normalize(r.typed)
	}
	return f
}

// codeSlots are the boxes of the longest code of a system, in groups with the dot between.
func codeSlots(s codesets.System) []int {
	switch s {
	case codesets.ICD10CM:
		return []int{3, 4}
	case codesets.ICD10PCS:
		return []int{7}
	}
	return []int{5}
}

// complete tells whether what is typed can be an answer. An ICD-10-PCS code has all its characters; how many
// an ICD-10-CM code needs is for the player to know.
func (r *Round) complete() bool {
	if r.q.Card.Kind == quiz.Build && r.q.Card.System == codesets.ICD10PCS {
		return len(r.typed) == len(r.q.Slots)
	}
	return r.typed != ""
}

// actions are at the bottom, under the thumb.
func (r *Round) actions() view.Part {
	row := across(12)
	if r.q.Hint != "" && r.hints == 0 {
		row.Children = append(row.Children, quiet("hint", "Hint"))
	}
	row.Children = append(row.Children, grow(quiet("dontknow", "I don't know")))
	if r.q.Card.Kind == quiz.Type || r.q.Card.Kind == quiz.Build {
		check := primary("check", "Check")
		if !r.complete() {
			check.State |= view.Disabled
		}
		row.Children = append(row.Children, grow(check))
	}
	return foot(row)
}
