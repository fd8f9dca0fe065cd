package codesets_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

func TestRecallScratch(t *testing.T) {
	which := os.Getenv("RECALL")
	var sets []*codesets.Set
	if which == "full" {
		sets = all(t)
	} else {
		sets = []*codesets.Set{
			full(t, "icd10cm-2026-code-descriptions.zip"), full(t, "icd10pcs-2026-order-file.zip"), full(t, "hcpcs-2019-alpha-numeric.zip"),
		}
	}
	lib := codesets.NewLibrary(sets...)
	data, err := os.ReadFile("testdata/queries.txt")
	require.NoError(t, err)
	n, found := 0, 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		system, ok := codesets.SystemByKey(f[0])
		require.True(t, ok, line)
		set := lib.Set(system)
		ok = false
		for _, want := range strings.Fields(f[2]) {
			c := codesets.Normalize(strings.TrimSuffix(want, "*"))
			if _, total := set.Prefix(nil, c, 1); total == 0 {
				t.Logf("NO CODE %s in %s", want, line)
			}
			if _, is := set.Find(c); !is && !strings.HasSuffix(want, "*") {
				t.Logf("NOT A CODE %s in %s", want, line)
			}
		}
		hits, total := set.Search(f[1], 3)
		n++
		var got []string
		for _, h := range hits {
			got = append(got, set.Release().System.Format(set.Code(int(h))))
			for _, want := range strings.Fields(f[2]) {
				c, family := strings.CutSuffix(want, "*")
				c = codesets.Normalize(c)
				if set.Code(int(h)) == c || family && strings.HasPrefix(set.Code(int(h)), c) {
					ok = true
				}
			}
		}
		if ok {
			found++
		} else {
			fmt.Printf("MISS %-30s want %-30s got %v of %d\n", f[1], f[2], got, total)
		}
	}
	fmt.Printf("%d of %d = %.1f%%\n", found, n, 100*float64(found)/float64(n))
}

func all(t testing.TB) []*codesets.Set {
	return []*codesets.Set{
		full(t, "icd10cm-2026-code-descriptions.zip", "icd10cm-2021-tabular-xml.zip", "icd10cm-2017-index-xml.zip", "icd10cm-2025-drug-neoplasm-eindex-xml.zip"),
		full(t, pcs2026...), full(t, hcpcs...),
	}
}
