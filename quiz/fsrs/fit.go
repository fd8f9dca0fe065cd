package fsrs

// How many scored reviews it takes.
const (
	// FitFrom is the least number of scored reviews that anything is fitted to.
	FitFrom = 64
	// DualFrom is the least number from which FSRS-7 is tried too.
	DualFrom = 400
)

// Fit finds the model that predicts a learner best, in slices short enough to
// leave every frame of a game its time:
//
//	f := fsrs.NewFit(&log, model)
//	for f.Step() {
//		// give the frame back as often as you like
//	}
//	if found := f.Result(); found.Better {
//		model = found.Model // and replay the reviews with it
//	}
//
// FSRS-6 and, from [DualFrom] scored reviews on, FSRS-7 are fitted to the first
// four fifths of the scored reviews. Of these two and the published defaults of
// FSRS-6, the one that predicts the last fifth best is chosen. If it is a fitted
// one, that model is fitted again, now to all reviews. What was chosen is
// accepted if it predicts the last fifth better than the model in use, which may
// have seen most of that fifth as well.
//
// The log must not be added to meanwhile. To undo what was accepted, keep the
// [Model.Weights] of the model before.
type Fit struct {
	log    *Log
	held   int           // scored reviews before the last fifth
	todo   []func() bool // each is called until it returns false
	result Result

	published Model
}

// Result is what a Fit came to.
type Result struct {
	Model  Model // to use from now on: another one, or that in use
	Better bool  // whether it is another one
	Scored int   // reviews that one was fitted to; 0 if it is the published one
	// Log losses over the last fifth of the scored reviews: of the published
	// defaults of FSRS-6, of FSRS-6 and FSRS-7 fitted to the reviews before, and
	// of the model in use. One that was not worked out is 0.
	Published, Single, Dual, Current float64
}

// slice is the number of scored reviews judged at a time: some 0.1 ms.
const slice = 256

// NewFit starts to look for a better model than current. A log with fewer than
// [FitFrom] scored reviews leaves nothing to do.
func NewFit(l *Log, current Model) *Fit {
	f := &Fit{log: l, held: l.scored * 4 / 5, result: Result{Model: current}}
	if l.scored < FitFrom {
		return f
	}
	f.published = Published()
	f.judge(func() Model { return f.published }, &f.result.Published)
	f.try(NewTraining, &f.result.Single)
	if l.scored >= DualFrom {
		f.try(NewDualTraining, &f.result.Dual)
	}
	f.then(f.choose)
	return f
}

// Step does a slice of the work, some tenths of a millisecond, and reports
// whether there is more to do.
func (f *Fit) Step() bool {
	if len(f.todo) > 0 && !f.todo[0]() {
		f.todo = f.todo[1:]
	}
	return len(f.todo) > 0
}

// Result returns what was found once Step has returned false; before, it is
// the model in use.
func (f *Fit) Result() Result { return f.result }

// then puts off work that takes one slice.
func (f *Fit) then(work func()) {
	f.todo = append(f.todo, func() bool {
		work()
		return false
	})
}

// try fits a model to all but the last fifth and judges it by that.
func (f *Fit) try(start func(*Log, int) *Training, loss *float64) {
	model := f.train(start, f.held)
	f.judge(model, loss)
}

// train fits a model to n scored reviews; what it returns is for later.
func (f *Fit) train(start func(*Log, int) *Training, n int) (model func() Model) {
	var t *Training
	f.then(func() { t = start(f.log, n) })
	f.todo = append(f.todo, func() bool { return t.Step() })
	return func() Model { return t.Model() }
}

// judge takes a model's log loss over the last fifth.
func (f *Fit) judge(model func() Model, loss *float64) {
	var r replay
	var sum float64
	f.then(func() { r = newReplay(f.log, model()) })
	f.todo = append(f.todo, func() bool {
		for range slice {
			score, lost, ok := r.next()
			if !ok {
				*loss = sum / float64(f.log.scored-f.held)
				return false
			}
			if score >= f.held {
				sum += lost
			}
		}
		return true
	})
}

// choose fits the best model to all reviews, unless it is the published one, and
// accepts it if it is better than that in use.
func (f *Fit) choose() {
	r := &f.result
	start, best := NewTraining, r.Single
	if r.Dual > 0 && r.Dual < best {
		start, best = NewDualTraining, r.Dual
	}
	f.judge(func() Model { return r.Model }, &r.Current)
	if !(best < r.Published) {
		f.then(func() { f.accept(f.published, r.Published, 0) })
		return
	}
	found := f.train(start, f.log.scored)
	var loss float64
	f.judge(found, &loss)
	f.then(func() { f.accept(found(), loss, f.log.scored) })
}

func (f *Fit) accept(found Model, loss float64, scored int) {
	if r := &f.result; loss < r.Current {
		r.Model, r.Better, r.Scored = found, true, scored
	}
}

// Gain is the share, 0 to 1, of the published model's log loss over the last
// fifth that a model fitted to the reviews before it spares: what fitting is
// worth on answers not yet seen. It is 0 if no fitted model was better.
func (r *Result) Gain() float64 {
	best := r.Single
	if r.Dual > 0 {
		best = min(best, r.Dual)
	}
	if !(best < r.Published) {
		return 0
	}
	return 1 - best/r.Published
}
