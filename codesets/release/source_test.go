package release

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/unicode"
)

// zipped packs files, given as name and content by turns.
func zipped(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		require.NoError(t, err)
		_, err = io.WriteString(f, files[i+1])
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.Bytes()
}

func TestOpenFindsFilesWhereverTheyAre(t *testing.T) {
	inner := zipped(t, "deep/er/icd10cm_order_2026.txt", order)
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(order)
	require.NoError(t, err)
	for name, data := range map[string][]byte{
		"plain.txt":     []byte(order),
		"release.zip":   inner,
		"zipped.zip":    zipped(t, "a.pdf", "%PDF", "inner.zip", string(inner)),
		"slip.zip":      zipped(t, "../../../etc/order.txt", order, `..\..\x.pdf`, "%PDF"),
		"marked.txt":    []byte("\xef\xbb\xbf" + order),
		"excel.txt":     []byte(utf16),
		"no ending.bin": []byte(strings.TrimRight(order, "\r\n")),
		"dos.txt":       []byte(order + "\x1a"),
	} {
		sets, err := Read(fstest.MapFS{name: {Data: data}}, nil)
		require.NoError(t, err, name)
		require.Len(t, sets, 1, name)
		require.Equal(t, 3, sets[0].Len(), name)
	}
}

func TestOpenRefusesWhatIsTooMuch(t *testing.T) {
	packed := zipped(t, "o.txt", order)
	huge := bytes.Clone(packed)
	declared := bytes.Index(huge, []byte("PK\x01\x02")) + 24
	copy(huge[declared:], "\xff\xff\xff\x7f")
	var crowd []string
	for i := range maxFiles + 1 {
		crowd = append(crowd, fmt.Sprint(i), "")
	}
	for name, test := range map[string]struct {
		data []byte
		says string
	}{
		"declared.zip":  {huge, "declared.zip/o.txt: cannot be read (unexpected EOF)"},
		"truncated.zip": {packed[:len(packed)-30], "truncated.zip: the zip is damaged or cut short"},
		"flipped.zip":   {bytes.Replace(packed, packed[40:60], make([]byte, 20), 1), "flipped.zip/o.txt: cannot be read"},
		"crowd.zip":     {zipped(t, crowd...), "crowd.zip: the archive lists 10001 files"},
		"nested.zip":    {zipped(t, "1.zip", string(zipped(t, "2.zip", string(zipped(t, "3.zip", string(packed)))))), "no code set was found"},
		"line.txt":      {[]byte(order + strings.Repeat("x", 1<<20)), "line.txt, line 4: longer than 8192 characters"},
		"tag.xml":       {[]byte("<ICD10CM.tabular " + strings.Repeat(`a="1" `, 1<<20)), "1048576 characters without '>'"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(fstest.MapFS{name: {Data: test.data}}, nil)
			require.ErrorContains(t, err, test.says)
		})
	}
}

// TestOpenHoldsLittleOfABomb measures what a bomb of 128 MB of line ends takes while it is read: the room that a release would
// need, and what the collector has not got to.
func TestOpenHoldsLittleOfABomb(t *testing.T) {
	bomb := fstest.MapFS{"bomb.zip": {Data: zipped(t, "o.txt", order+strings.Repeat("\r\n", maxText/2))}}
	inUse := func() uint64 {
		var stats runtime.MemStats
		runtime.ReadMemStats(&stats)
		return stats.HeapAlloc
	}
	runtime.GC()
	before, most, steps := inUse(), uint64(0), 0
	_, err := Read(bomb, func(int, int) error {
		if steps++; steps%64 == 0 {
			most = max(most, inUse())
		}
		return nil
	})
	require.ErrorContains(t, err, "o.txt: larger than 128 MB, which no release is")
	require.Less(t, most-before, uint64(48<<20))
}

// TestOthersArePassedOver: a page's files come down together, and one in a hundred is what was wanted.
func TestOthersArePassedOver(t *testing.T) {
	loaded, err := Open(fstest.MapFS{
		"codes.zip": {Data: zipped(t, "o.txt", order, "photo.png", "\x89PNG\r\n\x1a\n")}, "guide.pdf": {Data: []byte("%PDF-1.7")},
		"diary.txt": {Data: []byte("dear diary")}, ".DS_Store": {Data: []byte("x")},
	}, nil)
	require.NoError(t, err)
	require.Len(t, loaded.Sets, 1)
	var says []string
	for _, o := range loaded.Others {
		says = append(says, o.String())
	}
	require.Equal(t, []string{
		"diary.txt was passed over: nothing in it is of a release.",
		"guide.pdf was passed over: it is a PDF, and codes are read only from text, tables and XML.",
	}, says)
}

// TestNothingSaysWhatItIsInstead: a newcomer drops what a browser saved.
func TestNothingSaysWhatItIsInstead(t *testing.T) {
	for content, says := range map[string]string{
		"": "it is empty", "<!DOCTYPE html><html>": "it is a web page", "\r\n<HTML lang=en>": "it is a web page",
		"%PDF-1.7": "it is a PDF", "\x89PNG\r\n\x1a\n": "it is a picture", "\xff\xd8\xff\xe0": "it is a picture", "dear diary": "no code set was found",
	} {
		_, err := Read(fstest.MapFS{"page.zip": {Data: []byte(content)}}, nil)
		require.ErrorIs(t, err, ErrNothing)
		require.ErrorContains(t, err, "page.zip: "+says)
	}
}
