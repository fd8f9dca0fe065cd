package release

import (
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

// TestFilesComeOneAfterTheOther: a player drops the code file of a year, later the Tabular List, later the tables, and
// nothing of what was there is lost.
func TestFilesComeOneAfterTheOther(t *testing.T) {
	lib := codesets.NewLibrary()
	for _, archive := range []string{
		"icd10cm-2026-code-descriptions.zip", "icd10cm-2021-tabular-xml.zip", "icd10cm-2025-drug-neoplasm-eindex-xml.zip",
		"icd10cm-2017-index-xml.zip", "icd10cm-2025-code-descriptions.zip",
	} {
		sets, err := Read(reference(t, archive), nil, lib.Sets()...)
		require.NoError(t, err, archive)
		for _, set := range sets {
			lib.Put(set)
		}
	}
	set := lib.Set(codesets.ICD10CM)
	require.Equal(t, 97584, set.Len(), "the codes are those of the last code file")
	for part, release := range map[codesets.Part]string{
		codesets.CodesPart: "ICD-10-CM FY2025", codesets.NotesPart: "ICD-10-CM FY2021", codesets.IndexPart: "ICD-10-CM FY2017",
		codesets.ChangesPart: "ICD-10-CM FY2025",
	} {
		from, ok := set.From(part)
		require.True(t, ok, part)
		require.Equal(t, release, from.String())
	}
	require.Len(t, set.Indexes(), 4)
	require.Equal(t, "FY2025", set.Index(codesets.Drugs).Release.Label)
	require.Equal(t, "FY2017", set.Index(codesets.Alphabetic).Release.Label)
	at, ok := set.Find("C4A0")
	require.True(t, ok)
	groups := set.Groups(at)
	require.Equal(t, "C43-C44", groups[len(groups)-1].Label)
}
