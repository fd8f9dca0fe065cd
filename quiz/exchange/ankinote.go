package exchange

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"coderounds/codesets"
	"coderounds/quiz"
)

// ankiNote is a note as plain text: lines, and an empty one between paragraphs.
type ankiNote struct {
	guid, kind, deck string
	tags             []string
	front, back      string
	extra            string // further fields
}

// cloze is a gap: {{c1::what is hidden::a hint}}.
var cloze = regexp.MustCompile(`\{\{c(\d{1,3})::(.*?)(?:::(.*?))?\}\}`)

// isCloze tells a note with gaps, which is asked once for each number of a gap.
func (n *ankiNote) isCloze() bool { return cloze.MatchString(n.front) }

// items returns what the note asks: one item, or one for each gap.
func (n *ankiNote) items() []quiz.Item {
	book := guessSystem(strings.Join(n.tags, " ") + " " + strings.ReplaceAll(n.deck, "::", " "))
	it := quiz.Item{System: book, Topic: n.topic(), Kind: quiz.Type, ID: n.id()}
	if n.isCloze() {
		return n.gaps(it)
	}
	answer, more, _ := strings.Cut(n.back, "\n\n")
	why := explanation{item: &it}
	why.read(more + "\n" + n.extra)
	if question, options := optionsOf(n.front, answer, why.reasons); options != nil {
		it.Kind, it.Question, it.Options = quiz.Choose, oneLine(question), options
		setCodes(it.Options)
	} else {
		it.Question, it.Answers = oneLine(n.front), accepted(oneLine(answer))
	}
	return []quiz.Item{it}
}

// gaps asks for each gap of the note.
func (n *ankiNote) gaps(it quiz.Item) []quiz.Item {
	why := explanation{item: &it}
	why.read(n.back + "\n" + n.extra)
	var all []quiz.Item
	for _, number := range clozeNumbers(n.front) {
		question, answer := gap(oneLine(n.front), number)
		if !hasWords(answer) {
			continue
		}
		one := it
		one.Question, one.Answers, one.ID = question, accepted(answer), n.id(strconv.Itoa(number))
		all = append(all, one)
	}
	return all
}

// id is made of the identity that Anki gave the note, and else of what is asked.
func (n *ankiNote) id(more ...string) string {
	if n.guid != "" {
		return ankiID(append([]string{"guid", n.guid}, more...)...)
	}
	return ankiID(append([]string{n.deck, oneLine(n.front)}, more...)...)
}

// topic is the first tag that is not the name of a book, and else the last part of the deck's name.
func (n *ankiNote) topic() string {
	for _, t := range n.tags {
		if _, book := systemNamed(fold(t)); !book {
			return strings.ReplaceAll(t, "_", " ")
		}
	}
	return n.deck[strings.LastIndex(n.deck, ":")+1:]
}

// check says why a note cannot be asked.
func (n *ankiNote) check() error {
	answer, _, _ := strings.Cut(n.back, "\n\n")
	switch {
	case n.front == "":
		return errors.New("nothing is asked: the first field is empty")
	case n.isCloze():
		return nil
	case answer == "":
		return errors.New("no answer: the second field is empty")
	case len(accepted(oneLine(answer))) == 0:
		return fmt.Errorf("the answer %s has neither letter nor digit", quote(answer))
	}
	return nil
}

// explanation reads what stands behind an answer: the source, the reasons of options, and why.
type explanation struct {
	item    *quiz.Item
	reasons map[byte]string // by the letter of an option
}

// What begins such lines. They are what WriteAnki writes, and people too.
var (
	sourceLine = regexp.MustCompile(`^(?i:source): *(.+)$`)
	reasonLine = regexp.MustCompile(`^(?i:not) ([A-H]): *(.+)$`)
)

func (e *explanation) read(text string) {
	e.reasons = make(map[byte]string)
	var why []string
	for _, line := range strings.Split(text, "\n") {
		if m := sourceLine.FindStringSubmatch(line); m != nil {
			e.item.Source = m[1]
		} else if m := reasonLine.FindStringSubmatch(line); m != nil {
			e.reasons[m[1][0]] = m[2]
		} else if line != "" {
			why = append(why, line)
		}
	}
	e.item.Rationale = strings.Join(why, " ")
}

// optionLine is an option among the lines of a front.
var optionLine = regexp.MustCompile(`^\(?([A-Ha-h])[.):] *(.+)$`)

// optionsOf finds the options that a front lists, a line each, lettered from A, and the one that the answer names by its
// letter or its text. It returns none where the note is no such question.
func optionsOf(front, answer string, reasons map[byte]string) (question string, options []quiz.Option) {
	var asked []string
	for _, line := range strings.Split(front, "\n") {
		m := optionLine.FindStringSubmatch(line)
		if m == nil || strings.ToUpper(m[1])[0] != byte('A'+len(options)) {
			if options != nil && line != "" {
				return "", nil // options are the last that a front has
			}
			asked = append(asked, line)
			continue
		}
		options = append(options, quiz.Option{Text: strings.TrimSpace(m[2])})
	}
	right := -1
	for i, o := range options {
		letter := string(rune('A' + i))
		m := optionLine.FindStringSubmatch(answer)
		if strings.EqualFold(answer, letter) || strings.EqualFold(answer, o.Text) || m != nil && strings.EqualFold(m[1], letter) {
			right = i
			break
		}
	}
	question = strings.Join(asked, "\n")
	if right < 0 || len(options) < 2 || strings.TrimSpace(question) == "" {
		return "", nil
	}
	for i := range options {
		if options[i].Right = i == right; !options[i].Right {
			options[i].Reason = reasons[byte('A'+i)]
		}
	}
	return question, options
}

// accepted splits answers that are separated by |.
func accepted(written string) []string {
	var answers []string
	for _, a := range strings.Split(written, "|") {
		if a = strings.TrimSpace(a); hasWords(a) {
			answers = append(answers, a)
		}
	}
	return answers
}

// hasWords tells what can be compared: answers are compared by their letters and digits.
func hasWords(s string) bool { return len(codesets.Words(s)) > 0 }

// oneLine is text without its lines.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// clozeNumbers returns the numbers of the gaps, each once, in order of appearance.
func clozeNumbers(text string) []int {
	var numbers []int
	for _, m := range cloze.FindAllStringSubmatch(text, -1) {
		if n, _ := strconv.Atoi(m[1]); !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// gap hides what belongs to one number, and shows the rest. Gaps that share a number are asked together: the answer has all, with
// a blank between.
func gap(text string, number int) (question, answer string) {
	var hidden []string
	question = cloze.ReplaceAllStringFunc(text, func(m string) string {
		parts := cloze.FindStringSubmatch(m)
		if n, _ := strconv.Atoi(parts[1]); n != number {
			return parts[2]
		}
		hidden = append(hidden, parts[2])
		if parts[3] != "" {
			return "[" + parts[3] + "]"
		}
		return "[…]"
	})
	return question, strings.Join(hidden, " ")
}
