package codesets_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNearLeavesOneWordOut holds which word is left out where no code has all that were typed.
func TestNearLeavesOneWordOut(t *testing.T) {
	set := named(t)
	for _, test := range []struct{ query, code, left string }{
		{"old heart attack zzz", "I252", "zzz"},
		{"total fracture of neck of femur", "S72009A", "total"},
		{"acute mellitus", "I219", "mellitus"}, // fewer have the other
		{"zzz qqq fracture", "", ""},           // two would have to be
		{"fracture", "", ""},                   // nothing would stay
		{"I21.99", "", ""},                     // a code that is none
		{"with zzz", "", ""},
		{"", "", ""},
	} {
		t.Run(test.query, func(t *testing.T) {
			found := set.Near(test.query, 3)
			require.Equal(t, test.left, found.Left)
			if test.code == "" {
				require.Zero(t, found)
				return
			}
			require.Equal(t, test.code, found.Hits[0].Code().Code)
			require.GreaterOrEqual(t, found.Total, len(found.Hits))
			require.Zero(t, set.Look(test.query, 3).Total)
		})
	}
}
