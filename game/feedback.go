package game

import (
	"fmt"
	"strings"
	"time"

	"coderounds/codesets"
	"coderounds/game/view"
	"coderounds/quiz"
)

// Feedback is the scene after an answer: right or not, the right answer, why, where it stands, when it comes back.
type Feedback struct {
	round  *Round
	answer quiz.Answer
	unsafe error // why the answer is not saved
	now    time.Time
}

func newFeedback(r *Round, a quiz.Answer, err error, now time.Time) *Feedback {
	return &Feedback{round: r, answer: a, unsafe: err, now: now}
}

// Update implements [Scene].
func (f *Feedback) Update(in Input) Scene {
	f.now = in.Now
	for _, e := range in.Events {
		if next := dropped(f.round.desk, e, f); next != nil {
			return next
		}
		switch {
		case e.Kind == view.Back, e.Kind == view.Press && e.ID == "leave?":
			return &Leave{round: f.round, feedback: f}
		case e.Kind == view.Press && e.ID == "continue":
			return f.round.next(in.Now)
		case e.Kind == view.Press && e.ID == "lookup":
			return NewLookup(f.round.desk, f, f.answer.Question.Code)
		}
	}
	return f
}

func (f *Feedback) head() view.Part {
	done, planned := f.round.round.Progress()
	if f.answer.Again {
		return roundHead(f.round.round, f.answer.Question.Card, "Again")
	}
	return roundHead(f.round.round, f.answer.Question.Card, fmt.Sprintf("%d of %d", done, planned))
}

func (f *Feedback) right() bool { return f.answer.Outcome == quiz.Right }

// View implements [Scene].
func (f *Feedback) View() view.Part {
	q := f.answer.Question
	p := page(fmt.Sprintf("feedback/%d", f.round.shown), fmt.Sprintf("Answer %d", f.round.shown), f.head(), f.verdict())
	if f.unsafe != nil {
		p.Children = append(p.Children, card(4, text("This answer could not be saved: "+f.unsafe.Error()+".")))
	}
	asked := text(q.Text)
	asked.Style.Mono = q.TextIsCode
	p.Children = append(p.Children, down(4, muted(prompt(q)), asked), down(4, muted("Right answer"), f.rightAnswer()))
	if why := f.why(); why.Children != nil {
		p.Children = append(p.Children, why)
	}
	if others := f.others(); others.Children != nil {
		p.Children = append(p.Children, others)
	}
	if set := f.round.desk.Library.Set(q.Card.System); set != nil && q.Code != "" {
		if at, ok := set.Find(q.Code); ok {
			p.Children = append(p.Children, pathCard(set, at, q.Code))
			if apart := apartCard(set, q.Code); apart.Children != nil {
				p.Children = append(p.Children, apart)
			}
			if notes := notesOf(set, set.Notes(at), "Notes in force", ""); notes.Children != nil {
				p.Children = append(p.Children, notes)
			}
		}
	}
	p.Children = append(p.Children, f.back(), f.actions())
	return p
}

// verdict says right or not first, and a screen reader at once.
func (f *Feedback) verdict() view.Part {
	says, state, tone, cue := "Not yet", view.Wrong, view.ToneWrong, "wrong"
	switch {
	case f.right():
		says, state, tone, cue = "Right", view.Right, view.ToneRight, "right"
	case f.answer.Outcome == quiz.Near:
		says = "Not yet: one character off"
	case f.answer.Outcome == quiz.GaveUp:
		says = "Now you have seen it"
	}
	mark := view.Part{Role: view.Mark, State: state, Style: view.Style{Size: view.Title, Tone: tone}}
	seen := text(says)
	seen.Style = view.Style{Size: view.Title, Bold: true, Tone: tone}
	words := view.Part{Role: view.Status, Name: says, Cue: cue, Children: []view.Part{seen}}
	if !f.right() {
		words.Name = says + ". The right answer: " + f.answer.Question.Answer()
	}
	return across(12, mark, words)
}

// rightAnswer shows the right answer, large.
func (f *Feedback) rightAnswer() view.Part {
	q := f.answer.Question
	shown := heading(q.Answer(), view.Title)
	if q.Code != "" && q.Code == f.code() {
		shown = code(q.Card.System.Format(q.Code), view.Display)
		shown.Role = view.Heading
	} else if q.Card.Kind == quiz.Choose {
		shown = heading(q.Answer(), view.Large)
		for _, o := range q.Options {
			shown.Style.Mono = shown.Style.Mono || o.Right && o.IsCode
		}
	}
	return shown
}

// code is the code that is the answer, or "" when the answer is words.
func (f *Feedback) code() string {
	q := f.answer.Question
	if q.Card.Kind == quiz.Choose && q.TextIsCode {
		return ""
	}
	return q.Code
}

// why gives the reasons: of the wrong choice, of a code that is not the one, and the rule.
func (f *Feedback) why() view.Part {
	q, resp := f.answer.Question, f.answer.Response
	c := card(8)
	if !f.right() && !resp.GaveUp {
		given, reason := f.given()
		c.Children = append(c.Children, text("You answered “"+given+"”."))
		if reason != "" {
			c.Children = append(c.Children, text(reason))
		}
		if apart := f.excludes(); apart != "" {
			c.Children = append(c.Children, text(apart))
		}
	}
	if q.Rationale != "" {
		c.Children = append(c.Children, text(q.Rationale))
	}
	if len(c.Children) > 0 && q.Source != "" {
		c.Children = append(c.Children, muted("Source: "+q.Source))
	}
	return c
}

// given is the player's answer in words, and why it is wrong where that is known.
func (f *Feedback) given() (given, reason string) {
	q, resp := f.answer.Question, f.answer.Response
	if q.Card.Kind == quiz.Choose {
		for i, o := range q.Options {
			if quiz.OptionText(i) == resp.Text {
				return o.Text, o.Reason
			}
		}
	}
	set := f.round.desk.Library.Set(q.Card.System)
	if q.Code == "" || set == nil {
		return resp.Text, ""
	}
	verdict := set.Check(resp.Text)
	given, reason = q.Card.System.Format(verdict.Typed), verdict.String()
	switch {
	case verdict.Finding == codesets.Billable:
		reason = strings.TrimSpace("That code means: " + verdict.Code.Long + ". " + set.Differ(q.Code, verdict.Typed))
	case verdict.Finding == codesets.Unknown && set.Release().Starter:
		// Amid a round nobody loads a release to learn whether a wrong answer exists.
		reason = "It is not among the codes that are open."
	}
	return given, reason
}

// back says when the card comes again.
func (f *Feedback) back() view.Part {
	recall, _ := f.round.desk.Journal.Memory().Card(f.answer.Review.Card)
	days := int(recall.Due - today(f.now))
	switch {
	case f.answer.Returns:
		return muted("Comes again in this round.")
	case f.round.desk.examSays(f.now) != "":
		return muted(f.round.desk.backBefore(f.answer.Question.Card, f.now))
	case days <= 1:
		return muted("Back tomorrow.")
	}
	return muted(fmt.Sprintf("Back in %d days.", days))
}

func (f *Feedback) actions() view.Part {
	row := across(12)
	if f.answer.Question.Code != "" {
		row.Children = append(row.Children, quiet("lookup", "Look it up", "l"))
	}
	next := primary("continue", "Continue")
	next.State |= view.Wanted
	row.Children = append(row.Children, grow(next))
	return foot(row)
}
