// Package nodepeer measures Code Rounds as WebAssembly beside programs that run under node. Each contender is a process of
// its own that takes its turn when asked on its standard input, one line a turn:
//
//	time words/2 1       the queries of words/2, once each: answers with the nanoseconds it took
//	totals words/2       answers with how many matches each query has, as a list in JSON
//
// Queries and titles are handed to a peer in a JSON file (see [Task]); our own side makes the same queries itself.
package nodepeer

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"coderounds/cmd/bench/corpus"
	"coderounds/codesets"
)

const (
	// first is how many codes a query answers with.
	first = 10
	// queries there are of each kind.
	queries = 50
	// prefix is the kind of query that asks for beginnings of codes; the others are words/1 to words/4.
	prefix = "prefix/mixed"
)

// Task is what contenders work on: codes, their titles, and queries by kind.
type Task struct {
	Codes   []string            `json:"codes"`
	Titles  []string            `json:"titles"`
	Queries map[string][]string `json:"queries"`
	kinds   []string
}

// newTask makes the same task from the same set on every side.
func newTask(set *codesets.Set) (Task, error) {
	t := Task{Queries: map[string][]string{prefix: corpus.Prefixes(set, 0, queries)}, kinds: []string{prefix}}
	for words := 1; words <= corpus.MaxWords; words++ {
		kind := fmt.Sprintf("words/%d", words)
		t.kinds = append(t.kinds, kind)
		phrases, err := corpus.PlainPhrases(set, words, queries)
		if err != nil {
			return t, err
		}
		t.Queries[kind] = phrases
	}
	for i := range set.Len() {
		code := set.At(i)
		t.Codes = append(t.Codes, code.Code)
		t.Titles = append(t.Titles, code.Long)
	}
	return t, nil
}

// passes is how often a query is asked in a round: more often when peers answer within microseconds.
func passes(kind string) int {
	if kind == prefix || kind == "words/1" {
		return 40
	}
	return 1
}

// ask answers a query as the set does, and returns the total.
func ask(set *codesets.Set, kind, q string, dst []int32) int {
	if kind == prefix {
		_, total := set.Prefix(dst, q, first)
		return total
	}
	_, total := set.Search(q, first)
	return total
}

// totals are the answers that contenders are compared by.
func totals(set *codesets.Set, kind string, queries []string) []int {
	all := make([]int, len(queries))
	for i, q := range queries {
		all[i] = ask(set, kind, q, nil)
	}
	return all
}

// Serve takes our turns until in ends.
func Serve(set *codesets.Set, in io.Reader, out io.Writer) error {
	task, err := newTask(set)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		var what, kind string
		var times int
		fields := strings.Fields(lines.Text())
		if len(fields) > 1 {
			what, kind = fields[0], fields[1]
		}
		queries, known := task.Queries[kind]
		switch {
		case known && what == "totals":
			if err := json.NewEncoder(out).Encode(totals(set, kind, queries)); err != nil {
				return fmt.Errorf("answer %s: %w", kind, err)
			}
		case known && what == "time" && len(fields) == 3:
			if _, err := fmt.Sscan(fields[2], &times); err != nil {
				return fmt.Errorf("read turn %q: %w", lines.Text(), err)
			}
			fmt.Fprintln(out, serveTime(set, kind, queries, times).Nanoseconds())
		default:
			return fmt.Errorf("read turn %q: wanted is \"totals KIND\" or \"time KIND PASSES\"", lines.Text())
		}
	}
	return lines.Err()
}

func serveTime(set *codesets.Set, kind string, queries []string, passes int) time.Duration {
	dst := make([]int32, 0, first)
	began := time.Now()
	for range passes {
		for _, q := range queries {
			ask(set, kind, q, dst)
		}
	}
	return time.Since(began)
}
