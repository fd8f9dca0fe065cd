package nodepeer

import (
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/quiz/fsrs"
)

func TestWithinBounds(t *testing.T) {
	w := fsrs.DefaultParameters()
	w[7] = float64(float32(0.001)) // more than 0.001 or less
	low, _ := fsrs.Bounds()
	w[18] = low[18]
	w[0] = 0.001 - 1e-11
	_, err := fsrs.NewModel(withinBounds(w[:]))
	require.NoError(t, err)

	w[0] = 0.0005
	_, err = fsrs.NewModel(withinBounds(w[:]))
	require.ErrorContains(t, err, "w0", "what is far out of bounds stays so")
	require.Len(t, withinBounds([]float64{1, 2}), 2)
}
