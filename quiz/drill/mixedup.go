package drill

import (
	"strings"

	"coderounds/quiz"
)

// mixedUp is what the learner confuses, as it stands on a day.
type mixedUp struct {
	*quiz.Confusions // nil where nothing is known
	on               quiz.Day
}

// mixedUpMost is how many wrong options come from the learner's own confusions: one is left for what is new.
const mixedUpMost = options - 2

// mixedUp adds the codes that the learner took for this one, or this one for, the heaviest first. What was typed and is no
// code, or a header, is an option where codes are asked for.
func (p *picker) mixedUp(m mixedUp) {
	if m.Confusions == nil {
		return
	}
	code, system := p.set.Code(p.at), p.set.Release().System
	for _, other := range m.With(system, code, m.on) {
		i, exists := p.set.Find(other)
		switch {
		case exists && p.set.Title(i) == p.set.Title(p.at): // may also be right
		case exists && p.set.Billable(i):
			p.code(i)
		case p.asCode:
			p.add(system.Format(other), p.set.Check(other).String())
		}
	}
	for _, title := range m.WithWords(p.set.Title(p.at), m.on) {
		if i := p.titled(title); i >= 0 {
			p.code(i)
		}
	}
	if len(p.picked) > mixedUpMost {
		for _, o := range p.picked[mixedUpMost:] {
			delete(p.texts, o.Text)
		}
		p.picked = p.picked[:mixedUpMost]
	}
	for i := range p.picked {
		p.picked[i].Reason += " You have mixed these two up before."
	}
}

// titled returns the code with a title among those that are offered beside this one, or -1.
func (p *picker) titled(title string) int {
	for _, places := range [][]int{p.set.Siblings(p.at), p.around()} {
		for _, i := range places {
			if p.set.Title(i) == title {
				return i
			}
		}
	}
	return -1
}

// characters returns what was built for what in a family, by place.
func (m mixedUp) characters(family string) map[int]quiz.Matrix {
	if m.Confusions == nil {
		return nil
	}
	return m.Characters(family, m.on)
}

// valuesKept is how many values are kept because they were mixed up: the rest of those offered is chance.
const valuesKept = valuesMost - 2

// with returns a character and those it was taken for or that were taken for it, at most [valuesKept].
func with(taken quiz.Matrix, right byte) []byte {
	keep := []byte{right}
	for i, meant := range taken.Names {
		for j, given := range taken.Names {
			var other string
			switch {
			case taken.Counts[i][j] == 0 || len(keep) > valuesKept:
			case meant == string(right):
				other = given
			case given == string(right):
				other = meant
			}
			if other != "" && !strings.Contains(string(keep), other) {
				keep = append(keep, other[0])
			}
		}
	}
	return keep
}
