package codesets

import (
	_ "embed"
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"
)

//go:embed lay.txt
var layFile string

// layTable is the table of lay words and abbreviations, read once.
var layTable = sync.OnceValues(func() (lay, error) { return readLay(layFile) })

// lay is what people say for the words of official titles, by the first word said.
type lay []Phrase

// Phrase is what people say, and the words of official titles that it stands for.
type Phrase struct {
	// Says is the folded words that are said. In a query they may stand in any order and be cut short.
	Says []string
	// Means is the folded words of titles, once for each meaning.
	Means [][]string
}

// String writes a phrase as the file does.
func (p Phrase) String() string {
	meanings := make([]string, len(p.Means))
	for i, words := range p.Means {
		meanings[i] = strings.Join(words, " ")
	}
	return strings.Join(p.Says, " ") + " = " + strings.Join(meanings, " | ")
}

// LayPhrases returns the table of lay words and abbreviations that searches know, which is lay.txt. The slice and what is
// in it are not to be changed.
func LayPhrases() ([]Phrase, error) { return layTable() }

// HasLay tells whether a search reads lay phrases in a query.
func HasLay(typed string) (bool, error) {
	l, err := layTable()
	if err != nil {
		return false, err
	}
	var q query
	q.read(typed, l)
	return len(q.readings) > 0, nil
}

// readLay reads the file. See there for its form.
func readLay(file string) (lay, error) {
	var l lay
	number := 0
	for line := range strings.Lines(file) {
		number++
		line, _, _ = strings.Cut(line, "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		says, means, is := strings.Cut(line, "=")
		p := Phrase{Says: Words(says)}
		for meaning := range strings.SplitSeq(means, "|") {
			if words := Words(meaning); len(words) > 0 {
				p.Means = append(p.Means, words)
			}
		}
		if !is || len(p.Says) == 0 || len(p.Means) == 0 {
			return nil, fmt.Errorf("read lay words: lay.txt, line %d: %q is not what is said = what it means", number, strings.TrimSpace(line))
		}
		l = append(l, p)
	}
	slices.SortStableFunc(l, func(a, b Phrase) int { return strings.Compare(a.Says[0], b.Says[0]) })
	return l, nil
}

// layLetters is how many letters of a lay word must be typed before it counts: fewer begin too many.
const layLetters = 4

// begins tells whether a typed word is, or begins, what is said. An s more or less is the same.
func begins(typed, said string) (begins, exact bool) {
	if min(len(typed), len(said)) >= layLetters {
		typed, said = strings.TrimSuffix(typed, "s"), strings.TrimSuffix(said, "s")
	}
	return typed == said || len(typed) >= layLetters && strings.HasPrefix(said, typed), typed == said
}

// find adds to readings those of words by the phrases whose first word is, or is begun by, words[first].
func (l lay) find(readings []reading, words []string, first int) []reading {
	typed := words[first]
	singular := strings.TrimSuffix(typed, "s")
	for at := sort.Search(len(l), func(i int) bool { return l[i].Says[0] >= singular }); at < len(l); at++ {
		if !strings.HasPrefix(l[at].Says[0], singular) {
			break
		}
		if r, is := l[at].reads(words, first); is {
			r.phrase = &l[at]
			readings = append(readings, r)
		}
	}
	return readings
}

// reads tells which words of a query the phrase reads, the one at first being its first.
func (p *Phrase) reads(words []string, first int) (r reading, is bool) {
	if is, r.exact = begins(words[first], p.Says[0]); !is {
		return r, false
	}
	r.words = 1 << first
	for _, said := range p.Says[1:] {
		found := false
		for i, typed := range words {
			if r.words&(1<<i) != 0 {
				continue
			}
			if begins, exact := begins(typed, said); begins {
				r.words |= 1 << i
				r.exact, found = r.exact && exact, true
				break
			}
		}
		if !found {
			return r, false
		}
	}
	return r, true
}

// knows tells whether a word that is said is so.
func (l lay) knows(so func(said string) bool) bool {
	return slices.ContainsFunc(l, func(p Phrase) bool { return slices.ContainsFunc(p.Says, so) })
}
