package starter

import (
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

func TestDiffer(t *testing.T) {
	lib, err := Library()
	require.NoError(t, err)
	for _, test := range []struct {
		system      codesets.System
		from, other string
		says        string
	}{
		{codesets.ICD10PCS, "0DTJ4ZZ", "0DTJ0ZZ", "Approach 0 is Open, not Percutaneous Endoscopic."},
		{codesets.ICD10PCS, "0DTJ4ZZ", "0DTN0ZZ", "Body Part N is Sigmoid Colon, not Appendix; Approach 0 is Open, not Percutaneous Endoscopic."},
		{codesets.ICD10PCS, "0DTJ4ZZ", "0DBJ4ZZ", ""},
		{codesets.ICD10CM, "S72001A", "S72001S", "7th character S means sequela; A means initial encounter for closed fracture."},
		{codesets.ICD10CM, "S72001A", "S72002A", ""},
		{codesets.ICD10CM, "E119", "E118", ""},
		{codesets.HCPCS, "J0696", "J1885", ""},
	} {
		require.Equal(t, test.says, lib.Set(test.system).Differ(test.from, test.other), "%s and %s", test.from, test.other)
	}
}
