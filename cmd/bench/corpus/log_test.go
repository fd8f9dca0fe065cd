package corpus_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/cmd/bench/corpus"
	"coderounds/quiz/fsrs"
)

// reviews writes a review log beside a folder of releases, which it returns.
func reviews(t *testing.T, log string) string {
	t.Helper()
	dir := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(dir, "reviews"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "reviews", "learner.csv"), []byte(log), 0o644))
	return filepath.Join(dir, "releases")
}

func TestAnswers(t *testing.T) {
	dir := reviews(t, "review_time,card_id,review_rating\n1704067200000,7,3\n2024-01-02T12:00:00.000000+00:00,9,1\n1704326400000,7,4\n")
	answers, ok, err := corpus.Answers(dir, "learner")
	require.NoError(t, err)
	require.True(t, ok)
	require.Equal(t, []corpus.Answer{{Card: 0, Days: 19723, Grade: 3}, {Card: 1, Days: 19724.5, Grade: 1}, {Card: 0, Days: 19726, Grade: 4}}, answers)
	log := corpus.Log(answers)
	require.Equal(t, 3, log.Len())
	require.Equal(t, 1, log.Scored())

	_, ok, err = corpus.Answers(dir, "simulated")
	require.NoError(t, err)
	require.False(t, ok, "it is not there")
}

func TestAnswersTellTheLine(t *testing.T) {
	for log, want := range map[string]string{
		"card_id,review_rating\n1,3\n":                           "line 1 must name",
		"card_id,review_time,review_rating\n1,1704067200000,5\n": `line 2: the rating is "5"`,
		"card_id,review_time,review_rating\n1,noon,3\n":          "line 2: the time",
	} {
		_, _, err := corpus.Answers(reviews(t, log), "learner")
		require.ErrorContains(t, err, want)
	}
}

func TestChooser(t *testing.T) {
	model, err := fsrs.New(fsrs.DefaultParameters())
	require.NoError(t, err)
	c := corpus.Choose(model, 2, 1)
	require.Equal(t, c, corpus.Choose(model, 2, 1), "the same in every run")
	require.Len(t, c.Recall, c.Log(0.5).Scored())
	require.Greater(t, c.Overstated(model, 0), 4.0, "luck passes for knowledge")
	require.InDelta(t, 0, c.Overstated(model, 0.5), 2)
}
