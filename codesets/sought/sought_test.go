package sought_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"coderounds/codesets"
	"coderounds/codesets/release"
	"coderounds/codesets/sought"

	"github.com/stretchr/testify/require"
)

// The archives beside the checkout: files of codes, and what belongs with them.
var (
	codes    = []string{"icd10cm-2026-code-descriptions.zip", "icd10pcs-2026-order-file.zip", "hcpcs-2019-alpha-numeric.zip"}
	withMore = append(codes[:3:3], "icd10cm-2021-tabular-xml.zip", "icd10cm-2017-index-xml.zip", "icd10cm-2025-drug-neoplasm-eindex-xml.zip",
		"icd10pcs-2025-tables-index-definitions-xml.zip")
)

// library reads archives, or the test is skipped.
func library(t *testing.T, names []string) *codesets.Library {
	t.Helper()
	files := make(fstest.MapFS)
	for _, name := range names {
		data, err := os.ReadFile("../../../shared/data/releases/" + name)
		if os.IsNotExist(err) {
			t.Skipf("the reference release %s is not beside the checkout", name)
		}
		require.NoError(t, err)
		files[name] = &fstest.MapFile{Data: data}
	}
	sets, err := release.Read(files, nil)
	require.NoError(t, err)
	return codesets.NewLibrary(sets...)
}

// TestTheCodeComesFirst holds the share of queries that bring their code first. The shares may only be raised.
func TestTheCodeComesFirst(t *testing.T) {
	queries, err := sought.Queries()
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(queries), 150)
	for _, test := range []struct {
		name     string
		archives []string
		least    float64
	}{
		{"with files of codes only", codes, 0.99},
		{"with notes and indexes", withMore, 0.99},
	} {
		t.Run(test.name, func(t *testing.T) {
			share, missed := sought.Share(queries, library(t, test.archives))
			for _, m := range missed {
				t.Logf("%s: %q should bring %s, but brings %s", m.System, m.Typed, strings.Join(m.Codes, " "), strings.Join(m.Hits, " "))
			}
			t.Logf("%.1f %% of %d queries bring their code among the first %d", 100*share, len(queries), sought.First)
			require.GreaterOrEqual(t, share, test.least)
		})
	}
}

// TestWhatIsSoughtIs holds that every code of the table is one.
func TestWhatIsSoughtIs(t *testing.T) {
	lib := library(t, codes)
	queries, err := sought.Queries()
	require.NoError(t, err)
	asked := make(map[string]bool)
	for _, q := range queries {
		require.False(t, asked[q.System.Key()+q.Typed], "%q stands twice", q.Typed)
		asked[q.System.Key()+q.Typed] = true
		for _, code := range q.Codes {
			beginning, family := strings.CutSuffix(code, "*")
			_, is := lib.Set(q.System).Find(beginning)
			if _, total := lib.Set(q.System).Prefix(nil, beginning, 0); !is && (!family || total == 0) {
				t.Errorf("%q: there is no %s", q.Typed, code)
			}
		}
	}
}
