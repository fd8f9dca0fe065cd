package release

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

// TestTwoYearsMakeTwoSets reads the order files of two years and what goes with each, in any folders.
func TestTwoYearsMakeTwoSets(t *testing.T) {
	rows := func(title string) *fstest.MapFile {
		return &fstest.MapFile{Data: fmt.Appendf(nil, "00001 A00     0 %-60s %s\r\n00002 A000    1 %-60s %s, first\r\n", title, title, title, title)}
	}
	notes := func(year, says string) *fstest.MapFile {
		return &fstest.MapFile{Data: fmt.Appendf(nil, `<?xml version="1.0"?><ICD10CM.tabular><version>%s</version><chapter><name>1</name><desc>Some (A00-B99)</desc>`+
			`<section id="A00-A09"><desc>Others (A00-A09)</desc><diag><name>A00</name><desc>Cholera</desc><includes><note>%s</note></includes></diag></section></chapter></ICD10CM.tabular>`, year, says)}
	}
	loaded, err := Open(fstest.MapFS{
		"icd10cm_order_2025.txt": rows("As it was"), "icd10cm_order_2026.txt": rows("As it is"),
		"icd10cm_tabular_2025.xml": notes("2025", "the old"), "icd10cm_tabular_2026.xml": notes("2026", "the new"),
	}, nil)
	require.NoError(t, err)
	require.Len(t, loaded.Sets, 2)
	for i, want := range []struct{ label, title, note string }{{"FY2025", "As it was", "the old"}, {"FY2026", "As it is", "the new"}} {
		set := loaded.Sets[i]
		require.Equal(t, want.label, set.Release().Label)
		require.Equal(t, want.title, set.Title(0))
		require.Equal(t, want.note, set.Notes(0)[0].Text)
	}
}
