package game

import (
	"fmt"
	"slices"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
	"coderounds/quiz"
)

// slip is a card that keeps slipping, beside what it is taken for.
type slip struct {
	card   quiz.Card
	asks   string // an item's question; "" for cards of a family of codes
	times  int
	right  slipSide
	taken  slipSide // empty where it is taken for nothing: the player said "I don't know"
	differ string   // what sets the two apart
}

// slipSide is one of two that are taken for one another.
type slipSide struct {
	code   string // normalised; "" for words
	system codesets.System
	says   string
}

// slips makes them of cards; those whose questions are not loaded are left out.
func (d *Desk) slips(ids []quiz.CardID, on quiz.Day) []slip {
	var all []slip
	for _, id := range ids {
		if q, ok := d.question(id); ok {
			all = append(all, d.slip(q, on))
		}
	}
	return all
}

// question is one question of a card; ok is false when what it is made from is not loaded.
func (d *Desk) question(id quiz.CardID) (q quiz.Question, ok bool) {
	for _, deck := range d.Decks() {
		if q, err := deck.Question(id, 0); err == nil {
			return q, true
		}
	}
	return quiz.Question{}, false
}

// slip looks up what a card is taken for, as the confusions stand on a day.
func (d *Desk) slip(q quiz.Question, on quiz.Day) slip {
	memory := d.Journal.Memory()
	recall, _ := memory.Card(q.Card.ID)
	s := slip{card: q.Card, times: recall.Lapses}
	confusions, set := memory.Confusions(), d.Library.Set(q.Card.System)
	family := q.Card.ID.Family()
	if family == "" {
		s.asks = q.Text
	}
	switch all := confusions.Of(family, on); {
	case family != "" && set != nil && len(all) > 0:
		s.right, s.taken = sideOf(set, all[0].Meant), sideOf(set, all[0].Taken)
		s.differ = set.Differ(all[0].Meant, all[0].Taken)
	case family != "" && set != nil:
		_, codes, _ := strings.Cut(family, "/")
		s.right = sideOf(set, codes)
	case q.Code != "" && set != nil:
		s.right = sideOf(set, q.Code)
		if others := confusions.With(q.Card.System, q.Code, on); len(others) > 0 {
			s.taken, s.differ = sideOf(set, others[0]), set.Differ(q.Code, others[0])
		}
	default: // words, and modifiers
		s.right = slipSide{says: q.Answer()}
		if others := append(confusions.WithWords(q.Answer(), on), confusions.With(q.Card.System, q.Answer(), on)...); len(others) > 0 {
			s.taken = slipSide{says: others[0]}
		}
	}
	return s
}

// sideOf is a code with its title, or with why it is none.
func sideOf(set *codesets.Set, code string) slipSide {
	side := slipSide{code: code, system: set.Release().System}
	if at, ok := set.Find(code); ok {
		side.says = set.Title(at)
	} else {
		side.says = set.Check(code).String()
	}
	return side
}

// panel shows it on a card; with an id, the code can be looked up.
func (s *slip) panel(id string) view.Part {
	c := card(16, across(12, grow(across(0, chip(s.card.System))), muted(fmt.Sprintf("Forgotten on %d days", s.times))))
	if s.asks != "" {
		c.Children = append(c.Children, text(s.asks))
	} else if s.card.Topic != "" {
		c.Children = append(c.Children, muted(quiz.Prompt(s.card.Kind)+" · "+s.card.Topic))
	}
	pair := view.Part{Layout: view.Layout{Gap: 16, SideBy: 520}}
	if s.taken == (slipSide{}) {
		pair.Children = []view.Part{s.right.part("What it is about", view.Muted, "")}
	} else {
		pair.Children = []view.Part{
			s.right.part("Right", view.ToneRight, s.taken.says), s.taken.part("What you take it for", view.ToneWrong, s.right.says),
		}
	}
	c.Children = append(c.Children, pair)
	if s.differ != "" {
		c.Children = append(c.Children, text(s.differ))
	}
	if s.right.code != "" && id != "" {
		c.Children = append(c.Children, across(0, link(id, "Look it up")))
	}
	return c
}

// part shows one side; the words that the other does not have stand out.
func (s *slipSide) part(name string, t view.Tone, other string) view.Part {
	label := muted(name)
	label.Style.Tone = t
	p := view.Part{Layout: view.Layout{Gap: 4, Grow: 1, Pad: 16}, Style: view.Style{Fill: view.Sunk}, Children: []view.Part{label}}
	if s.code != "" {
		p.Children = append(p.Children, code(s.system.Format(s.code), view.Title))
	}
	says := text(s.says)
	says.Spans = apart(s.says, other)
	p.Children = append(p.Children, says)
	return p
}

// apart returns a text with the words in bold that another does not have; nil where they share none, or all.
func apart(says, other string) []view.Span {
	theirs := codesets.Words(other)
	var spans []view.Span
	shared := 0
	for i, word := range strings.Split(says, " ") {
		if i > 0 {
			word = " " + word
		}
		own := false
		for _, w := range codesets.Words(word) {
			own = own || !slices.Contains(theirs, w)
		}
		if !own {
			shared++
		}
		if n := len(spans); n > 0 && spans[n-1].Bold == own {
			spans[n-1].Text += word
		} else {
			spans = append(spans, view.Span{Text: word, Bold: own})
		}
	}
	if shared == 0 || len(spans) < 2 {
		return nil
	}
	return spans
}

// slipped are the cards that were missed in a round and keep slipping.
func (d *Desk) slipped(round *quiz.Round, on quiz.Day) []slip {
	var ids []quiz.CardID
	for _, a := range round.Answers() {
		id := a.Question.Card.ID
		if recall, _ := d.Journal.Memory().Card(id); a.Outcome != quiz.Right && recall.Leech() && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return d.slips(ids, on)
}

// slipsMost is how many the end of a round shows: as many as an everyday round has.
const slipsMost = 2

// slipCard is what the end of a round says of them.
func slipCard(slips []slip) view.Part {
	c := down(12, heading(slippingTitle, view.Large))
	for i := range slips[:min(len(slips), slipsMost)] {
		c.Children = append(c.Children, slips[i].panel(""))
	}
	c.Children = append(c.Children, muted("At most two such cards come in a round. Look at what sets them apart, and then leave them be."),
		across(0, button("slipping", "All that keep slipping")))
	return c
}
