package codesets_test

import (
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

func TestTermString(t *testing.T) {
	for _, test := range []struct{ before, aside, after, title, printed string }{
		{"Abasia", "(-astasia) (hysterical)", "", "Abasia", "Abasia (-astasia) (hysterical)"},
		{"vein ", "(peripheral)", " NEC", "vein NEC", "vein (peripheral) NEC"},
		{"", "(mono)", " semicarbazone", "semicarbazone", "(mono) semicarbazone"},
		{"Air contaminant", "(s)", ", source NOS", "Air contaminant, source NOS", "Air contaminant (s), source NOS"},
		{"acute", "", "", "acute", "acute"},
		{"", "(only)", "", "", "(only)"},
	} {
		term := codesets.NewTerm(1, test.before, test.aside, test.after)
		require.Equal(t, test.title, term.Title)
		require.Equal(t, test.printed, term.String())
	}
}

func TestIndexTree(t *testing.T) {
	var x codesets.Index
	for _, level := range []uint8{0, 1, 2, 2, 1, 0, 2, 1} { // a level may be skipped
		x.Terms = append(x.Terms, codesets.Term{Level: level})
	}
	require.Equal(t, []int{0, 5}, x.Main())
	require.Equal(t, []int{1, 4}, x.Below(0))
	require.Equal(t, []int{2, 3}, x.Below(1))
	require.Equal(t, []int{6, 7}, x.Below(5))
	require.Empty(t, x.Below(7))
	require.Equal(t, []int{0, 1, 3}, x.Path(3))
	require.Equal(t, []int{5, 7}, x.Path(7))
	require.Equal(t, []int{5}, x.Path(5))
	require.Equal(t, []int{5, 6}, x.Path(6))
}
