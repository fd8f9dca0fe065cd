package drill

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"coderounds/codesets"
	"coderounds/quiz"
)

// options is how many answers a choice has, as in the exams.
const options = 4

// choose asks for the title of a code or the code of a title, by turns of chance.
func choose(set *codesets.Set, all []family) *deck {
	d := newDeck("choose", quiz.Choose, set)
	d.ask = func(q *quiz.Question, _ *family, at int, m mixedUp, rng *rand.Rand) error {
		code := set.At(at)
		asCode := rng.IntN(2) == 0
		right := quiz.Option{Text: code.Long, Right: true}
		q.Prompt = "What does this code mean?"
		q.Text, q.TextIsCode = set.Release().System.Format(code.Code), true
		if asCode {
			right = quiz.Option{Text: q.Text, IsCode: true, Right: true}
			q.Prompt, q.Text, q.TextIsCode = "Which code is this?", code.Long, false
		}
		q.Options = append([]quiz.Option{right}, wrong(set, at, asCode, m, rng)...)
		if len(q.Options) < 3 {
			return fmt.Errorf("%s has too few neighbours for a choice", code.Code)
		}
		q.Options = quiz.Shuffled(q.Options, q.Seed)
		return nil
	}
	return d.of(all)
}

// wrong returns up to three options that are wrong, each with its reason: what the learner took for the right code, or the
// other way round, and then what coders take for it.
func wrong(set *codesets.Set, at int, asCode bool, m mixedUp, rng *rand.Rand) []quiz.Option {
	p := picker{set: set, at: at, asCode: asCode, texts: map[string]bool{}}
	p.texts[set.Title(at)] = true
	p.texts[set.Release().System.Format(set.Code(at))] = true
	p.mixedUp(m)
	if asCode {
		p.misspelt(rng)
		p.header(rng)
	}
	p.otherSide()
	near := set.Siblings(at)
	rng.Shuffle(len(near), func(i, j int) { near[i], near[j] = near[j], near[i] })
	p.all(near)
	p.all(p.around())
	return p.picked
}

// picker gathers wrong options until there are enough.
type picker struct {
	set    *codesets.Set
	at     int
	asCode bool
	texts  map[string]bool
	picked []quiz.Option
}

func (p *picker) add(text, reason string) {
	if len(p.picked) < options-1 && !p.texts[text] {
		p.texts[text] = true
		p.picked = append(p.picked, quiz.Option{Text: text, IsCode: p.asCode, Reason: reason})
	}
}

// code adds the code at a position.
func (p *picker) code(i int) {
	c, system := p.set.At(i), p.set.Release().System
	if !c.Billable || c.Ended != 0 || c.Long == p.set.Title(p.at) {
		return
	}
	reason, text := fmt.Sprintf("That is %s.", system.Format(c.Code)), c.Long
	if p.asCode {
		reason, text = fmt.Sprintf("%s is %s.", system.Format(c.Code), c.Long), system.Format(c.Code)
	}
	if differs := p.set.Differ(p.set.Code(p.at), c.Code); differs != "" {
		reason += " " + differs
	}
	p.add(text, reason)
}

func (p *picker) all(places []int) {
	for _, i := range places {
		p.code(i)
	}
}

// around returns the codes nearest in the book, within the same section where it has many.
func (p *picker) around() []int {
	var near []int
	for d := 1; d <= 40; d++ {
		for _, i := range []int{p.at - d, p.at + d} {
			if i >= 0 && i < p.set.Len() && p.set.Code(i)[0] == p.set.Code(p.at)[0] {
				near = append(near, i)
			}
		}
	}
	return near
}

// otherSide adds the same condition on the other side: forgotten laterality is a measured error.
func (p *picker) otherSide() {
	title := p.set.Title(p.at)
	mirrored := swapSides(title)
	if mirrored == title {
		return
	}
	family := key(p.set.Code(p.at))
	first, total := p.set.Prefix(nil, family, 1)
	if total == 0 {
		return
	}
	for i := int(first[0]); i < min(int(first[0])+total, p.set.Len()); i++ {
		if p.set.Title(i) == mirrored {
			p.code(i)
			return
		}
	}
}

func swapSides(title string) string {
	words := strings.Split(title, " ")
	for i, w := range words {
		bare := strings.TrimRight(w, ",")
		switch strings.ToLower(bare) {
		case "right":
			words[i] = sameCase("left", bare) + w[len(bare):]
		case "left":
			words[i] = sameCase("right", bare) + w[len(bare):]
		}
	}
	return strings.Join(words, " ")
}

func sameCase(word, like string) string {
	if like[0] >= 'A' && like[0] <= 'Z' {
		return strings.ToUpper(word[:1]) + word[1:]
	}
	return word
}

// header adds the header above the code, which is not billable.
func (p *picker) header(rng *rand.Rand) {
	parent := p.set.Parent(p.at)
	if parent < 0 || rng.IntN(2) == 0 {
		return
	}
	c := p.set.At(parent)
	p.add(p.set.Release().System.Format(c.Code), p.set.Check(c.Code).String())
}

// misspelt adds what is no code at all: a placeholder left out, or a letter O for a zero. Now and then
// only, since it tests the eye more than the knowledge.
func (p *picker) misspelt(rng *rand.Rand) {
	code := p.set.Code(p.at)
	if rng.IntN(4) != 0 {
		return
	}
	fake := ""
	switch {
	case p.set.Release().System == codesets.ICD10CM && len(code) == fullLength && strings.Contains(code[3:6], "X"):
		fake = code[:3] + strings.Replace(code[3:], "X", "", 1)
	case strings.Contains(code[1:], "0") && p.set.Release().System != codesets.ICD10PCS:
		at := 1 + strings.LastIndex(code[1:], "0")
		fake = code[:at] + "O" + code[at+1:]
	}
	if _, exists := p.set.Find(fake); fake == "" || exists {
		return
	}
	p.add(p.set.Release().System.Format(fake), p.set.Check(fake).String())
}
