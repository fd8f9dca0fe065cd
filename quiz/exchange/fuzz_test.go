package exchange

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every row that is not empty is an item or a problem, and rows come in order.
func FuzzReadCSV(f *testing.F) {
	for _, seed := range []string{
		"question,answer\nWhat?,x\n",
		"tag;type;question;answer;option_a;option_b;option_c;option_d;correct_option;rationale\n;mcq;\"Which\nof two?\";;a1;b1;;;B;\n;;;\n",
		"question\tanswer\nWhat \"is\"?\tx\n\"open\tx\n",
		"\ufefffront,back\r\n\"a\"\"b\",\"c\r\n\"\"x,\"\r\n",
		"#x\nsep=,\nid,question,answer\n1,What?,x\n1,What?,x\n\xff,\x00",
		"question,answer\n\"\"\",\"\n\"\"\",\"\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, file string) {
		items, bad, err := ReadCSV(strings.NewReader(file), "f")
		if err != nil {
			require.Empty(t, items)
			require.Empty(t, bad)
			return
		}
		require.True(t, Recognised([]byte(file)))
		header, want := filled(t, file)
		last := header.row.number
		for _, p := range bad {
			if p.Row == header.row.number {
				want++
				continue
			}
			require.Greater(t, p.Row, last)
			require.NotEmpty(t, p.Says)
			last = p.Row
		}
		require.Equal(t, want, len(items)+len(bad))
		for _, it := range items {
			require.NotEmpty(t, it.ID)
			require.NotEmpty(t, it.Question)
			require.True(t, len(it.Answers) > 0 || len(it.Options) > 1)
		}
	})
}

// filled counts the rows of a file in which something is written.
func filled(t *testing.T, file string) (header, int) {
	text, err := decode([]byte(file))
	require.NoError(t, err)
	header, body, err := findHeader(text)
	require.NoError(t, err)
	n := 0
	for r, ok := body.next(); ok; r, ok = body.next() {
		if !r.blank() {
			n++
		}
	}
	return header, n
}

// What encoding/csv can read is split the same way here.
func FuzzRows(f *testing.F) {
	for _, seed := range []string{"a,b\nc,d\n", "\"a,b\n\",\"\"\"\"\n\nx", ",\n\"\",", "\"a\nb"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.ContainsAny(text, "\r ") { // line ends are plain here; blanks around quotes are taken more kindly
			t.Skip()
		}
		reader := csv.NewReader(strings.NewReader(text))
		reader.FieldsPerRecord = -1
		want, err := reader.ReadAll()
		if err != nil {
			t.Skip()
		}
		ours := rows{rest: text, comma: ','}
		at := 0
		for r, ok := ours.next(); ok; r, ok = ours.next() {
			require.Empty(t, r.fault)
			if len(r.cells) == 1 && r.cells[0] == "" && !strings.HasPrefix(line(text, r.line), `"`) {
				continue // an empty line, which encoding/csv passes over
			}
			require.Equal(t, want[at], r.cells)
			at++
		}
		require.Len(t, want, at)
	})
}

// line returns the n-th line of text, from 1.
func line(text string, n int) string { return strings.Split(text, "\n")[n-1] }

// Splitting goes on after a fault, and its cost stays linear: this would take hours if it did not.
func TestRowsAfterFaults(t *testing.T) {
	const n = 200_000
	text := strings.Repeat("a,\"\"x\n", n) + "\"" + strings.Repeat("a,b\n", n)
	all, faults := rows{rest: text, comma: ','}, 0
	count := 0
	for r, ok := all.next(); ok; r, ok = all.next() {
		count++
		if r.fault != "" {
			faults++
		}
	}
	require.Equal(t, n+1, faults)
	require.Equal(t, 2*n, count)
}
