package release

import (
	"bytes"
	"strings"
	"testing"
	"testing/fstest"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

func TestAddendaCounts(t *testing.T) {
	type counts [4]int // by kind
	for _, test := range []struct {
		archive, format string
		system          codesets.System
		label           string
		want            counts
	}{
		{"icd10cm-2026-code-descriptions.zip", orderAddenda, codesets.ICD10CM, "2026", counts{codesets.Added: 630, codesets.Deleted: 28, codesets.Revised: 45}},
		{"icd10cm-2026-code-descriptions.zip", codesAddenda, codesets.ICD10CM, "2026", counts{codesets.Added: 487, codesets.Deleted: 28, codesets.Revised: 38}},
		{"icd10pcs-2026-order-file.zip", orderAddenda, codesets.ICD10PCS, "2026", counts{codesets.Added: 160, codesets.Deleted: 27, codesets.Revised: 1}},
	} {
		d := drafted(t, test.archive, test.format)[0]
		require.Equal(t, test.system, d.Release.System)
		require.Equal(t, test.label, d.Release.Label)
		var got counts
		for _, c := range d.Changes {
			got[c.Kind]++
			require.NotEmpty(t, c.Code.Long)
			require.Equal(t, test.format == orderAddenda, c.Code.Short != "", c.Code.Code)
		}
		require.Equal(t, test.want, got)
	}
}

// TestAddendaAgreeWithTheReleases: what was added is in the release, as the addenda say it.
func TestAddendaAgreeWithTheReleases(t *testing.T) {
	sets, err := Read(reference(t, "icd10cm-2026-code-descriptions.zip"), nil)
	require.NoError(t, err)
	for _, c := range sets[0].Changes() {
		at, ok := sets[0].Find(c.Code.Code)
		if c.Kind != codesets.Deleted {
			require.True(t, ok, c.Code.Code)
			require.Equal(t, sets[0].At(at).Long, c.Code.Long)
			require.Equal(t, sets[0].At(at).Billable, c.Code.Billable)
		} else if ok {
			require.False(t, sets[0].At(at).Billable, "%s turned into a header", c.Code.Code)
		}
	}
}

func TestCodesFileAgreesWithTheOrderFile(t *testing.T) {
	sets, err := Read(reference(t, "icd10cm-2026-code-descriptions.zip"), nil)
	require.NoError(t, err)
	codes := drafted(t, "icd10cm-2026-code-descriptions.zip", codesFile)[0]
	require.Equal(t, codesets.ICD10CM, codes.Release.System)
	require.Equal(t, 74719, codes.Codes.Len())
	next := 0
	for i := range sets[0].Len() {
		if c := sets[0].At(i); c.Billable {
			require.Equal(t, c.Code, codes.Codes.Code(next))
			require.Equal(t, c.Long, codes.Codes.Title(next))
			next++
		}
	}
}

const (
	codesText    = "A000    Cholera due to Vibrio cholerae 01, biovar cholerae\r\nA009    Cholera, unspecified\r\nC4A0    Merkel cell carcinoma of lip\r\n"
	addendaText  = "Delete:      B880    Other acariasis\r\nAdd:         B8801   Infestation by mites\r\nRevise from: A009    Cholera\r\nRevise to:   A009    Cholera, unspecified\r\n\r\nCodes\r\n  3 codes in icd10cm_order_2025.txt\r\n  3 codes in icd10cm_order_2026.txt\r\n"
	orderAddText = "Delete:      1 B880    Other acariasis                                              Other acariasis, all\r\nAdd:         0 B880    Other acariasis                                              Other acariasis, all\r\n"
)

func TestCodesFileAndAddenda(t *testing.T) {
	loaded, err := Open(fstest.MapFS{"c.txt": {Data: []byte(codesText)}, "a.txt": {Data: []byte(addendaText)}, "o.txt": {Data: []byte(orderAddText)}}, nil)
	require.NoError(t, err)
	set := loaded.Sets[0]
	require.Equal(t, 3, set.Len())
	require.Equal(t, []codesets.Change{
		{Kind: codesets.Deleted, Code: codesets.Code{Code: "B880", Billable: true, Short: "Other acariasis", Long: "Other acariasis, all"}},
		{Kind: codesets.Added, Code: codesets.Code{Code: "B880", Short: "Other acariasis", Long: "Other acariasis, all"}},
	}, set.Changes())
	require.Equal(t, "a.txt (codes addenda) was not needed: the order addenda beside it says the same and more.", loaded.Files[0].String())

	d, err := readAddenda(&input{Reader: strings.NewReader(addendaText)})
	require.NoError(t, err)
	require.Equal(t, codesets.Change{
		Kind: codesets.Revised, Code: codesets.Code{Code: "A009", Billable: true, Long: "Cholera, unspecified"},
		Was: codesets.Code{Code: "A009", Billable: true, Long: "Cholera"},
	}, d.Changes[2])
}

// TestBothCodeSystemsInOneFolder: the order file of one system does not stand for the codes file of the other.
func TestBothCodeSystemsInOneFolder(t *testing.T) {
	sets, err := Read(fstest.MapFS{"cm.txt": {Data: []byte(order)}, "pcs.txt": {Data: []byte("0016070 Bypass Cerebral Ventricle\r\n")}}, nil)
	require.NoError(t, err)
	require.Len(t, sets, 2)
}

func TestCodesFileAndAddendaSayWhatIsWrongAndWhere(t *testing.T) {
	for name, test := range map[string]struct{ data, says string }{
		"codes: cut":        {codesText + "A010", "f.txt, line 4: not a code in columns 1 to 7"},
		"codes: shape":      {codesText + "a010    Typhoid fever\n", `f.txt, line 4: columns 1 to 7 hold "a010", not a code`},
		"addenda: strange":  {"Add:         B8801   Mites\nMove:        B8801   Mites\n", `f.txt, line 2: "Move:        B8801  " is no entry of addenda`},
		"addenda: half":     {addendaText[:strings.Index(addendaText, "Revise to:")], "f.txt, line 3: the revision of A009 has no second line"},
		"addenda: unpaired": {strings.Replace(addendaText, "to:   A009", "to:   A008", 1), "f.txt, line 4: a revision wants two lines of one code"},
		"addenda: alone":    {addendaText, "f.txt: there are no codes to join it to"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(fstest.MapFS{"f.txt": {Data: []byte(test.data)}}, nil)
			require.ErrorContains(t, err, test.says)
		})
	}
}

func FuzzAddenda(f *testing.F) {
	f.Add([]byte(addendaText))
	f.Add([]byte(orderAddText))
	f.Add([]byte(codesText))
	f.Fuzz(func(t *testing.T, data []byte) {
		if d, err := readAddenda(&input{Reader: bytes.NewReader(data)}); err == nil {
			for _, c := range d.Changes {
				require.NotZero(t, c.Kind)
				require.Equal(t, c.Kind == codesets.Revised, c.Was.Code != "")
			}
		}
		if d, err := readCodes(&input{Reader: bytes.NewReader(data)}); err == nil {
			for i, c := range d.Codes.All() {
				require.Equal(t, i+1, c.Order)
			}
		}
	})
}
