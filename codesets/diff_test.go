package codesets_test

import (
	"cmp"
	"errors"
	"slices"
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

func compared(t *testing.T, older, newer *codesets.Set) codesets.Diff {
	t.Helper()
	last := -1
	d, err := codesets.Compare(older, newer, func(done, total int) error {
		require.Equal(t, older.Len()+newer.Len(), total)
		require.GreaterOrEqual(t, done, last)
		last = done
		return nil
	})
	require.NoError(t, err)
	require.Equal(t, older.Len()+newer.Len(), last)
	return d
}

// sorted are changes by code, without order numbers, which addenda do not have.
func sorted(changes []codesets.Change) []codesets.Change {
	changes = slices.Clone(changes)
	for i := range changes {
		changes[i].Code.Order, changes[i].Was.Order = 0, 0
	}
	slices.SortFunc(changes, func(a, b codesets.Change) int {
		return cmp.Or(cmp.Compare(a.Code.Code, b.Code.Code), cmp.Compare(a.Kind, b.Kind))
	})
	return changes
}

// TestDiffOfDiagnosesIsTheAddenda: to the letter, both ways of knowing it.
func TestDiffOfDiagnosesIsTheAddenda(t *testing.T) {
	older, newer := full(t, cm2025...), full(t, cm2026[0])
	d := compared(t, older, newer)
	require.True(t, slices.Equal(sorted(newer.Changes()), sorted(d.Changes())))
	require.Empty(t, d.Unannounced(newer.Changes()))
	require.Equal(t, []int{614, 12, 45, 16}, []int{len(d.Added), len(d.Deleted), len(d.Revised), len(d.Turned)})
	require.Equal(t, older.Len()+len(d.Added)-len(d.Deleted), newer.Len())

	require.Len(t, d.Instead, 28, "the place of every code was taken")
	for code, instead := range map[string][]string{
		"B880":    {"B8801", "B8809"},
		"G35":     {"G35A", "G35B0", "G35B1", "G35B2", "G35C0", "G35C1", "G35C2", "G35D"},
		"S301XXS": {"S3011XS", "S3012XS", "S3013XS"},
		"T7807XA": {"T78070A", "T78071A", "T78079A"},
		"Z91011":  {"Z910110", "Z910111", "Z910112"},
	} {
		var got []string
		for _, c := range d.Instead[code] {
			got = append(got, c.Code)
		}
		require.Equal(t, instead, got, code)
		require.Equal(t, d.Instead[code], orderless(newer, newer.Successors(code)), "the addenda say the same of %s", code)
	}
	require.Empty(t, newer.Successors("E119"))
	require.Empty(t, older.Successors("B880"), "it is there")
}

// orderless gives codes of addenda the order numbers of the set, to be compared.
func orderless(set *codesets.Set, codes []codesets.Code) []codesets.Code {
	codes = slices.Clone(codes)
	for i := range codes {
		at, _ := set.Find(codes[i].Code)
		codes[i].Order = set.At(at).Order
	}
	return codes
}

// TestDiffOfProceduresIsTheAddendaAndAnUpdate: the addenda of FY2026 compare with the FY2025 release as amended in April 2025,
// which their summary counts with 78,986 codes and 910 tables. The release at hand is the one before, with 78,948 and 908; so
// the difference has 50 codes and 2 tables more, 12 deletions and 2 titles.
func TestDiffOfProceduresIsTheAddendaAndAnUpdate(t *testing.T) {
	older, newer := full(t, pcs2025[0]), full(t, pcs2026[0])
	d := compared(t, older, newer)
	require.Equal(t, []int{212, 39, 3, 0}, []int{len(d.Added), len(d.Deleted), len(d.Revised), len(d.Turned)})
	rest := d.Unannounced(newer.Changes())
	require.Len(t, d.Changes(), len(rest)+len(newer.Changes()), "whatever the addenda name is there")
	counts := make(map[codesets.ChangeKind]int)
	tables := 0
	for _, c := range rest {
		counts[c.Kind]++
		if !c.Code.Billable {
			tables++
		}
	}
	require.Equal(t, map[codesets.ChangeKind]int{codesets.Added: 52, codesets.Deleted: 12, codesets.Revised: 2}, counts)
	require.Equal(t, 2, tables)
	require.Empty(t, d.Instead)

	at := slices.IndexFunc(d.Revised, func(r codesets.Revision) bool { return r.Is.Code == "XW133G8" })
	require.Contains(t, d.Revised[at].Was.Long, "OTL-200")
	require.Contains(t, d.Revised[at].Is.Long, "Atidarsagene Autotemcel")
}

func TestDiffOfSupplies(t *testing.T) {
	d := compared(t, full(t, hcpcs...), full(t, "hcpcs-2025-oct-from-xlsx.zip"))
	require.Empty(t, d.Turned)
	for _, r := range d.Terminated {
		require.NotZero(t, r.Is.Ended)
	}
	require.Greater(t, len(d.Terminated), 100)
	require.Greater(t, len(d.Added), 1000)
}

func TestSince(t *testing.T) {
	older := built(t, codesets.Draft{Release: codesets.Release{System: codesets.ICD10CM, Label: "FY2025"}, Codes: codesets.CodesOf([]codesets.Code{
		{Code: "A00", Long: "Cholera"}, {Code: "A001", Billable: true, Long: "Classical"}, {Code: "A002", Billable: true, Long: "Other"}, {Code: "A009XXA", Billable: true, Long: "Old"},
	})})
	codes := []codesets.Code{
		{Code: "A00", Long: "Cholera"}, {Code: "A001", Long: "Classical"}, {Code: "A0011", Billable: true, Long: "First"},
		{Code: "A002", Billable: true, Long: "Another"}, {Code: "A0091XA", Billable: true, Long: "New"},
	}
	newer := built(t, codesets.Draft{Release: codesets.Release{System: codesets.ICD10CM, Label: "FY2026"}, Codes: codesets.CodesOf(codes)})
	require.Equal(t, codesets.Unknown, newer.Check("A009XXA").Finding)
	since, err := newer.Since(older, nil)
	require.NoError(t, err)
	require.Equal(t, "A00.9XXA is no code any more: it was deleted with FY2026 of ICD-10-CM. Now A00.91XA stands in its place.", since.Check("A009XXA").String())
	require.Equal(t, "A00.1 is a header, not billable; the code below it is. It was billable before FY2026; now A00.11 stands in its place.", since.Check("A00.1").String())
	require.Equal(t, "A00.11 is a billable code of ICD-10-CM: First. It is new in FY2026.", since.Check("A00.11").String())
	require.Equal(t, codesets.Revised, since.Check("A00.2").Since)
	require.Empty(t, newer.Changes(), "the set itself stays as it is")
	same, err := since.Since(older, nil)
	require.NoError(t, err)
	require.Same(t, since, same)
	from, ok := since.From(codesets.ChangesPart)
	require.True(t, ok)
	require.Equal(t, "FY2026", from.Label)

	_, err = newer.Since(built(t, whole("2026")), nil)
	require.EqualError(t, err, "compare HCPCS Level II 2026 with ICD-10-CM FY2026: they are of two systems; name two releases of one")
	stop := errors.New("stop")
	_, err = codesets.Compare(older, newer, func(int, int) error { return stop })
	require.ErrorIs(t, err, stop)
}
