package codesets_test

import (
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

func TestCheck(t *testing.T) {
	set, err := codesets.Build(codesets.Draft{
		Release: codesets.Release{System: codesets.ICD10CM},
		Codes: []codesets.Code{
			{Code: "E11", Long: "Type 2 diabetes mellitus"},
			{Code: "E110", Long: "Type 2 diabetes mellitus with hyperosmolarity"},
			{Code: "E1100", Billable: true, Long: "without coma"},
			{Code: "E119", Billable: true, Long: "Type 2 diabetes mellitus without complications"},
			{Code: "T800", Long: "Air embolism"},
			{Code: "T800XXA", Billable: true, Long: "Air embolism, initial encounter"},
		},
	}, nil)
	require.NoError(t, err)
	for typed, says := range map[string]string{
		"e11.9":   "E11.9 is a billable code: Type 2 diabetes mellitus without complications.",
		"E11":     "E11 is a header, not billable; 2 codes below it are.",
		"T80.0":   "T80.0 is not billable: it needs its 7th character.",
		"T80.0A":  "T80.0A is no code: the placeholder X is missing before the 7th character. T80.0XXA would be.",
		"E11.99":  `E11.99 is no code: E11.9 is complete without "9".`,
		"Ell.9":   "ELL.9 is no code. Did you mean E11.9? Letters O, I and L look like the digits 0 and 1.",
		"E11.O":   "E11.O is no code. Did you mean E11.0? Letters O, I and L look like the digits 0 and 1.",
		"E12":     `E12 is no code: after E1 no code goes on with "2".`,
		"Q":       `Q is no ICD-10-CM code: none begins with "Q".`,
		"":        `  is no`,
		"E11.0-":  "E11.0 is a header, not billable; the code below it is.",
		"T80.0X":  "T80.0X is not complete: codes begin like this, but it is none.",
		"E11.5 x": `E11.5X is no code: after E11 no code goes on with "5".`,
	} {
		if typed == "" {
			require.NotPanics(t, func() { _ = set.Check(typed).String() })
			continue
		}
		require.Equal(t, says, set.Check(typed).String())
	}
}
