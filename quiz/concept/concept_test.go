package concept

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"coderounds/codesets"
	"coderounds/quiz"

	"github.com/stretchr/testify/require"
)

// written returns all items, and the concept items among them: what is not a vignette.
func written(t *testing.T) (all, concepts []quiz.Item) {
	t.Helper()
	all, err := Items()
	require.NoError(t, err)
	for _, it := range all {
		if it.Kind != quiz.Find {
			concepts = append(concepts, it)
		}
	}
	return all, concepts
}

func TestItemsAreEnough(t *testing.T) {
	all, concepts := written(t)
	require.GreaterOrEqual(t, len(concepts), 100)
	require.GreaterOrEqual(t, len(all)-len(concepts), 100, "vignettes")
	bySystem := make(map[codesets.System]int)
	typed := 0
	for _, it := range concepts {
		bySystem[it.System]++
		if it.Kind == quiz.Type {
			typed++
		}
	}
	for system, least := range map[codesets.System]int{codesets.ICD10CM: 100, codesets.ICD10PCS: 60, codesets.HCPCS: 45, codesets.CPT2: 20, 0: 20} {
		require.GreaterOrEqual(t, bySystem[system], least, system)
	}
	require.GreaterOrEqual(t, typed, len(concepts)/7, "picking alone trains little")
}

// Texts are read in a game, on a phone too.
func TestItemsAreShortAndComplete(t *testing.T) {
	all, _ := written(t)
	within := func(it quiz.Item, text string, least, most int) {
		n := utf8.RuneCountInString(text)
		require.True(t, least <= n && n <= most, "%s: %d characters, not %d to %d: %s", it.ID, n, least, most, text)
	}
	ids, questions := make(map[string]bool), make(map[string]string)
	for _, it := range all {
		require.NotContains(t, ids, it.ID)
		ids[it.ID] = true
		require.NotContains(t, questions, it.Question, it.ID)
		questions[it.Question] = it.ID
		require.Regexp(t, `^[a-z0-9-]+$`, it.ID, "an id stays for years in journals")
		within(it, it.ID, 4, 50)
		within(it, it.Topic, 2, 40)
		within(it, it.Question, 20, 200)
		within(it, it.Rationale, 20, 240)
		within(it, it.Source, 10, 130)
		for _, o := range it.Options {
			within(it, o.Text, 1, 75)
			if !o.Right {
				within(it, o.Reason, 5, 110)
			}
		}
		for _, a := range it.Answers {
			within(it, a, 1, 20)
		}
	}
}

func TestItemsHaveOneRightOption(t *testing.T) {
	_, concepts := written(t)
	for _, it := range concepts {
		right := 0
		for _, o := range it.Options {
			if o.Right {
				right++
			}
			require.NotRegexp(t, `(?i)(all|none|both|neither) of the (above|these)`, o.Text, it.ID)
		}
		switch it.Kind {
		case quiz.Choose:
			require.Equal(t, 1, right, it.ID)
			require.Len(t, it.Options, 4, it.ID)
		case quiz.Type:
			require.NotEmpty(t, it.Answers, it.ID)
		}
	}
}

// Neither length nor place may tell which option is right.
func TestOptionsGiveNothingAway(t *testing.T) {
	_, concepts := written(t)
	var choices, longest, shortest, run int
	places := make(map[int]int)
	last := -1
	for _, it := range concepts {
		if it.Kind != quiz.Choose {
			continue
		}
		choices++
		right := slices.IndexFunc(it.Options, func(o quiz.Option) bool { return o.Right })
		places[right]++
		if run++; right != last {
			run = 1
		}
		last = right
		require.LessOrEqual(t, run, 4, "%s: the same place too often in a row", it.ID)
		longer, shorter := 0, 0
		for i, o := range it.Options {
			switch {
			case i == right:
			case len(o.Text) >= len(it.Options[right].Text):
				longer++
			default:
				shorter++
			}
		}
		if longer == 0 {
			longest++
		}
		if shorter == 0 {
			shortest++
		}
	}
	require.Less(t, float64(longest)/float64(choices), .35, "the right option is the longest too often")
	require.Less(t, float64(shortest)/float64(choices), .45, "the right option is the shortest too often")
	for place := range 4 {
		require.InDelta(t, .25, float64(places[place])/float64(choices), .05, "right options in place %d", place)
	}
}

// What is not ours is not there: codes of CPT, Category II included, and of the dental set.
func TestItemsHoldNoCPT(t *testing.T) {
	foreign := regexp.MustCompile(`\b(\d{4}[FTU]|D\d{4})\b`)
	five := regexp.MustCompile(`\b\d{5}\b`)
	for _, name := range names() {
		data, err := files.ReadFile(name)
		require.NoError(t, err)
		require.Empty(t, foreign.FindAllString(string(data), -1), name)
		require.Empty(t, five.FindAllString(string(data), -1), name)
		require.NotRegexp(t, `(?i)coding clinic|cpt assistant|aapc|ahima`, string(data), name)
	}
}

func TestItemsNamesFileAndRow(t *testing.T) {
	const header = "id,question,answer\n"
	whole := func() fstest.MapFS {
		fsys := make(fstest.MapFS)
		for _, name := range names() {
			id := strings.TrimSuffix(name, ".csv")
			fsys[name] = &fstest.MapFile{Data: []byte(header + id + ",What is " + id + "?,x\n")}
		}
		return fsys
	}
	fsys := whole()
	read, err := items(fsys)
	require.NoError(t, err)
	require.Len(t, read, len(names()))
	for _, test := range []struct{ file, says string }{
		{header + "x,What?,\n", "read items: hcpcs.csv, row 2: no answer"},
		{header + "cpt2,What?,x\n", "the id cpt2 stands in hcpcs.csv and in cpt2.csv"},
		{"", "read questions from hcpcs.csv: the file is empty"},
	} {
		fsys := whole()
		fsys["hcpcs.csv"].Data = []byte(test.file)
		_, err = items(fsys)
		require.ErrorContains(t, err, test.says)
	}
	delete(fsys, "hcpcs.csv")
	_, err = items(fsys)
	require.ErrorContains(t, err, "hcpcs.csv")
}
