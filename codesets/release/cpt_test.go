package release

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

// cpt makes a code of the shape of Category II: no real one may stand in the project.
func cpt(n int) string { return fmt.Sprintf("%04d%c", 9990+n, 'F') }

// list makes a list with a separator.
func list(separator string) string {
	return strings.Join([]string{
		strings.Join([]string{"Code", "Short", "Long Descriptor"}, separator),
		strings.Join([]string{cpt(0), "Kite", "Kite seen to fly"}, separator),
		strings.Join([]string{cpt(1), "Boat", `"Boat` + separator + ` seen to float"`}, separator),
		strings.Join([]string{"0000" + "0", "Else", "Another category"}, separator),
		strings.Join([]string{"9P", "Why", "Reason of the wind"}, separator), "",
	}, "\r\n")
}

func TestCPTCategoryIIFromTheFileOfAPlayer(t *testing.T) {
	for _, separator := range []string{",", ";", "\t"} {
		loaded, err := Open(fstest.MapFS{"mine 2026.csv": {Data: []byte(list(separator))}}, nil)
		require.NoError(t, err, separator)
		set := loaded.Sets[0]
		require.True(t, set.Release().Private)
		require.Equal(t, "CPT Category II 2026", set.Release().String())
		require.Contains(t, set.Release().Source, "registered trademark of the American Medical Association")
		require.Equal(t, 2, set.Len())
		require.Equal(t, codesets.Code{Code: cpt(0), Billable: true, Order: 1, Long: "Kite seen to fly"}, set.At(0))
		require.Equal(t, "Boat"+separator+" seen to float", set.At(1).Long)
		require.Len(t, set.Modifiers(), 1)
		require.Equal(t, 1, loaded.Files[0].AMA)
	}
}

func TestCPTWithoutHeading(t *testing.T) {
	sets, err := Read(fstest.MapFS{"mine.txt": {Data: []byte(cpt(0) + "\tA 5\" kite\n" + cpt(1) + "\tBoat")}}, nil)
	require.NoError(t, err)
	require.Equal(t, `A 5" kite`, sets[0].At(0).Long)
}

func TestCPTSaysWhatIsWrongAndWhere(t *testing.T) {
	for name, test := range map[string]struct{ data, says string }{
		"no descriptor": {list(",") + cpt(3) + ",x,\n", "f.csv, line 6: " + cpt(3) + " has no descriptor"},
		"no code":       {list(",") + "total,2,two\n", `f.csv, line 6: "TOTAL" is not a code of CPT`},
		"other":         {"0000" + "0,Another category\n", "f.csv: no Category II codes"},
		"quotes":        {list(",") + cpt(3) + ",x,\"open\n", "f.csv, line 6: extraneous or missing"},
		"twice":         {list(",") + cpt(1) + ",x,Boat\n", cpt(1) + " stands twice"},
		"questions":     {"question,answer\nWhat is it?,A kite\n", "no code set was found"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(fstest.MapFS{"f.csv": {Data: []byte(test.data)}}, nil)
			require.ErrorContains(t, err, test.says)
		})
	}
}

func FuzzCPT(f *testing.F) {
	f.Add([]byte(list(",")))
	f.Add([]byte(list("\t")))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := readCPT(&input{Reader: bytes.NewReader(data), name: "f"})
		if err != nil {
			return
		}
		for _, c := range d.Codes.All() {
			require.Regexp(t, `^\d{4}F$`, c.Code)
			require.NotEmpty(t, c.Long)
		}
	})
}
