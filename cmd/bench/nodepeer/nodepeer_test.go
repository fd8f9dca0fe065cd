package nodepeer

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/cmd/bench/corpus"
	"coderounds/codesets"
)

func starterSet(t *testing.T) *codesets.Set {
	t.Helper()
	c, err := corpus.Load(t.TempDir())
	require.NoError(t, err)
	return c.Set(codesets.ICD10CM)
}

func TestTask(t *testing.T) {
	set := starterSet(t)
	task, err := newTask(set)
	require.NoError(t, err)
	require.Len(t, task.Codes, set.Len())
	require.Len(t, task.Titles, set.Len())
	require.Len(t, task.Queries, len(task.kinds))
	for _, kind := range task.kinds {
		require.Len(t, task.Queries[kind], queries, kind)
		for i, total := range totals(set, kind, task.Queries[kind]) {
			require.Positive(t, total, task.Queries[kind][i])
		}
	}
}

func TestServe(t *testing.T) {
	set := starterSet(t)
	var out strings.Builder
	require.NoError(t, Serve(set, strings.NewReader("totals words/2\ntime prefix/mixed 3\n"), &out))
	lines := strings.Split(out.String(), "\n")
	require.Len(t, lines, 3)
	var got []int
	require.NoError(t, json.Unmarshal([]byte(lines[0]), &got))
	task, err := newTask(set)
	require.NoError(t, err)
	require.Equal(t, totals(set, "words/2", task.Queries["words/2"]), got)
	require.Regexp(t, `^\d+$`, lines[1])

	for _, wrong := range []string{"", "time", "time words/9 1", "time words/1", "time words/1 many", "sing words/1"} {
		require.ErrorContains(t, Serve(set, strings.NewReader(wrong+"\n"), &out), "read turn", wrong)
	}
}
