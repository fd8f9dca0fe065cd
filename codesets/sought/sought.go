// Package sought says how well searches bring the code first that a coder seeks. It holds a table of queries as coders type
// them, queries.txt, each with the codes one of which should be among the first three:
//
//	queries, err := sought.Queries()
//	share, missed := sought.Share(queries, library)
//
// It is for the tests and for cmd/bench; the program itself does not know it. Nothing in it teaches a search anything:
// what a search knows beside the releases is its lay words, which lead to words and never to codes.
package sought

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"coderounds/codesets"
)

//go:embed queries.txt
var table string

// First is among how many hits a code should be.
const First = 3

// Query is one line of the table.
type Query struct {
	System codesets.System
	Typed  string
	// Codes are normalised. One of a family ends with a star: all that begin so.
	Codes []string
}

// Queries returns the table.
func Queries() ([]Query, error) {
	var queries []Query
	number := 0
	for line := range strings.Lines(table) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 3 {
			return nil, fmt.Errorf("read queries: queries.txt, line %d: wanted are system, query and codes with tabs between", number)
		}
		system, known := codesets.SystemByKey(fields[0])
		if !known {
			return nil, fmt.Errorf("read queries: queries.txt, line %d: there is no system %q", number, fields[0])
		}
		q := Query{System: system, Typed: fields[1]}
		for code := range strings.FieldsSeq(fields[2]) {
			q.Codes = append(q.Codes, codesets.Normalize(code))
		}
		queries = append(queries, q)
	}
	return queries, nil
}

// Answered tells whether a code is one of those sought.
func (q Query) Answered(code string) bool {
	return slices.ContainsFunc(q.Codes, func(want string) bool {
		beginning, family := strings.CutSuffix(want, "*")
		return code == want || family && strings.HasPrefix(code, beginning)
	})
}

// Miss is a query that does not bring a code first, and what comes first.
type Miss struct {
	Query
	Hits []string
}

// Share returns the share of the queries, 0 to 1, whose code is among the first hits of a look-up in the library, or
// of what comes nearest where it finds nothing, and the others.
func Share(queries []Query, library *codesets.Library) (share float64, missed []Miss) {
	for _, q := range queries {
		m := Miss{Query: q}
		if set := library.Set(q.System); set != nil {
			found := codesets.Answer([]*codesets.Set{set}, q.Typed, func(*codesets.Set) int { return First })
			for _, h := range found[0].Hits {
				m.Hits = append(m.Hits, set.Code(h.At))
			}
		}
		if !slices.ContainsFunc(m.Hits, q.Answered) {
			missed = append(missed, m)
		}
	}
	return 1 - float64(len(missed))/float64(max(1, len(queries))), missed
}
