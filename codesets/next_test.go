package codesets_test

import (
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestNextAgreesWithAPlainScan walks every prefix of every code.
func TestNextAgreesWithAPlainScan(t *testing.T) {
	releases := [][]string{cm2026, pcs2026, hcpcs}
	if runtime.GOOS == "js" {
		releases = releases[2:] // slower there, and the same code
	}
	for _, files := range releases {
		set := full(t, files...)
		want := make(map[string]string) // by prefix
		for i := range set.Len() {
			code := set.Code(i)
			for n := range code {
				if !strings.Contains(want[code[:n]], code[n:n+1]) {
					want[code[:n]] += code[n : n+1]
				}
			}
			if _, ok := want[code]; !ok {
				want[code] = ""
			}
		}
		for prefix, chars := range want {
			next := set.Next(prefix)
			if chars != next.Chars() || next.Position != len(prefix)+1 {
				t.Fatalf("%q: got %+v, want %q", prefix, next, chars)
			}
		}
		for _, none := range []string{"?", "é", "S72001AA", "99999999999", "Iq"} {
			require.Empty(t, set.Next(none).Values, none)
		}
	}
}

// TestNextFromHeadersIsNextFromTables: without tables the first three characters mean what they mean with them.
func TestNextFromHeadersIsNextFromTables(t *testing.T) {
	plain := full(t, "icd10pcs-2025-order-file.zip")
	tabled := full(t, pcs2025...)
	require.Len(t, tabled.Tables(), 908)
	prefixes := []string{""}
	for _, section := range tabled.Next("").Values {
		prefixes = append(prefixes, string(section.Char))
	}
	var differ []string
	for i := 0; i < len(prefixes); i++ {
		prefix := prefixes[i]
		want, got := tabled.Next(prefix), plain.Next(prefix)
		require.Equal(t, want.Chars(), got.Chars())
		for k, v := range want.Values {
			require.NotEmpty(t, v.Label, prefix)
			if v.Label != got.Values[k].Label {
				differ = append(differ, prefix+string(v.Char)+": "+v.Label+"/"+got.Values[k].Label)
			}
			if len(prefix) == 1 {
				prefixes = append(prefixes, prefix+string(v.Char))
			}
		}
	}
	require.Equal(t, []string{
		"0: Medical and Surgical/", "GZ: None/", "HZ: None/", // the headers leave them out
		"X0Z: Other Procedures/Nervous System", // and this one its operation
	}, differ)
}

func TestNext(t *testing.T) {
	set := full(t, pcs2025...)
	says := func(prefix string) (axis, values string) {
		next := set.Next(prefix)
		for _, v := range next.Values {
			values += "; " + string(v.Char) + " " + v.Label
		}
		return next.Axis, strings.TrimPrefix(values, "; ")
	}
	axis, values := says("0")
	require.Equal(t, "Body System", axis)
	require.Contains(t, values, "0 Central Nervous System and Cranial Nerves; 1 Peripheral Nervous System")
	_, values = says("0DT")
	require.Contains(t, values, "J Appendix")
	axis, values = says("0DTJ")
	require.Equal(t, "Approach", axis)
	require.Equal(t, "0 Open; 4 Percutaneous Endoscopic; 7 Via Natural or Artificial Opening; 8 Via Natural or Artificial Opening Endoscopic", values)
	axis, values = says("0DTJ0Z")
	require.Equal(t, "Qualifier", axis)
	require.Equal(t, "Z No Qualifier", values)
	_, values = says("0DTJ0ZZ")
	require.Empty(t, values)
	axis, _ = says("F0")
	require.Equal(t, "Type", axis)

	set = full(t, cm2026...)
	axis, values = says("S72001")
	require.Equal(t, "7th character", axis)
	require.Contains(t, values, "A initial encounter for closed fracture; B initial encounter for open fracture type I or II")
	require.Equal(t, "012345689A", set.Next("E11").Chars())
}
