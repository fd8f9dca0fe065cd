package exchange

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"coderounds/codesets"
	"coderounds/quiz"
)

// item reads the item of a row; faults are left in the record.
func (c *record) item() quiz.Item {
	tag := c.text(colTag)
	it := quiz.Item{
		System: c.system(tag), Topic: cmp.Or(c.text(colTopic), tag), Kind: c.kind(),
		Question: c.text(colQuestion), Rationale: c.text(colRationale), Source: c.text(colSource),
	}
	it.ID = c.id(it.Question, tag)
	if it.Question == "" {
		c.fault("no question; fill in the column %s", colQuestion)
	}
	switch it.Kind {
	case quiz.Choose:
		c.choice(&it)
	case quiz.Type, quiz.Find:
		c.answers(&it)
	}
	return it
}

func (c *record) system(tag string) codesets.System {
	named := c.text(colSystem)
	if named == "" {
		return guessSystem(tag)
	}
	system, ok := systemNamed(fold(named))
	if !ok {
		c.fault("%s %s is not known; write icd10cm, icd10pcs, hcpcs, cpt2 or across", colSystem, quote(named))
	}
	return system
}

// kind returns "" for a type that is not known.
func (c *record) kind() quiz.Kind {
	named := c.text(colType)
	switch fold(named) {
	case "":
		for i := range letters {
			if c.raw(option(i)) != "" {
				return quiz.Choose
			}
		}
		return quiz.Type
	case "choose", "choice", "multiplechoice", "singlechoice", "mc", "mcq", "select", "truefalse", "tf":
		return quiz.Choose
	case "type", "typed", "text", "written", "flashcard", "card", "basic", "shortanswer", "short", "fillin", "fillintheblank",
		"open", "recall", "numeric", "numerical":
		return quiz.Type
	case "find", "findthecode", "lookup", "search":
		return quiz.Find
	case "build":
		c.fault("%s build is for questions that the program makes itself; write choose, type or find", colType)
	default:
		c.fault("%s %s is not known; write choose, type or find", colType, quote(named))
	}
	return ""
}

// answers reads what is accepted in a type or find question.
func (c *record) answers(it *quiz.Item) {
	written := c.text(colAnswer)
	if strings.Trim(written, "| ") == "" {
		c.fault("no answer; fill in the column %s", colAnswer)
	}
	for _, a := range strings.Split(written, "|") {
		a = strings.TrimSpace(a)
		switch {
		case a == "":
		case len(codesets.Words(a)) == 0: // answers are compared by their letters and digits
			c.fault("the answer %s has neither letter nor digit; write it in words", quote(a))
		default:
			it.Answers = append(it.Answers, a)
		}
	}
	if it.Kind == quiz.Find && it.System == 0 {
		c.fault("a find question must say in which book to look; fill in the column %s", colSystem)
	}
	filled := c.raw(colCorrect) != ""
	for i := range letters {
		filled = filled || c.raw(option(i)) != "" || c.raw(reason(i)) != ""
	}
	if filled {
		c.fault("options are filled in, but a %s question has none; make it a choose question or empty them", it.Kind)
	}
}

// id returns the written id, or one made of question and tag.
func (c *record) id(question, tag string) string {
	written := c.text(colID)
	if len([]rune(written)) > maxID {
		c.fault("the id is longer than %d characters; shorten it", maxID)
	}
	if strings.Trim(written, "0123456789") != "" {
		return written
	}
	sum := sha256.Sum256([]byte(strings.ToLower(tag + "\n" + question)))
	return "q-" + hex.EncodeToString(sum[:8])
}
