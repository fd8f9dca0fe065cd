package exchange

import (
	"strings"

	"coderounds/codesets"
	"coderounds/quiz"
)

// choice reads the options of a choose question.
func (c *record) choice(it *quiz.Item) {
	var texts [len(letters)]string
	for i := range texts {
		texts[i] = c.text(option(i))
	}
	right := c.right(texts[:])
	for i, text := range texts {
		switch {
		case text == "" && i == right:
			c.fault("the correct option %s is empty; fill it in or name another", name(i))
		case text == "" && c.raw(reason(i)) != "":
			c.fault("%s stands without an option; fill in %s", reason(i), option(i))
		case text == "":
			continue
		}
		for j := range i {
			if strings.EqualFold(text, texts[j]) {
				c.fault("the options %s and %s are equal; change one of them", name(j), name(i))
			}
		}
		o := quiz.Option{Text: text, Right: i == right, Reason: c.text(reason(i))}
		if o.Right && o.Reason != "" { // the right option needs no excuse: it is a rationale
			it.Rationale, o.Reason = strings.TrimSpace(it.Rationale+" "+o.Reason), ""
		}
		it.Options = append(it.Options, o)
	}
	if len(it.Options) < 2 {
		c.fault("fewer than two options; fill in %s and %s, or make it a type question with an answer", option(0), option(1))
	}
	setCodes(it.Options)
}

// name is how an option is called in correct_option.
func name(i int) string { return strings.ToUpper(letters[i : i+1]) }

// right returns which option the row says is right; some programs say it in the column of the answer.
func (c *record) right(texts []string) int {
	correct, answer := c.text(colCorrect), c.text(colAnswer)
	if correct == "" && answer == "" {
		c.fault("nothing says which option is right; write A, B, C or D into %s", colCorrect)
		return -1
	}
	if correct == "" {
		return c.choose(colAnswer, answer, texts)
	}
	right := c.choose(colCorrect, correct, texts)
	if answer == "" || right < 0 {
		return right
	}
	if also := c.choose(colAnswer, answer, texts); also >= 0 && also != right {
		c.fault("%s says %s and %s says %s; make them agree", colCorrect, name(right), colAnswer, name(also))
	}
	return right
}

// choose finds the option that a cell names by letter, number or text. Where options are themselves letters or numbers a
// name can be read in two ways, and guessing would teach a wrong answer.
func (c *record) choose(col column, named string, texts []string) int {
	byText := -1
	for i, text := range texts {
		if byText < 0 && strings.EqualFold(named, text) {
			byText = i
		}
	}
	byPlace, ok := lettered(fold(named), "", "option", "choice")
	if folded := fold(named); !ok && len(folded) == 1 && folded >= "1" && folded <= "4" {
		byPlace, ok = int(folded[0]-'1'), true
	}
	switch {
	case ok && byText >= 0 && byText != byPlace:
		c.fault("%s %s may be option %s by its place or option %s by its text; name the place in the other way, A to D or 1 to 4",
			col, quote(named), name(byPlace), name(byText))
		return -1
	case ok:
		return byPlace
	case byText < 0:
		c.fault("%s %s is none of the options; write A, B, C or D", col, quote(named))
	}
	return byText
}

// setCodes marks options that are codes, if all are: one in another face among the rest would give itself away.
func setCodes(options []quiz.Option) {
	for _, o := range options {
		if !codeShaped(o.Text) {
			return
		}
	}
	for i := range options {
		options[i].IsCode = true
	}
}

// codeShaped tells what looks like a code or a modifier of any of the systems.
func codeShaped(s string) bool {
	code := codesets.Normalize(s)
	dotted := len(code) > 3 && s == code[:3]+"."+code[3:]
	if len(code) < 2 || len(code) > 7 || (s != code && !dotted) {
		return false
	}
	capital, digit := false, false
	for _, r := range code {
		switch {
		case r >= 'A' && r <= 'Z':
			capital = true
		case r >= '0' && r <= '9':
			digit = true
		default:
			return false
		}
	}
	return capital && (digit || len(code) == 2)
}
