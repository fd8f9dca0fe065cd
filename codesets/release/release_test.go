package release

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

// reference opens one of the publishers' archives beside the checkout.
func reference(t testing.TB, name string) fstest.MapFS {
	t.Helper()
	data, err := os.ReadFile("../../../shared/data/releases/" + name)
	if os.IsNotExist(err) {
		t.Skipf("the reference release %s is not beside the checkout", name)
	}
	require.NoError(t, err)
	return fstest.MapFS{name: {Data: data}}
}

func TestReadReferenceReleases(t *testing.T) {
	for _, test := range []struct {
		file           string
		release        string
		rows, billable int
	}{
		{"icd10cm-2026-code-descriptions.zip", "ICD-10-CM FY2026", 98186, 74719},
		{"icd10cm-2025-code-descriptions.zip", "ICD-10-CM FY2025", 97584, 74260},
		{"icd10pcs-2026-order-file.zip", "ICD-10-PCS FY2026", 80029, 79115},
		{"icd10pcs-2025-order-file.zip", "ICD-10-PCS FY2025", 79856, 78948},
	} {
		t.Run(test.file, func(t *testing.T) {
			last := 0
			sets, err := Read(reference(t, test.file), func(done, total int) error {
				require.Equal(t, Total, total)
				require.GreaterOrEqual(t, done, last)
				require.LessOrEqual(t, done, total)
				last = done
				return nil
			})
			require.NoError(t, err)
			require.Equal(t, Total, last)
			require.Len(t, sets, 1)
			set := sets[0]
			require.Equal(t, test.release, set.Release().String())
			require.Equal(t, test.rows, set.Len())
			billable := 0
			for i := range set.Len() {
				if set.At(i).Billable {
					billable++
				}
			}
			require.Equal(t, test.billable, billable)
		})
	}
}

const order = "00001 A00     0 Cholera                                                      Cholera\r\n" +
	"00002 A000    1 Cholera due to Vibrio cholerae 01, biovar cholerae           Cholera due to Vibrio cholerae 01, biovar cholerae\r\n" +
	"00003 A009    1 Cholera, unspecified                                         Cholera, unspecified\r\n"

func TestReadRecognisesByContent(t *testing.T) {
	sets, err := Read(fstest.MapFS{
		"notes/readme.doc":             {Data: []byte("not a code set")},
		"some/where/April 2025/x.data": {Data: []byte(order)},
	}, nil)
	require.NoError(t, err)
	require.Len(t, sets, 1)
	require.Equal(t, "ICD-10-CM April 2025", sets[0].Release().String())
	at, ok := sets[0].Find("A000")
	require.True(t, ok)
	require.Equal(t, codesets.Code{
		Code: "A000", Billable: true, Order: 2, Short: "Cholera due to Vibrio cholerae 01, biovar cholerae",
		Long: "Cholera due to Vibrio cholerae 01, biovar cholerae",
	}, sets[0].At(at))
}

func TestReadSaysWhatIsWrongAndWhere(t *testing.T) {
	for _, test := range []struct{ name, data, says string }{
		{"nothing", "hello\n", "no code set was found"},
		{"cut row", order + "00004 A01     0 Typh", "f.txt, line 4: 20 characters"},
		{"no number", strings.Replace(order, "00002", "zwei ", 1), `f.txt, line 2: columns 1 to 5 hold "zwei ", not an order number`},
		{"bad code", strings.Replace(order, "A000 ", "a000 ", 1), `f.txt, line 2: columns 7 to 13 hold "a000", not a code`},
		{"bad flag", strings.Replace(order, "A000    1", "A000    7", 1), "line 2: column 15"},
		{"order", strings.Replace(order, "00003", "00001", 1), "line 3: order number 1 follows 2"},
		{"twice", strings.Replace(order, "A009", "A000", 1), "A00.0 stands twice, in row 2 and row 3"},
		{"encoding", strings.Replace(order, "biovar", "biov\xa0r", 1), "line 2: not plain text"},
		{"no line ends", order + strings.Repeat("x", 1<<20), "line 4: longer than"},
		{"zip", "PK\x03\x04 and then nothing", "the zip is damaged"},
	} {
		t.Run(test.name, func(t *testing.T) {
			sets, err := Read(fstest.MapFS{"f.txt": {Data: []byte(test.data)}}, nil)
			require.ErrorContains(t, err, test.says)
			require.Empty(t, sets)
		})
	}
}

func TestReadStops(t *testing.T) {
	stop := os.ErrDeadlineExceeded
	_, err := Read(fstest.MapFS{"f.txt": {Data: []byte(order)}}, func(int, int) error { return stop })
	require.ErrorIs(t, err, stop)
}

// FuzzRead feeds anything as a file: it may be refused but never panic, and what is read must
// satisfy the promises of a set.
func FuzzRead(f *testing.F) {
	f.Add([]byte(order))
	f.Add([]byte(order[:100]))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		sets, err := Read(fstest.MapFS{"f.txt": {Data: data}}, nil)
		if err != nil {
			return
		}
		for _, set := range sets {
			for i := range set.Len() {
				at, ok := set.Find(set.At(i).Code)
				require.True(t, ok)
				require.Equal(t, i, at)
			}
		}
	})
}
