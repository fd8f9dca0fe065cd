package codesets_test

import (
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

// oracle is a set as a plain scan sees it.
type oracle struct {
	set      *codesets.Set
	billable map[string]bool   // by code
	next     map[string]string // the characters behind each beginning, in the order they are met
	sevenths map[string]string // the 7th characters below each beginning
	atPlace  map[string]string // by table and place: the characters that any code of it has there
	below    map[string]int    // billable codes below each beginning, itself left out
}

func newOracle(set *codesets.Set) oracle {
	o := oracle{set, make(map[string]bool), make(map[string]string), make(map[string]string), make(map[string]string), make(map[string]int)}
	for i := range set.Len() {
		code := set.Code(i)
		o.billable[code] = set.Billable(i)
		for n := range code {
			put(o.next, code[:n], code[n])
			if len(code) == 7 {
				put(o.sevenths, code[:n], code[6])
			}
			if n >= 3 {
				put(o.atPlace, code[:3]+string(rune('0'+n)), code[n])
			}
			if set.Billable(i) {
				o.below[code[:n]]++
			}
		}
	}
	return o
}

func put(m map[string]string, key string, char byte) {
	if strings.IndexByte(m[key], char) < 0 {
		m[key] += string(char)
	}
}

// begins tells whether a code begins with or is the prefix.
func (o oracle) begins(prefix string) bool {
	_, is := o.billable[prefix]
	return is || o.next[prefix] != ""
}

// check holds every claim of a verdict against the scan.
func (o oracle) check(t *testing.T, typed string) codesets.Finding {
	v := o.set.Check(typed)
	billable, is := o.billable[typed]
	good := func(ok bool, says string) {
		if !ok {
			t.Fatalf("%q: finding %d, %s; %s", typed, v.Finding, v, says)
		}
	}
	good(v.Typed == typed, "typed")
	switch v.Finding {
	case codesets.Billable, codesets.Terminated:
		good(is && billable && v.Code.Code == typed && (v.Finding == codesets.Terminated) == (v.Code.Ended != 0), "a billable code")
		return v.Finding
	case codesets.Header:
		good(is && !billable && v.More == o.below[typed] && v.Next.Chars() == o.next[typed], "a header")
		return v.Finding
	case codesets.NoSeventh:
		good(!billable && v.Next.Chars() == o.sevenths[typed] && v.Next.Position == 7, "7th characters")
		return v.Finding
	}
	good(!is, "no code")
	n := len(typed)
	switch v.Finding {
	case codesets.OneTooMany, codesets.SeventhUncalled, codesets.ModifierBehind:
		good(strings.HasPrefix(typed, v.Code.Code) && o.billable[v.Code.Code], "a billable code and more")
	case codesets.NoPlaceholder:
		good(o.billable[v.Code.Code] && strings.ReplaceAll(v.Code.Code, "X", "") == strings.ReplaceAll(typed, "X", "") && len(v.Code.Code) == 7, "X is missing")
	case codesets.LookalikeTyped:
		_, known := o.billable[v.Code.Code]
		good(known && len(v.Code.Code) == n, "a look-alike")
		for i := range n {
			good(typed[i] == v.Code.Code[i] || strings.Contains("O0O I1I L1L", string([]byte{typed[i], v.Code.Code[i]})), "only look-alikes")
		}
	case codesets.SeventhIllegal:
		good(n == 7 && o.next[typed[:6]] != "" && v.Next.Chars() == o.next[typed[:6]] && !strings.Contains(o.next[typed[:6]], typed[6:]), "another 7th")
	case codesets.SeventhEarly:
		good(n < 7 && strings.Contains(o.sevenths[typed[:n-1]], typed[n-1:]) && v.Next.Chars() == o.next[typed[:n-1]], "a 7th character too early")
	case codesets.Incomplete:
		good(o.next[typed] != "" && v.At == n && v.Next.Chars() == o.next[typed], "the beginning of a code")
	case codesets.NotInRow:
		good(strings.Contains(o.atPlace[typed[:3]+string(rune('0'+v.At))], typed[v.At:v.At+1]), "in the table")
		o.stray(t, v)
	case codesets.NotInTable:
		good(!strings.Contains(o.atPlace[typed[:3]+string(rune('0'+v.At))], typed[v.At:v.At+1]), "not in the table")
		o.stray(t, v)
	case codesets.Unknown, codesets.NoTable:
		good(v.At < n && o.begins(typed[:v.At]) && !o.begins(typed[:v.At+1]) && v.Next.Chars() == o.next[typed[:v.At]], "the first stray character")
	case codesets.LetterIO:
		good(strings.ContainsAny(typed, "IO"), "I or O")
	}
	return v.Finding
}

// stray holds what is said of a row against the table itself.
func (o oracle) stray(t *testing.T, v codesets.Verdict) {
	table := o.set.Table(v.Typed)
	if from, _ := o.set.From(codesets.TablesPart); table == nil || from.Label != o.set.Release().Label {
		return // codes tell the truth of a year, tables of the year before do not
	}
	stray, ok := table.Stray(v.Typed)
	require.True(t, ok, v.Typed)
	require.Equal(t, v.At+1, stray.Position, v.Typed)
	require.Equal(t, v.Finding == codesets.NotInRow, stray.InTable, v.Typed)
	require.Equal(t, stray.Legal, v.Next.Values, v.Typed)
}

// TestEveryVerdictIsTrue judges every code of the full releases, and each with its last character cut, doubled and changed
// to a few others, in turn.
func TestEveryVerdictIsTrue(t *testing.T) {
	const chars = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	for _, release := range []struct {
		archives             []string
		billable, terminated int
		step                 int
	}{{cm2026, 74719, 0, 1}, {pcs2026, 79115, 0, 1}, {hcpcs, 5934, 506, 1}, {pcs2025, 0, 0, 13}} { // the last for its tables
		set, step := full(t, release.archives...), release.step
		if runtime.GOOS == "js" {
			step = 41 // slower there, and the same code
		}
		o := newOracle(set)
		found := make(map[codesets.Finding]int)
		for i := 0; i < set.Len(); i += step {
			code := set.Code(i)
			finding := o.check(t, code)
			found[finding]++
			if set.Billable(i) != slices.Contains([]codesets.Finding{codesets.Billable, codesets.Terminated}, finding) {
				t.Fatalf("%s: billable %v, finding %d", code, set.Billable(i), finding)
			}
			o.check(t, code[:len(code)-1])
			o.check(t, code+code[len(code)-1:])
			for k := i % 18; k < len(chars); k += 18 { // over all codes every character
				o.check(t, code[:len(code)-1]+chars[k:k+1])
			}
		}
		if step == 1 {
			require.Equal(t, release.billable, found[codesets.Billable], set.Release())
			require.Equal(t, release.terminated, found[codesets.Terminated], set.Release())
		}
	}
}

// FuzzCheck: whatever is typed, the verdict is a sentence, and a true one.
func FuzzCheck(f *testing.F) {
	if runtime.GOOS == "js" {
		f.Skip("three full releases and a plain scan of each take too long there")
	}
	sets := []*codesets.Set{full(f, cm2026...), full(f, pcs2026...), full(f, hcpcs...)}
	all := codesets.NewLibrary(sets...)
	oracles := make([]oracle, len(sets))
	for i, set := range sets {
		oracles[i] = newOracle(set)
	}
	for _, typed := range []string{"", " ", "S72.001A", "s72.OO1a", "0DTJ0ZZ", "A0428RH", "99213", "D0120", "0001F", "E11.9\x00", "é", "\xff\xfe", strings.Repeat("A", 1<<16)} {
		f.Add(typed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		v := all.Check(typed)
		says := v.String()
		require.True(t, utf8.ValidString(says))
		require.True(t, strings.HasSuffix(says, ".") && len(says) < 4000, says)
		require.NotEmpty(t, v.Finding.Key())
		for _, o := range oracles {
			if normal := codesets.Normalize(typed); len(normal) <= 8 && strings.Trim(normal, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && normal != "" {
				o.check(t, normal)
			}
			require.NotEmpty(t, o.set.Check(typed).String())
		}
	})
}
