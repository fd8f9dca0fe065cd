package pure

import (
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
	"coderounds/codesets"
)

func TestGoalsDifferBySide(t *testing.T) {
	require.Equal(t, figure.AtMost(30), Native.goal(30, 100))
	require.Equal(t, figure.AtMost(100), Wasm.goal(30, 100))
	require.Equal(t, "prefix/len3/wasm/map", bench{side: Wasm}.name("prefix/len3", "map"))
	require.Equal(t, "words/mean/native", bench{side: Native}.name("words/mean"))
}

// small is a set in whose official order C4A stands before C44, unlike in ASCII.
func small(t *testing.T) *codesets.Set {
	t.Helper()
	draft := codesets.Draft{Release: codesets.Release{System: codesets.ICD10CM}, Codes: codesets.NewCodes(0)}
	for _, code := range []string{"C43", "C430", "C431", "C4A", "C4A0", "C44", "C440", "D01"} {
		draft.Codes.Append(codesets.Code{Code: code, Billable: true, Long: "Title of " + code})
	}
	set, err := codesets.Build(draft, nil)
	require.NoError(t, err)
	return set
}

func TestPeersOfPrefixAnswer(t *testing.T) {
	set := small(t)
	every, sorted := newPrefixMap(set), newBounds(set)
	require.NoError(t, agree(set, every, sorted, []string{"C", "C4", "C4A", "C44", "C440", "D", "D01", "E", "C9", "C4401"}))

	places, total := every.Prefix(nil, "C4")
	require.Equal(t, []int32{0, 1, 2, 3, 4, 5, 6}, places)
	require.Equal(t, 7, total)
	places, total = sorted.Prefix(nil, "C4")
	require.Equal(t, []int32{0, 1, 2, 5, 6, 3, 4}, places, "ASCII order")
	require.Equal(t, 7, total)
}

func TestAWrongAnswerIsFound(t *testing.T) {
	set := small(t)
	every, sorted := newPrefixMap(set), newBounds(set)
	every["C4"] = prefixAnswer{total: 7}
	require.ErrorContains(t, agree(set, every, sorted, []string{"C4"}), "C4")
	every = newPrefixMap(set)
	sorted.names = sorted.names[:3]
	require.ErrorContains(t, agree(set, every, sorted, []string{"D"}), "sort.Search")
}

func TestPeersAgreeOnEveryPrefixOfTheStarterSet(t *testing.T) {
	c, err := corpus.Load(t.TempDir())
	require.NoError(t, err)
	set := c.Set(codesets.ICD10CM)
	every := newPrefixMap(set)
	queries := make([]string, 0, len(every))
	for prefix := range every {
		queries = append(queries, prefix)
	}
	require.NoError(t, agree(set, every, newBounds(set), queries))
}
