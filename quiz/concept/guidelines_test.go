package concept

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// guidelines reads the text of the ICD-10-CM Official Guidelines and the sections that have a heading in it, by the
// way they are cited: I.C.4.a.
func guidelines(t *testing.T) map[string]bool {
	t.Helper()
	data, err := os.ReadFile("../../../shared/data/guidelines/icd10cm-guidelines-fy2026.txt")
	if os.IsNotExist(err) {
		t.Skip("the text of the ICD-10-CM guidelines is not beside the checkout")
	}
	require.NoError(t, err)
	return sections(string(data))
}

// levels are the ways in which headings of each level are numbered, outermost first.
func levels() []*regexp.Regexp {
	return []*regexp.Regexp{
		regexp.MustCompile(`^Section (I|II|III|IV)\.\s+[A-Z]`),
		regexp.MustCompile(`^([A-Z])\.\s+["“A-Z]`),
		regexp.MustCompile(`^(\d+)\.\s+["“A-Z0-9]`),
		regexp.MustCompile(`^([a-z])\.\s+["“A-Z]`),
		regexp.MustCompile(`^(\d+)\)\s*["“A-Z0-9]`),
		regexp.MustCompile(`^\(([a-z])\)\s*["“A-Z]`),
	}
}

// sections finds the headings: a line that is numbered as the first or the next one under the heading above it.
// Lines of the table of contents end in dots and a page number.
func sections(text string) map[string]bool {
	found := make(map[string]bool)
	var path [6]string
	all := levels()
	for _, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if strings.Contains(line, "....") {
			continue
		}
		for level, heading := range all {
			m := heading.FindStringSubmatch(line)
			if m == nil || level > 0 && (path[0] == "" || !follows(path[level], m[1])) {
				continue
			}
			path[level] = m[1]
			clear(path[level+1:])
			var cited []string
			for _, number := range path {
				if number != "" {
					cited = append(cited, number)
				}
			}
			found[strings.Join(cited, ".")] = true
			break
		}
	}
	return found
}

// follows tells whether a number is the first of its level or comes right after another.
func follows(before, number string) bool {
	switch {
	case before == "":
		return number == "1" || number == "a" || number == "A"
	case len(number) == len(before):
		return number[:len(number)-1] == before[:len(before)-1] && number[len(number)-1] == before[len(before)-1]+1 ||
			len(number) == 2 && number[1] == '0' && before[1] == '9' && number[0] == before[0]+1
	}
	return before == "9" && number == "10"
}

func TestSections(t *testing.T) {
	found := guidelines(t)
	for _, cited := range []string{"I", "I.A.1", "I.A.12.a", "I.A.19", "I.B.1", "I.B.18", "I.C.1.a.2.c", "I.C.4.a", "I.C.4.a.3", "I.C.9.a.11",
		"I.C.19.e.5.b", "I.C.20.k", "I.C.21.c.17", "II", "II.K", "III.B", "IV.A.1", "IV.P"} {
		require.True(t, found[cited], cited)
	}
	for _, cited := range []string{"I.A.20", "I.A.12.c", "I.C.4.c", "I.C.23", "II.L", "III.D", "V"} {
		require.False(t, found[cited], cited)
	}
}

func TestCitedSectionsExist(t *testing.T) {
	found := guidelines(t)
	section := regexp.MustCompile(`\b(?:IV|I{1,3})(?:\.[A-Z](?:\.\d+(?:\.[a-z](?:\.\d+(?:\.[a-z])?)?)?)?)?\b`)
	all, _ := written(t)
	cited := 0
	for _, it := range all {
		for _, source := range strings.Split(it.Source, ";") {
			source = strings.TrimSpace(source)
			if !strings.Contains(source, "Guidelines") || strings.Contains(source, "PCS") {
				continue
			}
			if strings.HasSuffix(source, ", introduction") || strings.HasSuffix(source, ", Appendix I") || strings.Contains(source, ", title page") {
				continue
			}
			numbers := section.FindAllString(source, -1)
			require.NotEmpty(t, numbers, "%s cites no section: %s", it.ID, source)
			for _, n := range numbers {
				cited++
				require.True(t, found[n], "%s cites %s, which is not there", it.ID, n)
			}
		}
	}
	require.Greater(t, cited, 120)
}
