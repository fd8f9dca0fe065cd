package codesets_test

import (
	"testing"

	"coderounds/codesets"
	"coderounds/codesets/starter"

	"github.com/stretchr/testify/require"
)

// TestLibraryCheck judges strings against all three full releases.
func TestLibraryCheck(t *testing.T) {
	lib := codesets.NewLibrary(full(t, cm2026...), full(t, pcs2026...), full(t, "hcpcs-2025-oct-from-xlsx.zip"))
	for typed, says := range map[string]string{
		// ICD-10-CM
		"S72.001A": "S72.001A is a billable code of ICD-10-CM: Fracture of unspecified part of neck of right femur, initial encounter for closed fracture.",
		"S72.00A":  "S72.00A is no code: A stands in 6th place and would be a 7th character. S72.00 goes on with 1, 2 or 9 first.",
		"S72.001":  "S72.001 is not billable: it needs its 7th character, A to H, J, K, M, N or P to S.",
		"S72.001T": `S72.001T is no code: "T" is none of the 7th characters of S72.001, which are A to H, J, K, M, N and P to S.`,
		"S72.0":    "S72.0 is a header, not billable; 576 codes below it are. It goes on with 0 to 6 or 9.",
		"E11.9XXA": "E11.9XXA is no code: E11.9 is complete and takes no 7th character.",
		"T80.0A":   "T80.0A is no code: the placeholder X is missing before the 7th character. T80.0XXA would be.",
		"T36.01A":  "T36.01A is no code: a placeholder X is missing. T36.0X1A would be.",
		"E1l.9":    "E1L.9 is no code. Did you mean E11.9? Letters O, I and L look like the digits 0 and 1.",
		"B88.0":    "B88.0 is a header, not billable; 2 codes below it are. It goes on with 1 or 9. It was billable before FY2026; now B88.01 and B88.09 stand in its place.",
		"T78.07XA": "T78.07XA is no code any more: it was deleted with FY2026 of ICD-10-CM. Now T78.070A, T78.071A and T78.079A stand in its place.",
		"QA0.0":    "QA0.0 is a header, not billable; 12 codes below it are. It goes on with 1.",
		"ZZZ":      `ZZZ is no code: after Z no ICD-10-CM code goes on with "Z", only with 0 to 9.`,
		"D01.20":   `D01.20 is no code: D01.2 is complete without "0".`,
		// ICD-10-PCS
		"0DTJ1ZZ":  "0DTJ1ZZ is no code: 1 is no approach in table 0DT. In 5th place can stand 0, 4, 7 or 8.",
		"0DTJ0Z1":  "0DTJ0Z1 is no code: 1 is no qualifier in table 0DT. In 7th place can stand Z.",
		"0DT80ZZ":  "0DT80ZZ is a billable code of ICD-10-PCS: Resection of Small Intestine, Open Approach.",
		"001U071":  "001U071 is no code: 1 is a qualifier of table 001, but not in a row with U07. In 7th place can stand 2, 4, 6, 7 or 9.",
		"0DZ0000":  "0DZ0000 is no code: no table of ICD-10-PCS begins with 0DZ. 0 is the section Medical and Surgical. D is the body system Gastrointestinal System. In 3rd place can stand 1, 2, 5, 7, 8, 9, B, C, D, F, H, J, L, M, N or P to Y.",
		"0DTJ0Z":   "0DTJ0Z is not complete: codes of ICD-10-PCS begin like this, but it is none. It goes on with Z.",
		"0DTJOZZ":  "0DTJOZZ is no code. Did you mean 0DTJ0ZZ? Letters O, I and L look like the digits 0 and 1.",
		"0DTI0IZ":  "0DTI0IZ is no code: ICD-10-PCS has no letters I and O, which look like 1 and 0.",
		"00160701": `00160701 is no code: 0016070 is complete without "1".`,
		"XW03306":  "XW03306 is no code any more: it was deleted with FY2026 of ICD-10-PCS. The addenda name nothing in its place.",
		// HCPCS Level II
		"A0428":    "A0428 is a billable code of HCPCS Level II: Ambulance service, basic life support, non-emergency transport, (bls).",
		"A0428-QN": "A0428QN is a code of HCPCS Level II with QN (Ambulance service furnished directly by a provider of services) behind it: the code is A0428, a modifier goes into a field of its own.",
		"QN":       "QN (Ambulance service furnished directly by a provider of services) is a modifier, which is reported beside a code of HCPCS Level II and never alone.",
		"A9270X":   `A9270X is no code: A9270 is complete without "X".`,
		"C9399":    "C9399 is a billable code of HCPCS Level II: Unclassified drugs or biologicals.",
		// one string, two systems
		"E1010": "E10.10 is a billable code of ICD-10-CM: Type 1 diabetes mellitus with ketoacidosis without coma. " +
			"E1010 is a billable code of HCPCS Level II: Wheelchair accessory, addition to power seating system, power leg elevation system, including leg rest, pair.",
		"E10.10": "E10.10 is a billable code of ICD-10-CM: Type 1 diabetes mellitus with ketoacidosis without coma.",
		// others'
		"99213": "99213 has the shape of a CPT code. Those belong to the American Medical Association and are not loaded.",
		"D0120": "D0120 has the shape of a dental code (CDT). Those belong to the American Dental Association and are not loaded.",
		"0001F": "0001F has the shape of a code of CPT Category II. Those belong to the American Medical Association; load a list that you have a licence for to check it.",
		// none
		"":         "Nothing was typed. Type a code, with or without its dot.",
		" - .":     "Nothing was typed. Type a code, with or without its dot.",
		"é":        `é is no code: codes are made of letters and digits, and "é" is neither.`,
		"\x1b[31m": `�[31M is no code: codes are made of letters and digits, and "\x1b" is neither.`,
		"S72,1":    `S72,1 is no code: codes are made of letters and digits, and "," is neither.`,
	} {
		require.Equal(t, says, lib.Check(typed).String(), typed)
	}
	require.Equal(t, "A00 cannot be checked: no codes are loaded.", codesets.NewLibrary().Check("A00").String())
}

func TestTerminated(t *testing.T) {
	set := full(t, hcpcs...)
	for i := range set.Len() {
		if set.Ended(i) != 0 {
			v := set.Check(set.Code(i))
			require.Equal(t, codesets.Terminated, v.Finding)
			require.Contains(t, v.String(), " is a terminated code of HCPCS Level II: it may not be reported for services after "+set.Ended(i).String()+".")
			return
		}
	}
	t.Fatal("no code is terminated")
}

// TestStarterDoesNotKnow: a choice of codes says no only where it is sure.
func TestStarterDoesNotKnow(t *testing.T) {
	lib, err := starter.Library()
	require.NoError(t, err)
	for typed, finding := range map[string]codesets.Finding{
		"S72.001A": codesets.Billable, "S72.001": codesets.NoSeventh, "S72.001T": codesets.Unknown, "S72.001X": codesets.SeventhIllegal, "A15.0": codesets.Unknown,
		"0DTJ0ZZ": codesets.Billable, "0DTJ1ZZ": codesets.NotInTable, "0XY0000": codesets.Unknown, "S72.00A": codesets.Unknown,
	} {
		require.Equal(t, finding, lib.Check(typed).Finding, "%s: %s", typed, lib.Check(typed))
	}
}

// TestUnknownIsNotGivenASystem: without a dot that was typed, nothing tells that a string is of ICD-10-CM.
func TestUnknownIsNotGivenASystem(t *testing.T) {
	lib, err := starter.Library()
	require.NoError(t, err)
	for _, typed := range []string{"J0171", "NOPE", "1P"} {
		require.Contains(t, lib.Check(typed).String(), typed+" is not in the starter set")
	}
	require.Contains(t, lib.Check("s7200a").String(), "S72.00A is not in the starter set")
}

// TestPrivateCodesAreChecked: with a list of Category II of the player's own, its shape is no reason any more.
func TestPrivateCodesAreChecked(t *testing.T) {
	private := built(t, codesets.Draft{
		Release: codesets.Release{System: codesets.CPT2, Private: true},
		Codes:   codesets.CodesOf([]codesets.Code{{Code: "9991F", Billable: true, Long: "Invented"}}),
	})
	supplies := built(t, codesets.Draft{Release: codesets.Release{System: codesets.HCPCS}, Codes: codesets.CodesOf([]codesets.Code{{Code: "A0001", Billable: true, Long: "Plate"}})})
	lib := codesets.NewLibrary(private, supplies)
	require.Equal(t, "9991F is a billable code of CPT Category II: Invented.", lib.Check("9991f").String())
	require.Equal(t, `9992F is no code: after 999 no CPT Category II code goes on with "2", only with 1.`, lib.Check("9992F").String())
	require.Equal(t, codesets.CategoryI, lib.Check("99999").Finding)
	require.Equal(t, codesets.CategoryII, codesets.NewLibrary(supplies).Check("9992F").Finding)
}
