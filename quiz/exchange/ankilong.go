package exchange

import (
	"hash/fnv"
	"math/rand/v2"
	"strings"

	"coderounds/quiz"
)

// longNote is a note whose answer is too long to be typed.
type longNote struct {
	item quiz.Item
	row  row
}

// A long note is asked among so many answers, none longer than this.
const (
	offered     = 4
	optionRunes = 300
	// tries is how often another is drawn from a pool, so that a large file takes no longer a note than a small one.
	tries = 32
)

// offerLong makes choices of notes with long answers: among those of other notes of the same topic, or of the same file where
// the topic has too few. Which others rests on the notes alone, so that loading the file again changes nothing.
func (d *ankiDeck) offerLong() {
	all := make([]*quiz.Item, len(d.long))
	topics := make(map[string][]*quiz.Item)
	for i := range d.long {
		all[i] = &d.long[i].item
		topics[all[i].Topic] = append(topics[all[i].Topic], all[i])
	}
	for i := range d.long {
		n := &d.long[i]
		if size := len([]rune(n.item.Answers[0])); size > optionRunes {
			d.problem(n.row, "the answer has %d characters, too many to be typed or shown as a choice; shorten it to %d", size, optionRunes)
			continue
		}
		others := n.others(topics[n.item.Topic], all)
		if len(others) == 0 {
			d.problem(n.row, "the answer is too long to be typed, and no other note has one to choose from; shorten it to %d words", typedWords)
			continue
		}
		it := n.item
		it.Kind = quiz.Choose
		it.Options = append([]quiz.Option{{Text: it.Answers[0], Right: true}}, others...)
		it.Answers = nil
		d.items = append(d.items, it)
	}
}

// others returns wrong options, from the earlier pools first.
func (n *longNote) others(pools ...[]*quiz.Item) []quiz.Option {
	h := fnv.New64a()
	h.Write([]byte(n.item.ID))
	rng := rand.New(rand.NewPCG(h.Sum64(), 0))
	taken := map[string]bool{strings.ToLower(n.item.Answers[0]): true}
	var others []quiz.Option
	for _, pool := range pools {
		for _, at := range drawn(rng, len(pool)) {
			o, text := pool[at], pool[at].Answers[0]
			if len(others) == offered-1 {
				return others
			}
			if len([]rune(text)) > optionRunes || taken[strings.ToLower(text)] || strings.EqualFold(o.Question, n.item.Question) {
				continue
			}
			taken[strings.ToLower(text)] = true
			others = append(others, quiz.Option{Text: text, Reason: "That is the answer to: " + o.Question})
		}
	}
	return others
}

// drawn returns places in a pool: all in some order, or as many as are tried.
func drawn(rng *rand.Rand, n int) []int {
	if n <= tries {
		return rng.Perm(n)
	}
	places := make([]int, tries)
	for i := range places {
		places[i] = rng.IntN(n)
	}
	return places
}
