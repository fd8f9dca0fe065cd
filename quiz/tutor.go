package quiz

// Tutor is a [Deck] whose questions mind what the learner takes for what. Drills over codes, and over modifiers, are two.
type Tutor interface {
	// QuestionFor is [Deck.Question] with the learner's confusions as they stand on a day: the same seed and the same
	// confusions give the same question. Confusions may be nil.
	QuestionFor(id CardID, seed uint64, c *Confusions, on Day) (Question, error)
}

// ask makes a question of a deck for the learner of a memory.
func ask(d Deck, id CardID, seed uint64, m *Memory, on Day) (Question, error) {
	if t, ok := d.(Tutor); ok {
		return t.QuestionFor(id, seed, m.Confusions(), on)
	}
	return d.Question(id, seed)
}
