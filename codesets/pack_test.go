package codesets_test

import (
	"bytes"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"strings"
	"testing"

	"coderounds/codesets"
	"coderounds/codesets/release"
	"coderounds/codesets/starter"

	"github.com/stretchr/testify/require"
)

func packed(t testing.TB, set *codesets.Set) []byte {
	t.Helper()
	var file bytes.Buffer
	require.NoError(t, set.Pack(&file))
	return file.Bytes()
}

// equalSets holds that two sets answer alike, in everything that can be asked.
func equalSets(t testing.TB, want, got *codesets.Set) {
	t.Helper()
	wanted, err := want.Draft(nil)
	require.NoError(t, err)
	had, err := got.Draft(nil)
	require.NoError(t, err)
	equalDrafts(t, wanted, had)
	for _, query := range []string{"fracture", "c", "per app", "neck fem", "sezary", "E11", "0", "zzz"} {
		first, total := want.Search(query, 20)
		gotFirst, gotTotal := got.Search(query, 20)
		require.Equal(t, total, gotTotal, query)
		require.Equal(t, first, gotFirst, query)
		first, total = want.Prefix(nil, query, 20)
		gotFirst, gotTotal = got.Prefix(nil, query, 20)
		require.Equal(t, total, gotTotal, query)
		require.Equal(t, first, gotFirst, query)
	}
	for i := 0; i < want.Len(); i += 97 {
		require.Equal(t, want.Notes(i), got.Notes(i))
		require.Equal(t, want.Groups(i), got.Groups(i))
		require.Equal(t, want.Parent(i), got.Parent(i))
	}
}

// equalDrafts holds that two drafts are alike, whatever their codes are kept in.
func equalDrafts(t testing.TB, want, got codesets.Draft) {
	t.Helper()
	require.Equal(t, want.Codes.Len(), got.Codes.Len())
	for i, code := range want.Codes.All() {
		if code != got.Codes.At(i) {
			t.Fatalf("code %d is %+v, want %+v", i, got.Codes.At(i), code)
		}
	}
	want.Codes, got.Codes = nil, nil
	require.Equal(t, want, got)
}

func TestStarterSetsComeBackPacked(t *testing.T) {
	library, err := starter.Library()
	require.NoError(t, err)
	for _, set := range library.Sets() {
		file := packed(t, set)
		require.True(t, codesets.IsPacked(file))
		again, err := codesets.Unpack(bytes.NewReader(file), nil)
		require.NoError(t, err)
		equalSets(t, set, again)
		require.Equal(t, file, packed(t, again), "what is equal packs equally")
	}
}

// TestReleasesComeBackPacked holds it for every part that a publisher puts out.
func TestReleasesComeBackPacked(t *testing.T) {
	const dir = "../../shared/data/releases"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the reference releases are not beside the checkout")
	}
	var present []*codesets.Set
	for _, archives := range [][]string{
		{"icd10cm-2026-code-descriptions.zip", "icd10cm-2021-tabular-xml.zip", "icd10cm-2017-index-xml.zip", "icd10cm-2025-drug-neoplasm-eindex-xml.zip"},
		{"icd10pcs-2025-order-file.zip", "icd10pcs-2025-tables-index-definitions-xml.zip"},
		{"hcpcs-2019-alpha-numeric.zip"},
	} {
		sets, err := release.Read(only{os.DirFS(dir), archives}, nil)
		require.NoError(t, err)
		present = append(present, sets...)
	}
	require.Len(t, present, 3)
	for _, set := range present {
		file := packed(t, set)
		again, err := codesets.Unpack(iotestReader{bytes.NewReader(file)}, nil)
		require.NoError(t, err)
		equalSets(t, set, again)
		require.True(t, bytes.Equal(file, packed(t, again)))
		t.Logf("%s takes %d bytes", set.Release(), len(file))
	}
}

// only shows some files of a folder.
type only struct {
	fs.FS
	names []string
}

func (o only) ReadDir(string) ([]fs.DirEntry, error) {
	var entries []fs.DirEntry
	for _, name := range o.names {
		info, err := fs.Stat(o.FS, name)
		if err != nil {
			return nil, err
		}
		entries = append(entries, fs.FileInfoToDirEntry(info))
	}
	return entries, nil
}

// iotestReader hides how long a reader is.
type iotestReader struct{ io.Reader }

func scant(t testing.TB) *codesets.Set {
	t.Helper()
	set, err := codesets.Build(codesets.Draft{
		Release: codesets.Release{System: codesets.HCPCS, Label: "October 2025", Source: "CMS", Private: true},
		Codes: codesets.CodesOf([]codesets.Code{
			{Code: "A00", Order: 10, Long: "Transport, to  a place, \n ", Short: ""},
			{Code: "A0001", Order: 5, Long: "Transport", Short: "Transport", Billable: true, Ended: 20250930},
			{Code: "A0002", Order: 90, Long: "Transport, to", Short: "Trnsprt", Billable: true},
		}),
		Notes:     map[string][]codesets.Note{"A00": {{Kind: codesets.CodeAlso, Text: "the way back"}}, "A01": nil},
		Standings: map[string]codesets.Standing{"A0001": {Coverage: 'D', Action: 'N', Added: 19850101}},
		Modifiers: []codesets.Modifier{},
		From:      map[codesets.Part]codesets.Release{codesets.NotesPart: {System: codesets.HCPCS, Label: "2019"}},
	}, nil)
	require.NoError(t, err)
	return set
}

func TestPackKeepsWhatIsNoneApartFromWhatIsEmpty(t *testing.T) {
	set := scant(t)
	again, err := codesets.Unpack(bytes.NewReader(packed(t, set)), nil)
	require.NoError(t, err)
	equalSets(t, set, again)
}

func TestUnpackRefuses(t *testing.T) {
	file := packed(t, scant(t))
	at := func(i int, b byte) []byte {
		other := bytes.Clone(file)
		other[i] ^= b
		return other
	}
	for name, test := range map[string]struct {
		data []byte
		says string
	}{
		"nothing":         {nil, "not a packed set"},
		"another file":    {[]byte("PK\x03\x04" + strings.Repeat("x", 100)), "not a packed set"},
		"the magic alone": {file[:15], "damaged or cut short"},
		"a newer version": {at(15, 1), "newer version of Code Rounds"},
		"an old version":  {at(15, 3), "older version of Code Rounds"},
		"a changed byte":  {at(len(file)/2, 1), "damaged or cut short"},
		"a cut end":       {file[:len(file)-1], "damaged or cut short"},
		"more behind it":  {append(bytes.Clone(file), 0), "damaged or cut short"},
	} {
		_, err := codesets.Unpack(bytes.NewReader(test.data), nil)
		require.ErrorContains(t, err, test.says, name)
	}
	for n := range len(file) {
		_, err := codesets.Unpack(bytes.NewReader(file[:n]), nil)
		require.Error(t, err, "cut after %d bytes", n)
	}
}

func TestUnpackStops(t *testing.T) {
	stop := errors.New("stop")
	file := packed(t, scant(t))
	steps := 0
	_, err := codesets.Unpack(bytes.NewReader(file), func(int, int) error { steps++; return nil })
	require.NoError(t, err)
	for at := range steps {
		n := 0
		_, err := codesets.Unpack(bytes.NewReader(file), func(int, int) error {
			if n++; n > at {
				return stop
			}
			return nil
		})
		require.ErrorIs(t, err, stop)
	}
}

// FuzzUnpack gives it anything with a sum that is right, so that what is behind the sum is met.
func FuzzUnpack(f *testing.F) {
	library, err := starter.Library()
	require.NoError(f, err)
	for _, set := range append(library.Sets(), scant(f)) {
		if file := packed(f, set); len(file) < 1<<12 {
			f.Add(file[:len(file)-4])
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		sum := crc32.ChecksumIEEE(data)
		data = append(bytes.Clone(data), byte(sum), byte(sum>>8), byte(sum>>16), byte(sum>>24))
		set, err := codesets.Unpack(bytes.NewReader(data), nil)
		if err != nil {
			return
		}
		again, err := codesets.Unpack(bytes.NewReader(packed(t, set)), nil)
		require.NoError(t, err)
		equalSets(t, set, again)
	})
}
