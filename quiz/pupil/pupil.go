// Package pupil makes up a learner who plays for as long as one likes: for tests and pictures of what a journal of months
// looks like. The same seed gives the same journal.
//
//	reviews, err := pupil.Play(decks, library, pupil.Course{From: from, Days: 180, Seed: 1})
//
// The learner's memory is of the kind that fsrs describes, with other parameters than the game's; answers that need not be
// known are guessed, look-ups get quicker over the months, one day in eight and a holiday are missed, and a code that is
// not known is often taken for its neighbour in the family. What is played on a day the pupil chooses, and no plan of the
// game's: what has rested, longer each time, and some new cards. So a journal stays the same when plans change.
//
// It does not claim to be like any real learner: nothing is to be concluded from what it does.
package pupil

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"coderounds/codesets"
	"coderounds/quiz"
	"coderounds/quiz/fsrs"
)

// Course is what is played.
type Course struct {
	// From is the evening of the first day; all reviews have its offset from UTC.
	From time.Time
	Days int
	// New is the most new cards of a day; 0 is 5. Most is the number of questions of a usual day, repetitions not
	// counted, where so many are due; 0 is 30.
	New, Most int
	Seed      uint64
}

// pupil is the learner.
type pupil struct {
	course  Course
	library *codesets.Library
	rng     *rand.Rand
	truth   fsrs.Model
	memory  *quiz.Memory // the game's, which only knows the pace that answers are graded by
	decks   map[quiz.CardID]quiz.Deck
	fresh   []quiz.Card
	met     []quiz.Card
	traces  map[quiz.CardID]trace
	now     time.Time
	reviews []quiz.Review
}

// trace is what the pupil really holds of a card.
type trace struct {
	state fsrs.State
	last  int // day of the course
	due   int // the day on which the pupil looks at it again
	gap   int // the days between the two
}

// Play plays a course and returns its reviews, in order of time. Cost: some milliseconds for each day. An error means that the
// parameters are out of bounds.
func Play(decks []quiz.Deck, library *codesets.Library, course Course) ([]quiz.Review, error) {
	course.New, course.Most = cmp.Or(course.New, 5), cmp.Or(course.Most, 30)
	parameters := fsrs.DefaultParameters()
	for g := range 4 {
		parameters[g] *= 0.8 // what was seen once goes sooner than the game expects
	}
	truth, err := fsrs.New(parameters)
	if err != nil {
		return nil, fmt.Errorf("make up a learner: %w", err)
	}
	usual, err := fsrs.New(fsrs.DefaultParameters())
	if err != nil {
		return nil, fmt.Errorf("make up a learner: %w", err)
	}
	p := &pupil{
		course: course, library: library, truth: truth, memory: quiz.NewMemory(usual, quiz.DefaultRetention),
		decks: make(map[quiz.CardID]quiz.Deck), traces: make(map[quiz.CardID]trace),
		rng: rand.New(rand.NewPCG(course.Seed, 0x707570696c)),
	}
	p.take(decks)
	for day := range course.Days {
		if !p.misses(day) {
			p.day(day)
		}
	}
	return p.reviews, nil
}

// take takes the cards of the curriculum in, shuffled.
func (p *pupil) take(decks []quiz.Deck) {
	for _, d := range decks {
		for _, c := range d.Cards() {
			if _, twice := p.decks[c.ID]; !twice && c.Common {
				p.decks[c.ID] = d
				p.fresh = append(p.fresh, c)
			}
		}
	}
	p.rng.Shuffle(len(p.fresh), func(i, j int) { p.fresh[i], p.fresh[j] = p.fresh[j], p.fresh[i] })
}

// misses tells that nothing is played on a day: some days, and a week's holiday in the middle. The last day is played.
func (p *pupil) misses(day int) bool {
	off := p.rng.IntN(8) == 0
	half := p.course.Days / 2
	return day < p.course.Days-1 && (off || day >= half && day < half+7 && p.course.Days > 60)
}

// day plays what is due, then what is new, and at the end once more what was missed. Some days are longer than others.
func (p *pupil) day(day int) {
	p.now = p.course.From.AddDate(0, 0, day).Add(time.Duration(p.rng.IntN(90)) * time.Minute)
	most := p.course.Most/2 + p.rng.IntN(p.course.Most)
	cards := p.due(day, most)
	n := min(len(p.fresh), p.course.New, max(0, most-len(cards)))
	cards = append(cards, p.fresh[:n]...)
	p.met, p.fresh = append(p.met, p.fresh[:n]...), p.fresh[n:]
	var again []quiz.Card
	for _, c := range cards {
		if !p.play(&c, day) {
			again = append(again, c)
		}
	}
	for _, c := range again {
		p.play(&c, day)
	}
}

// due returns the cards whose day has come, those that waited longest first, at most n.
func (p *pupil) due(day, n int) []quiz.Card {
	var cards []quiz.Card
	for _, c := range p.met {
		if t, asked := p.traces[c.ID]; asked && t.due <= day {
			cards = append(cards, c)
		}
	}
	slices.SortStableFunc(cards, func(a, b quiz.Card) int { return cmp.Compare(p.traces[a.ID].due, p.traces[b.ID].due) })
	return cards[:min(len(cards), n)]
}

// play asks a card and keeps the review. What cannot be asked is passed over as right.
func (p *pupil) play(c *quiz.Card, day int) (right bool) {
	q, err := p.decks[c.ID].Question(c.ID, p.rng.Uint64()>>11)
	if err != nil {
		return true // as the game does, which says so at the end of the round
	}
	response := p.respond(&q, day)
	p.now = p.now.Add(response.Took)
	outcome := q.Judge(response)
	r := quiz.Review{
		Version: quiz.Version, Time: p.now.Truncate(time.Millisecond), Card: c.ID, Kind: c.Kind, Seed: q.Seed,
		Response: response.Text, Answer: q.Answer(), Outcome: outcome, Grade: q.Grade(outcome, response, p.memory.Pace(c.Kind)),
		FirstMS: response.First.Milliseconds(), TookMS: response.Took.Milliseconds(),
		Keys: response.Keys, Rank: response.Rank, Options: len(q.Options), Par: q.Par,
	}
	if n := len(response.Text); c.Kind == quiz.Choose && n == 1 {
		if at := int(response.Text[0] - '0'); at < len(q.Options) {
			r.Response = q.Options[at].Text
		}
	}
	p.memory.Add(&r)
	p.reviews = append(p.reviews, r)
	t := p.traces[c.ID]
	t.state = p.truth.Next(t.state, float64(day-t.last), r.Grade)
	t.gap, t.last = p.gap(&t, day, outcome), day
	t.due = day + t.gap
	p.traces[c.ID] = t
	p.now = p.now.Add(8 * time.Second)
	return outcome == quiz.Right
}

// gap is how many days a card rests: half as many again as it did before what was right, one after what was not.
func (p *pupil) gap(t *trace, day int, outcome quiz.Outcome) int {
	switch {
	case outcome != quiz.Right:
		return 1
	case t.last == day && t.gap > 0:
		return t.gap
	}
	return 1 + t.gap*4/3 + p.rng.IntN(1+t.gap/3)
}

// innate is the chance that a card never seen is known.
const innate = 0.35

// knows tells whether the answer comes to mind.
func (p *pupil) knows(q *quiz.Question, day int) bool {
	t, met := p.traces[q.Card.ID]
	chance := innate
	switch {
	case met && t.last == day:
		chance = 0.9
	case met:
		chance = p.truth.Retrievability(float64(day-t.last), t.state)
	}
	return p.rng.Float64() < chance
}

// practised falls from 1 at the start towards 0 over a year.
func practised(day int) float64 { return math.Exp(-float64(day) / 120) }

func (p *pupil) respond(q *quiz.Question, day int) quiz.Response {
	pace := (0.6 + 0.8*practised(day)) * math.Exp(0.35*p.rng.NormFloat64())
	r := quiz.Response{
		First: time.Duration(1500*pace) * time.Millisecond,
		Took:  time.Duration(map[quiz.Kind]float64{quiz.Find: 14000, quiz.Type: 7000, quiz.Choose: 9000, quiz.Build: 11000}[q.Card.Kind]*pace) * time.Millisecond,
	}
	if q.Card.Kind == quiz.Find {
		r.Keys = max(3, int(float64(q.Par)*(1.05+1.1*practised(day))*math.Exp(0.3*p.rng.NormFloat64())+0.5))
		r.Rank = 1 + p.rng.IntN(4)
	}
	switch known := p.knows(q, day); {
	case known:
		r.Text = right(q)
	case q.Card.Kind == quiz.Choose:
		r.Text = quiz.OptionText(p.rng.IntN(max(1, len(q.Options))))
	case p.rng.IntN(4) == 0:
		r.GaveUp = true
	default:
		r.Text = p.neighbour(q)
	}
	return r
}

// right is the response that is right.
func right(q *quiz.Question) string {
	if q.Card.Kind != quiz.Choose {
		return q.Answers[0]
	}
	for i, o := range q.Options {
		if o.Right {
			return quiz.OptionText(i)
		}
	}
	return ""
}

// neighbour is the code that is taken for the right one: the next of the family as a rule.
func (p *pupil) neighbour(q *quiz.Question) string {
	set := p.library.Set(q.Card.System)
	if set == nil || q.Code == "" {
		return "something else"
	}
	at, ok := set.Find(q.Code)
	if !ok {
		return "something else"
	}
	step := 1
	if p.rng.IntN(4) == 0 {
		step = 2
	}
	other := at + step
	if other >= set.Len() || set.Code(other)[:1] != q.Code[:1] {
		other = max(0, at-step)
	}
	return set.Code(other)
}
