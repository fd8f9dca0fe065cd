package fsrs

// replay goes through a log with a model.
type replay struct {
	log    *Log
	model  Model
	whole  bool
	states []State // by card
	at     int     // the next review
}

func newReplay(l *Log, m Model) replay {
	return replay{l, m, WholeDays(m), make([]State, len(l.latest)), 0}
}

// next goes on to and past the next scored review; ok is false at the end.
func (r *replay) next() (score int, lost float64, ok bool) {
	for r.at < len(r.log.answers) && !ok {
		a := &r.log.answers[r.at]
		r.at++
		state, days := &r.states[a.card], r.log.since(a, r.whole)
		if a.score >= 0 {
			score, lost, ok = int(a.score), loss(r.model.Retrievability(days, *state), a.grade, a.guess), true
		}
		*state = r.model.NextGuessed(*state, days, a.grade, a.guess)
	}
	return score, lost, ok
}
