package pure

import (
	"fmt"
	"testing"
	"time"

	"coderounds/cmd/bench/contest"
	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
)

// How many queries there are of each number of words, and how often each is asked in a round.
const (
	wordQueries = 100
	wordPasses  = 3
)

// words measures the ten best codes and the exact total for queries of one to four words. What a query takes in a round is
// the mean of its passes, and what it takes at all the median of the rounds; so a pause of the collector, which hits
// any query, does not make the worst one.
func (b bench) words() error {
	set := b.diagnoses()
	var mean, worst, allocations float64
	var worstQuery string
	for words := 1; words <= corpus.MaxWords; words++ {
		queries := corpus.Phrases(set, words, wordQueries)
		one := make([]contest.Contender, len(queries))
		for i, q := range queries {
			one[i] = contest.Timed(func() {
				for range wordPasses {
					set.Search(q, first)
				}
			})
		}
		times, err := contest.Hold(contest.Rounds, one...)
		if err != nil {
			return err
		}
		sum := 0.0
		for i, q := range queries {
			took := each(times.Median(i), wordPasses, time.Microsecond)
			sum += took
			if took > worst {
				worst, worstQuery = took, q
			}
		}
		b.sheet.Put(b.name(fmt.Sprintf("words/%d", words)), sum/float64(len(queries)), figure.Microseconds)
		mean += sum / float64(len(queries)) / corpus.MaxWords
		allocations += testing.AllocsPerRun(1, func() {
			for _, q := range queries {
				set.Search(q, first)
			}
		}) / float64(len(queries)) / corpus.MaxWords
	}
	b.sheet.Put(b.name("words/mean"), mean, figure.Microseconds, b.scaled(30, 100))
	b.sheet.Put(b.name("words/worst"), worst, figure.Microseconds, b.scaled(300, 1000))
	b.sheet.Note("the worst query on the %s side is %q", b.side, worstQuery)
	b.sheet.Put(b.name("words/mean", "allocs"), allocations, figure.Allocations)
	return nil
}
