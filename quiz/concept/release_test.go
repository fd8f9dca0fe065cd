package concept

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"coderounds/codesets"
	"coderounds/codesets/release"
	"coderounds/codesets/starter"
	"coderounds/quiz"

	"github.com/stretchr/testify/require"
)

// archive reads one of the publishers' archives beside the checkout, or skips the test.
func archive(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("../../../shared/data/releases/" + name)
	if os.IsNotExist(err) {
		t.Skipf("the reference release %s is not beside the checkout", name)
	}
	require.NoError(t, err)
	return data
}

// official returns, for each row of the releases, whether it is billable.
func official(t *testing.T) map[codesets.System]map[string]bool {
	t.Helper()
	all := map[codesets.System]map[string]bool{codesets.HCPCS: hcpcs(t)}
	for _, name := range []string{"icd10cm-2026-code-descriptions.zip", "icd10pcs-2026-order-file.zip"} {
		sets, err := release.Read(fstest.MapFS{name: {Data: archive(t, name)}}, nil)
		require.NoError(t, err)
		require.Len(t, sets, 1)
		codes := make(map[string]bool, sets[0].Len())
		for i := range sets[0].Len() {
			codes[sets[0].At(i).Code] = sets[0].At(i).Billable
		}
		all[sets[0].Release().System] = codes
	}
	return all
}

// hcpcs returns the codes of October 2025 that were not terminated.
func hcpcs(t *testing.T) map[string]bool {
	t.Helper()
	data := archive(t, "hcpcs-2025-oct-from-xlsx.zip")
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	require.NoError(t, err)
	f, err := z.File[0].Open()
	require.NoError(t, err)
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	code, kind, ended := slices.Index(rows[0], "HCPC"), slices.Index(rows[0], "RECID"), slices.Index(rows[0], "TERM DT")
	codes := make(map[string]bool)
	for _, row := range rows[1:] {
		if row[kind] == "3" && row[ended] == "" {
			codes[strings.TrimSpace(row[code])] = true
		}
	}
	return codes
}

// The code that a vignette asks for can be found with what comes with the program, and with the release.
func TestVignettesCanBeFound(t *testing.T) {
	library, err := starter.Library()
	require.NoError(t, err)
	all, _ := written(t)
	for _, it := range all {
		if it.Kind != quiz.Find {
			continue
		}
		for _, a := range it.Answers {
			at, ok := library.Set(it.System).Find(codesets.Normalize(a))
			require.True(t, ok, "%s: %s is not in the starter set", it.ID, a)
			require.True(t, library.Set(it.System).At(at).Billable, "%s: %s is a header", it.ID, a)
		}
	}
	codes := official(t)
	for _, it := range all {
		for _, a := range it.Answers {
			if it.Kind == quiz.Find {
				require.True(t, codes[it.System][codesets.Normalize(a)], "%s: %s is not a billable code of the release", it.ID, a)
			}
		}
	}
}

// invalid are codes that items show in order to say that they are wrong.
func invalid() []string {
	return []string{"S01.00D", "S01.00DX", "S01.000D", "0FT48ZZ", "0W9930X", "OFT44ZZ"}
}

// quoted finds what is written like a code: dotted, or a category, of ICD-10-CM; a code or a table of ICD-10-PCS; of HCPCS.
func quoted() map[codesets.System]*regexp.Regexp {
	return map[codesets.System]*regexp.Regexp{
		codesets.ICD10CM:  regexp.MustCompile(`\b[A-Z][0-9][0-9A-Z](?:\.[0-9A-Z]{1,4})?\b`),
		codesets.ICD10PCS: regexp.MustCompile(`\b[0-9A-Z]{0,6}[0-9][0-9A-Z]{0,6}\b`),
		codesets.HCPCS:    regexp.MustCompile(`\b[A-Z][0-9]{4}\b`),
	}
}

func TestQuotedCodesExist(t *testing.T) {
	codes := official(t)
	all, _ := written(t)
	checked := make(map[codesets.System]int)
	for _, it := range all {
		texts := append([]string{it.Question, it.Rationale}, it.Answers...)
		if it.System != codesets.ICD10PCS { // whose guidelines are numbered like codes: A11
			texts = append(texts, it.Source)
		}
		for _, o := range it.Options {
			texts = append(texts, o.Text, o.Reason)
		}
		for _, text := range texts {
			for system, pattern := range quoted() {
				for _, code := range pattern.FindAllString(text, -1) {
					bare := codesets.Normalize(code)
					// A PCS code has seven characters and a table three; shorter ones are numbers and diagnoses.
					if slices.Contains(invalid(), code) || system == codesets.ICD10PCS && len(bare) != 7 {
						continue
					}
					checked[system]++
					_, ok := codes[system][bare]
					_, diagnosis := codes[codesets.ICD10CM][bare] // one written without its dot has the shape of others
					require.True(t, ok || diagnosis, "%s: there is no %s %s", it.ID, system, code)
				}
			}
		}
	}
	require.Greater(t, checked[codesets.ICD10CM], 400)
	require.Greater(t, checked[codesets.ICD10PCS], 8)
	require.Greater(t, checked[codesets.HCPCS], 100)
}

// Tables of ICD-10-PCS that items name are there.
func TestQuotedTablesExist(t *testing.T) {
	tables := official(t)[codesets.ICD10PCS]
	named := regexp.MustCompile(`\btables? ([0-9A-Z]{3})(?: and ([0-9A-Z]{3}))?\b`)
	_, concepts := written(t)
	found := 0
	for _, it := range concepts {
		for _, text := range []string{it.Question, it.Rationale, it.Source} {
			for _, m := range named.FindAllStringSubmatch(text, -1) {
				for _, table := range m[1:] {
					_, ok := tables[table]
					require.True(t, ok || table == "", "%s: there is no table %s", it.ID, table)
					found++
				}
			}
		}
	}
	require.Greater(t, found, 10)
}
