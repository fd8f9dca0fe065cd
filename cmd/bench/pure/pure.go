// Package pure measures what has neither screen nor page, and so runs natively and as WebAssembly alike: finding codes,
// reading releases, replaying the journal, scheduling a review. Before anything is timed its answers are compared with
// those of the peers beside it.
package pure

import (
	"fmt"
	"time"

	"coderounds/cmd/bench/contest"
	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
	"coderounds/codesets"
)

// Side is where the program runs; it ends the names of figures.
type Side string

// The sides. Goals differ between them.
const (
	Native Side = "native"
	Wasm   Side = "wasm"
)

// goal is the goal on this side, given those on both.
func (s Side) goal(native, wasm float64) figure.Goal {
	if s == Wasm {
		return figure.AtMost(wasm)
	}
	return figure.AtMost(native)
}

// natively is a goal that is set for the native side only.
func (b bench) natively(most float64) figure.Goal {
	if b.side == Native {
		return figure.AtMost(most)
	}
	return figure.Goal{}
}

// bench is what all measurements of a run share.
type bench struct {
	side   Side
	corpus *corpus.Corpus
	sheet  *figure.Sheet
}

// Run measures everything and puts the figures on the sheet.
func Run(side Side, c *corpus.Corpus, sheet *figure.Sheet) error {
	b := bench{side, c, sheet}
	for _, measure := range []func() error{b.prefix, b.words, b.release, b.pack, b.starter, b.journal, b.statistics, b.review, b.taken, b.forecast, b.portion, b.fit} {
		if err := measure(); err != nil {
			return fmt.Errorf("%s side: %w", side, err)
		}
	}
	return nil
}

// diagnoses is the set that codes are looked up in: the largest whose titles are prose.
func (b bench) diagnoses() *codesets.Set { return b.corpus.Set(codesets.ICD10CM) }

// scaled is the goal of a figure that grows with the codes there are: it is meant for the official releases, and there is
// none for the starter sets.
func (b bench) scaled(native, wasm float64) figure.Goal {
	if !b.corpus.IsRelease() {
		return figure.Goal{}
	}
	return b.side.goal(native, wasm)
}

// name is the name of a figure on this side: name("prefix/len3", "map") is "prefix/len3/native/map".
func (b bench) name(what string, more ...string) string {
	name := what + "/" + string(b.side)
	for _, m := range more {
		name += "/" + m
	}
	return name
}

// alone times work that has no peer, in milliseconds.
func (b bench) alone(work func() error) (float64, error) {
	times, err := contest.Hold(contest.Rounds, func() (time.Duration, error) {
		began := time.Now()
		err := work()
		return time.Since(began), err
	})
	if err != nil {
		return 0, err
	}
	return milliseconds(times.Median(0)), nil
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// each is the time of one of n, in units of unit.
func each(d time.Duration, n int, unit time.Duration) float64 {
	return float64(d) / float64(n) / float64(unit)
}
