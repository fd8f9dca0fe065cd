package starter

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"coderounds/codesets"
)

func pcsTables(t testing.TB) []codesets.Table {
	t.Helper()
	tables, _, err := readTables(os.DirFS("."))
	require.NoError(t, err)
	return tables
}

// TestPCSTablesAgreeWithRelease holds the tables against FY2026: exactly its codes and headers, with its
// long titles.
func TestPCSTablesAgreeWithRelease(t *testing.T) {
	release := official(t, "icd10pcs-2026-order-file.zip")
	tables := pcsTables(t)
	require.GreaterOrEqual(t, len(tables), 32)
	for _, table := range tables {
		var want, got []string
		places, _ := release.Prefix(nil, table.Prefix, release.Len())
		for _, i := range places {
			want = append(want, release.At(int(i)).Code+" "+release.At(int(i)).Long)
		}
		for _, c := range table.Codes() {
			got = append(got, c.Code+" "+c.Long)
		}
		require.Equal(t, want, got, table.Prefix)
	}
}

// TestPCSNextAgainstCodes proves Next for every prefix of every table against the plain list of codes,
// and that no code has a letter I or O.
func TestPCSNextAgainstCodes(t *testing.T) {
	for _, table := range pcsTables(t) {
		follow := map[string]string{} // the characters that follow a prefix, in order of the codes
		for _, c := range table.Codes()[1:] {
			require.Len(t, c.Code, 7)
			require.True(t, pcsCharacters(c.Code), c.Code)
			for n := 3; n < 7; n++ {
				if prefix, char := c.Code[:n], c.Code[n:n+1]; !strings.HasSuffix(follow[prefix], char) {
					follow[prefix] += char
				}
			}
			_, stray := table.Stray(c.Code)
			require.False(t, stray, c.Code)
		}
		for prefix, want := range follow {
			var got strings.Builder
			for _, v := range table.Next(prefix) {
				got.WriteByte(v.Char)
			}
			require.Equal(t, want, got.String(), prefix)
		}
	}
}

func TestPCSRowsDoNotOverlap(t *testing.T) {
	seen := map[string]bool{}
	for _, table := range pcsTables(t) {
		for _, c := range table.Codes() {
			require.False(t, seen[c.Code], c.Code)
			seen[c.Code] = true
		}
	}
}

func TestPCSSections(t *testing.T) {
	tables, groups, err := readTables(os.DirFS("."))
	require.NoError(t, err)
	labels := ""
	for _, g := range groups {
		require.Equal(t, codesets.Section, g.Level)
		require.Equal(t, []string{g.Label, g.Label}, []string{g.First, g.Last})
		labels += g.Label
	}
	require.Equal(t, "0123456789BCDFGHX", labels)
	require.Equal(t, "Medical and Surgical", groups[0].Title)
	with := map[string]bool{}
	for i, table := range tables {
		with[table.Prefix[:1]] = true
		require.NotEmpty(t, table.Rows, table.Prefix)
		if i > 0 {
			require.Less(t, tables[i-1].Prefix, table.Prefix)
		}
	}
	require.Len(t, with, len(groups), "each section has a table")
}

func TestPCSReaderErrors(t *testing.T) {
	const sections = "section 0 Medical and Surgical\naxes Body Part | Approach | Device | Qualifier\n5: 0 Open\n6: Z No Device\n7: Z No Qualifier\n"
	const system = "system 0T Urinary System\n4: 0 Kidney, Right\n"
	for lines, want := range map[string]string{
		"chapter 0":                                         `0T.txt:1: a line begins with section, axes, system, table, row or 4: to 7:, not with "chapter"`,
		"system 0O Nothing":                                 `0T.txt:1: a body system wants two characters and a name`,
		"system 9W Anatomical Regions":                      `0T.txt:1: there is no section 9 in icd10pcs/sections.txt`,
		"table 0TT Resection":                               `0T.txt:1: table 0TT stands below body system ""`,
		"4: 0 Kidney, Right":                                `0T.txt:1: meanings stand below a section, a body system or a table`,
		system + "table 0UT Resection":                      `0T.txt:3: table 0UT stands below body system "0T"`,
		system + "table 0T Resection":                       `0T.txt:3: a table wants three characters and an operation`,
		system + "table 0TT Resection\ntable 0TT Resection": `0T.txt:4: table 0TT stands twice`,
		system + "row 0 | 0 | Z | Z":                        `0T.txt:3: a row stands below a table`,
		system + "4: 0 Kidney, Left":                        `0T.txt:3: 0 means "Kidney, Right" already`,
		system + "4: O Kidney, Left":                        `0T.txt:3: a character and its meaning are wanted, not "O Kidney, Left"`,
		system + "table 0TT Resection\nrow 0 | 0 | Z":       `0T.txt:4: a row has 4 columns, not 3`,
		system + "table 0TT Resection\nrow 0 | | Z | Z":     `0T.txt:4: column 5 is empty`,
		system + "table 0TT Resection\nrow 0 | 4 | Z | Z":   `0T.txt:4: character 5 has no meaning for '4'; add a line "5: 4 …" above`,
		system + "table 0TT Resection\nrow 00 | 0 | Z | Z":  `0T.txt:4: column 4 has '0' twice`,
	} {
		_, _, err := readTables(fstest.MapFS{
			"icd10pcs/sections.txt": {Data: []byte(sections)},
			"icd10pcs/0T.txt":       {Data: []byte(lines)},
		})
		require.ErrorContains(t, err, "icd10pcs/"+want, lines)
	}
	_, _, err := readTables(fstest.MapFS{})
	require.ErrorContains(t, err, "icd10pcs/sections.txt")
}

// TestPCSInnermostMeaningWins reads one character with a meaning at each place.
func TestPCSInnermostMeaningWins(t *testing.T) {
	tables, _, err := readTables(fstest.MapFS{
		"icd10pcs/sections.txt": {Data: []byte("section G Mental Health\naxes Qualifier | Qualifier | Qualifier | Qualifier\n" +
			"4: Z None\n5: Z None\n6: Z None\n7: Z None\n")},
		"icd10pcs/G.txt": {Data: []byte("system GZ None\n4: 0 Outer | 1 Kept\n\ntable GZ1 Psychological Tests\n4: 0 Inner\n" +
			"row 0 1 Z | Z | Z | Z\n\ntable GZ2 Crisis Intervention\nrow 0 | Z | Z | Z\n")},
	})
	require.NoError(t, err)
	require.Equal(t, []codesets.Value{{Char: '0', Label: "Inner"}, {Char: '1', Label: "Kept"}, {Char: 'Z', Label: "None"}}, tables[0].Rows[0][0])
	require.Equal(t, []codesets.Value{{Char: '0', Label: "Outer"}}, tables[1].Rows[0][0])
}

// BenchmarkPCS is what the tables cost at the start of the program: reading them and composing all codes.
func BenchmarkPCS(b *testing.B) {
	for b.Loop() {
		for _, table := range pcsTables(b) {
			table.Codes()
		}
	}
}
