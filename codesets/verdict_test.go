package codesets_test

import (
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

func TestCheck(t *testing.T) {
	set, err := codesets.Build(codesets.Draft{
		Release: codesets.Release{System: codesets.ICD10CM},
		Codes: codesets.CodesOf([]codesets.Code{
			{Code: "E11", Long: "Type 2 diabetes mellitus"},
			{Code: "E110", Long: "Type 2 diabetes mellitus with hyperosmolarity"},
			{Code: "E1100", Billable: true, Long: "without coma"},
			{Code: "E119", Billable: true, Long: "Type 2 diabetes mellitus without complications"},
			{Code: "T800", Long: "Air embolism"},
			{Code: "T800XXA", Billable: true, Long: "Air embolism, initial encounter"},
		}),
	}, nil)
	require.NoError(t, err)
	for typed, says := range map[string]string{
		"e11.9":    "E11.9 is a billable code of ICD-10-CM: Type 2 diabetes mellitus without complications.",
		"E11":      "E11 is a header, not billable; 2 codes below it are. It goes on with 0 or 9.",
		"T80.0":    "T80.0 is not billable: it needs its 7th character, A. Fill up with the placeholder X: T80.0XXA.",
		"T80.0A":   "T80.0A is no code: the placeholder X is missing before the 7th character. T80.0XXA would be.",
		"E11.99":   `E11.99 is no code: E11.9 is complete without "9".`,
		"Ell.9":    "ELL.9 is no code. Did you mean E11.9? Letters O, I and L look like the digits 0 and 1.",
		"E11.O":    "E11.O is no code. Did you mean E11.0? Letters O, I and L look like the digits 0 and 1.",
		"E12":      `E12 is no code: after E1 no ICD-10-CM code goes on with "2", only with 1.`,
		"Q":        `Q is no ICD-10-CM code: none begins with "Q".`,
		"":         "Nothing was typed. Type a code, with or without its dot.",
		"E1":       "E1 is not complete: codes of ICD-10-CM begin like this, but it is none. It goes on with 1.",
		"E11.9?":   `E119? is no code: codes are made of letters and digits, and "?" is neither.`,
		"E11,9":    `E11,9 is no code: codes are made of letters and digits, and "," is neither.`,
		"T80.0XXB": `T80.0XXB is no code: "B" is none of the 7th characters of T80.0XX, which are A.`,
		"E11.0-":   "E11.0 is a header, not billable; the code below it is.",
		"T80.0X":   "T80.0X is not billable: it needs its 7th character, A. Fill up with the placeholder X: T80.0XXA.",
		"E11.5 x":  `E11.5X is no code: after E11 no ICD-10-CM code goes on with "5", only with 0 or 9.`,
	} {
		require.Equal(t, says, set.Check(typed).String())
	}
}
