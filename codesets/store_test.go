package codesets_test

import (
	"archive/zip"
	"bufio"
	"bytes"
	"strconv"
	"strings"
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

// TestReleasesComeBack compares every code with the row it was read from, letter for letter.
func TestReleasesComeBack(t *testing.T) {
	for archive, file := range map[string]string{
		"icd10cm-2026-code-descriptions.zip": "icd10cm_order_2026.txt", "icd10pcs-2026-order-file.zip": "icd10pcs_order_2026.txt",
	} {
		set := full(t, archive)
		z, err := zip.OpenReader("../../shared/data/releases/" + archive)
		require.NoError(t, err)
		defer z.Close()
		rows, err := z.Open(file)
		require.NoError(t, err)
		lines := bufio.NewScanner(rows)
		at := 0
		for ; lines.Scan(); at++ {
			row := lines.Text()
			order, err := strconv.Atoi(row[:5])
			require.NoError(t, err)
			want := codesets.Code{
				Code: strings.TrimSpace(row[6:13]), Billable: row[14] == '1', Order: order,
				Short: strings.TrimSpace(row[16:76]), Long: strings.TrimSpace(row[77:]),
			}
			if got := set.At(at); got != want {
				t.Fatalf("%s, row %d: got %+v, want %+v", file, at+1, got, want)
			}
			if found, ok := set.Find(want.Code); !ok || found != at {
				t.Fatalf("%s is at %d, found at %d", want.Code, at, found)
			}
		}
		require.NoError(t, lines.Err())
		require.Equal(t, at, set.Len())
	}
}

// FuzzTitlesComeBack holds that a set gives back whatever it is given.
func FuzzTitlesComeBack(f *testing.F) {
	f.Add("Fracture, closed", "Fx, clos", " a  b ,, c, ", "")
	f.Add("", "", ", ", " ")
	f.Add(strings.Repeat("Fx, ", 300), strings.Repeat("Fx ", 300), strings.Repeat(", ", 254), strings.Repeat(" ", 256))
	f.Fuzz(func(t *testing.T, long, short, otherLong, otherShort string) {
		codes := []codesets.Code{
			{Code: "A00", Order: 7, Long: long, Short: short},
			{Code: "A000", Order: 9, Long: otherLong, Short: otherShort, Billable: true, Ended: 20251231},
			{Code: "B00XXXA", Order: 2, Long: long, Short: otherShort},
		}
		set, err := codesets.Build(codesets.Draft{Codes: codesets.CodesOf(codes)}, nil)
		require.NoError(t, err)
		again, err := codesets.Unpack(bytes.NewReader(packed(t, set)), nil)
		require.NoError(t, err)
		for at, want := range codes {
			require.Equal(t, want, set.At(at))
			require.Equal(t, want, again.At(at), "packed")
			require.Equal(t, want.Code, set.Code(at))
			require.Equal(t, want.Long, set.Title(at))
			require.Equal(t, want.Billable, set.Billable(at))
		}
	})
}

// TestTreeOfARelease holds parents and children against the codes themselves.
func TestTreeOfARelease(t *testing.T) {
	set := full(t, "icd10cm-2026-code-descriptions.zip")
	kids := make(map[int][]int)
	at := make(map[string]int)
	for i := range set.Len() {
		code := set.Code(i)
		at[code] = i
		parent := -1
		for n := len(code) - 1; n >= 3 && parent < 0; n-- {
			if p, ok := at[code[:n]]; ok {
				parent = p
			}
		}
		if set.Parent(i) != parent {
			t.Fatalf("%s hangs under %d, want %d", code, set.Parent(i), parent)
		}
		kids[parent] = append(kids[parent], i)
	}
	for i := range set.Len() {
		require.Equal(t, kids[i], set.Children(i), set.Code(i))
	}
}

// TestScatteredCodesAreGathered holds what Build does with codes in no book's order.
func TestScatteredCodesAreGathered(t *testing.T) {
	var codes []codesets.Code
	for _, code := range []string{"B01", "A001", "C00", "A00", "B00", "A0001", "A10"} {
		codes = append(codes, codesets.Code{Code: code})
	}
	set, err := codesets.Build(codesets.Draft{Codes: codesets.CodesOf(codes)}, nil)
	require.NoError(t, err)
	first, _ := set.Prefix(nil, "", 7)
	require.Equal(t, []string{"B01", "B00", "A00", "A001", "A0001", "A10", "C00"}, codesAt(set, first))
}

func TestMoreBeginningsThanThereAre(t *testing.T) {
	const chars = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	var codes []codesets.Code
	for i := range 1900 * len(chars) {
		category := i / len(chars)
		code := []byte{chars[category/1296], chars[category/36%36], chars[category%36], chars[i%36]}
		codes = append(codes, codesets.Code{Code: string(code)})
	}
	_, err := codesets.Build(codesets.Draft{Codes: codesets.CodesOf(codes)}, nil)
	require.ErrorContains(t, err, "68400 beginnings of 4 characters")
}

// TestMoreWordsAndPhrasesThanTwoBytesNumber holds titles, and packed ones, of which each has a word of its own.
func TestMoreWordsAndPhrasesThanTwoBytesNumber(t *testing.T) {
	const digits, n = "0123456789ABCDEFGHIJ", 70000
	codes := codesets.NewCodes(0)
	want := func(i int) codesets.Code {
		code := []byte("A000000")
		for place, left := 6, i; place > 2; place-- {
			code[place], left = digits[left%len(digits)], left/len(digits)
		}
		text := strconv.Itoa(i)
		return codesets.Code{Code: string(code), Billable: true, Order: i + 1, Long: "Word " + text + ", end", Short: "W " + text}
	}
	for i := range n {
		codes.Append(want(i))
	}
	set := built(t, codesets.Draft{Release: codesets.Release{System: codesets.ICD10CM}, Codes: codes})
	again, err := codesets.Unpack(bytes.NewReader(packed(t, set)), nil)
	require.NoError(t, err)
	for i := range n {
		if set.At(i) != want(i) || again.At(i) != want(i) {
			t.Fatalf("code %d is %+v, and packed %+v", i, set.At(i), again.At(i))
		}
	}
	hits, total := again.Search("69999 end", 10)
	require.Equal(t, []int32{69999}, hits)
	require.Equal(t, 1, total)
}

func TestCodesOfASetAreCopiedBeforeMoreIsAdded(t *testing.T) {
	one := codesets.Code{Code: "A00", Order: 1, Long: "Cholera", Short: "Cholera"}
	two := codesets.Code{Code: "A01", Order: 2, Long: "Typhoid fever, unspecified", Short: "Typhoid"}
	var none codesets.Codes
	none.Append(one)
	require.Equal(t, one, none.At(0))
	set := built(t, codesets.Draft{Release: codesets.Release{System: codesets.ICD10CM}, Codes: &none})
	d, err := set.Draft(nil)
	require.NoError(t, err)
	d.Codes.Append(two)
	require.Equal(t, []codesets.Code{one, two}, []codesets.Code{d.Codes.At(0), d.Codes.At(1)})
	require.Equal(t, 1, set.Len())
	require.Equal(t, one, set.At(0))
	bigger := built(t, d)
	require.Equal(t, two, bigger.At(1))
}

// TestReleasesAreSmall holds what the package comment says of memory.
func TestReleasesAreSmall(t *testing.T) {
	codes, kept := 0, codesets.Memory{}
	for _, archive := range []string{
		"icd10cm-2026-code-descriptions.zip", "icd10pcs-2026-order-file.zip", "hcpcs-2019-alpha-numeric.zip",
	} {
		set := full(t, archive)
		m := set.Memory()
		codes += set.Len()
		kept.Prefixes, kept.Titles, kept.Words = kept.Prefixes+m.Prefixes, kept.Titles+m.Titles, kept.Words+m.Words
	}
	require.LessOrEqual(t, kept.Prefixes, 6*codes)
	require.LessOrEqual(t, kept.Titles, 23*codes)
	require.LessOrEqual(t, kept.Words, 17*codes)
}
