package pure

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"coderounds/cmd/bench/contest"
	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
	"coderounds/codesets"
)

// How many prefixes of a length are asked for, and how often each in a round: so many that they go all over the codes, as
// people do. A few thousand asked for again and again would measure what stays in a processor's cache, where a map of every
// prefix, whose 66 bytes a code do not, finds six characters and more up to half as fast again.
const (
	prefixQueries = 1 << 16
	prefixPasses  = 2
)

// prefix measures the first ten codes and the exact total for beginnings of codes.
func (b bench) prefix() error {
	set := b.diagnoses()
	every, sorted := newPrefixMap(set), newBounds(set)
	for length := range corpus.MaxLength + 1 {
		what := fmt.Sprintf("prefix/len%d", length)
		if length == 0 {
			what = "prefix/mixed"
		}
		queries := corpus.Prefixes(set, length, prefixQueries)
		if err := agree(set, every, sorted, queries); err != nil {
			return err
		}
		if err := b.prefixContest(what, set, every, sorted, queries); err != nil {
			return err
		}
	}
	runtime.KeepAlive(every)
	return nil
}

// prefixContest is written out rather than made of one loop over functions: a call through a function value costs a tenth
// of what is measured.
func (b bench) prefixContest(what string, set *codesets.Set, every prefixMap, sorted *bounds, queries []string) error {
	dst := make([]int32, 0, first)
	ours := func() {
		for range prefixPasses {
			for _, q := range queries {
				set.Prefix(dst, q, first)
			}
		}
	}
	times, err := contest.Hold(contest.Rounds,
		contest.Timed(ours),
		contest.Timed(func() {
			for range prefixPasses {
				for _, q := range queries {
					every.Prefix(dst, q)
				}
			}
		}),
		contest.Timed(func() {
			for range prefixPasses {
				for _, q := range queries {
					sorted.Prefix(dst, q)
				}
			}
		}))
	if err != nil {
		return err
	}
	for i, who := range [][]string{nil, {"map"}, {"sort.Search"}} {
		b.sheet.Put(b.name(what, who...), each(times.Median(i), prefixPasses*len(queries), time.Nanosecond), figure.Nanoseconds)
	}
	b.sheet.Put(b.name(what, "ratio-to-map"), times.Ratio(0, 1), figure.Times, figure.AtMost(1))
	b.sheet.Put(b.name(what, "ratio-to-sort.Search"), times.Ratio(0, 2), figure.Times)
	allocations := testing.AllocsPerRun(1, ours) / float64(prefixPasses*len(queries))
	b.sheet.Put(b.name(what, "allocs"), allocations, figure.Allocations, figure.AtMost(0))
	return nil
}

// agree compares the answers of all contenders. Those of the sorted codes come in another order, so of them the total
// counts, and that each has the prefix.
func agree(set *codesets.Set, every prefixMap, sorted *bounds, queries []string) error {
	for _, q := range queries {
		ours, total := set.Prefix(nil, q, first)
		theirs, theirTotal := every.Prefix(nil, q)
		if total != theirTotal || !slices.Equal(ours, theirs) {
			return fmt.Errorf("prefix %s: %v of %d, but the map says %v of %d", q, ours, total, theirs, theirTotal)
		}
		inASCII, asciiTotal := sorted.Prefix(nil, q)
		alien := slices.ContainsFunc(inASCII, func(at int32) bool { return !strings.HasPrefix(set.At(int(at)).Code, q) })
		if total != asciiTotal || len(ours) != len(inASCII) || alien {
			return fmt.Errorf("prefix %s: %d codes, but sort.Search says %v of %d", q, total, inASCII, asciiTotal)
		}
	}
	return nil
}
