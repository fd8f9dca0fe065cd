package game_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestAnEmptySectionIsNoDeadEnd: the starter set has the sections of the whole book, and codes of some.
func TestAnEmptySectionIsNoDeadEnd(t *testing.T) {
	p := opened(t)
	p.press("group/icd10cm/all")
	for _, inside := range []string{`"Chapter 20`, `"Section V00-X58`, `"Section V00-V99`, `"Section V00-V09 Pedestrian injured in transport accident, no codes here`} {
		p.press(p.idOf(inside))
	}
	require.Contains(t, p.shows(), "The starter set has no code of this section. Drop the full release onto the game to see them all.")
}
