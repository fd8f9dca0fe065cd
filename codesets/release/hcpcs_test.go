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

// unpacked is one file of a reference archive, by itself.
func unpacked(t testing.TB, archive, suffix string) fstest.MapFS {
	t.Helper()
	files := reference(t, archive)
	z, err := unzip(bytes.NewReader(files[archive].Data), 0, func() error { return nil })
	require.NoError(t, err)
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, suffix) {
			r, err := f.Open()
			require.NoError(t, err)
			defer r.Close()
			var data bytes.Buffer
			_, err = data.ReadFrom(r)
			require.NoError(t, err)
			return fstest.MapFS{f.Name: {Data: data.Bytes()}}
		}
	}
	require.Fail(t, "no such file", suffix)
	return nil
}

func TestHCPCSReferenceReleases(t *testing.T) {
	for _, test := range []struct {
		archive, file, release  string
		codes, modifiers, ended int
	}{
		{"hcpcs-2019-alpha-numeric.zip", "ANWEB.txt", "HCPCS Level II 2019", 6440, 360, 506},
		{"hcpcs-2019-alpha-numeric.zip", "ANWEB.xlsx", "HCPCS Level II 2019", 6440, 360, 506},
		{"hcpcs-2019-alpha-numeric.zip", "", "HCPCS Level II 2019", 6440, 360, 506},
		{"hcpcs-2025-oct-from-xlsx.zip", ".csv", "HCPCS Level II October 2025", 8463, 383, 1205},
	} {
		t.Run(test.archive+" "+test.file, func(t *testing.T) {
			files := reference(t, test.archive)
			if test.file != "" {
				files = unpacked(t, test.archive, test.file)
			}
			sets, err := Read(files, nil)
			require.NoError(t, err)
			require.Len(t, sets, 1)
			set := sets[0]
			require.Equal(t, test.release, set.Release().String())
			require.Equal(t, test.codes, set.Len())
			require.Len(t, set.Modifiers(), test.modifiers)
			ended := 0
			for i := range set.Len() {
				if code := set.At(i); code.Ended != 0 {
					ended++
				}
			}
			require.Equal(t, test.ended, ended)
		})
	}
}

// TestHCPCSTextAndWorkbookAgree holds the two forms of one release against each other, field by field.
func TestHCPCSTextAndWorkbookAgree(t *testing.T) {
	text, err := Read(unpacked(t, "hcpcs-2019-alpha-numeric.zip", "ANWEB.txt"), nil)
	require.NoError(t, err)
	book, err := Read(unpacked(t, "hcpcs-2019-alpha-numeric.zip", "ANWEB.xlsx"), nil)
	require.NoError(t, err)
	one, err := text[0].Draft(nil)
	require.NoError(t, err)
	other, err := book[0].Draft(nil)
	require.NoError(t, err)
	require.Len(t, other.Standings, len(one.Standings))
	for code, standing := range other.Standings {
		if standing.Effective == 0 { // 116 old rows of the workbook lack the day
			standing.Effective = one.Standings[code].Effective
		}
		require.Equal(t, one.Standings[code], standing, code)
	}
	require.Equal(t, one.Modifiers, other.Modifiers)
	require.Equal(t, one.Codes.Len(), other.Codes.Len())
	for i, c := range one.Codes.All() {
		d := other.Codes.At(i)
		require.Equal(t, strings.Fields(c.Long), strings.Fields(d.Long), c.Code)
		c.Long, d.Long = "", ""
		require.Equal(t, c, d)
	}
	standing, ok := text[0].Standing("A4466")
	require.True(t, ok)
	require.Equal(t, codesets.Standing{
		Coverage: codesets.NotCovered, Action: 'N', Added: 20100101, Effective: 20170101, Ended: 20161231,
	}, standing)
}

// record lays out one record of fixed-width text.
func record(code, kind, long, short, ended string) string {
	return fmt.Sprintf("%5s00100%s%-80s%-28s%110s%1s%38s%8s%8s%8s%s%27s", code, kind, long, short, "", "D", "", "19900101", "20200101", ended, "N", "")
}

func TestHCPCSText(t *testing.T) {
	data := "***Disclaimers\t\t\r\n\r\n\xa0\xa0 convey endorsement\xa0 \r\n" + strings.Join([]string{
		record("RT", "7", "Right side", "Right", ""),
		record("A0001", "3", "Plate, of", "Plate", "20161231"),
		record("A0001", "4", "fine  caf\xe9", "", ""),
		record("A0001", "4", "china", "", ""),
		record("D0000", "3", "Somebody's", "", ""),
		record("00000", "3", "Somebody else's", "", ""),
		record("A0002", "3", "Cup", "Cup", "00000000")[:91],
	}, "\r\n") + "\r\n\r\n"
	loaded, err := Open(fstest.MapFS{"HCPC2026_APR_ANWEB.txt": {Data: []byte(data)}}, nil)
	require.NoError(t, err)
	set := loaded.Sets[0]
	require.Equal(t, "HCPCS Level II April 2026", set.Release().String())
	require.Equal(t, []codesets.Code{
		{Code: "A0001", Billable: true, Ended: 20161231, Order: 1, Short: "Plate", Long: "Plate, of fine  café china"},
		{Code: "A0002", Billable: true, Order: 2, Long: "Cup"},
	}, []codesets.Code{set.At(0), set.At(1)})
	require.Equal(t, []codesets.Modifier{{Code: "RT", Short: "Right", Long: "Right side"}}, set.Modifiers())
	require.Equal(t, "HCPC2026_APR_ANWEB.txt: HCPCS Level II April 2026 fixed-width text with 2 codes, 1 modifiers. "+
		"1 D codes, which belong to the American Dental Association, were left out. "+
		"1 codes that begin with a digit, which belong to the American Medical Association, were left out.", loaded.Files[0].String())
}

// table is a HCPCS workbook in small, saved as CSV.
const table = "Disclaimer,,,\r\n,HCPC,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,COV,ADD DT,ACT EFF DT,TERM DT,ACTION CD\r\n" +
	"0,   RT,7,Right side,Right,,20010101,20010101.0,,N\r\n" +
	"1,A0001,3,\"Plate, of 5\"\" china\",Plate,C,20010101,20010101.0,20251231.0,D\r\n" +
	"2,A0002,3,Cup,Cup,M,20010101,,,N\r\n"

func TestHCPCSSheet(t *testing.T) {
	for name, data := range map[string]string{
		"commas":      table,
		"semicolons":  strings.ReplaceAll(strings.ReplaceAll(table, "Plate, of", "Plate; of"), ",", ";"),
		"tabs":        strings.ReplaceAll(strings.ReplaceAll(table, "Plate, of", "Plate\t of"), ",", "\t"),
		"underscores": strings.ReplaceAll(table, "LONG DESC", "long_desc"),
		"cp1252":      strings.Replace(table, "Disclaimer", "Discla\xefmer\xa0", 1),
	} {
		sets, err := Read(fstest.MapFS{"2025.csv": {Data: []byte(data)}}, nil)
		require.NoError(t, err, name)
		require.Equal(t, 2, sets[0].Len(), name)
		require.Len(t, sets[0].Modifiers(), 1, name)
		require.Equal(t, codesets.Date(20251231), sets[0].At(0).Ended, name)
		require.Contains(t, sets[0].At(0).Long, `of 5" china`, name)
		standing, _ := sets[0].Standing("A0002")
		require.Equal(t, codesets.Standing{Coverage: codesets.NotCovered, Action: 'N', Added: 20010101}, standing, name)
	}
}

// book packs a workbook of one sheet.
func book(t testing.TB, texts, rows string) []byte {
	t.Helper()
	return zipped(t, "[Content_Types].xml", "<Types/>", "xl/worksheets/sheet1.xml", "<worksheet><sheetData>"+rows+"</sheetData></worksheet>",
		"xl/sharedStrings.xml", "<sst>"+texts+"</sst>")
}

const bookTexts = "<si><t>HCPC</t></si><si><t>RECID</t></si><si><r><t>LONG </t></r><r><t>DESCRIPTION</t></r></si><si><t xml:space=\"preserve\"> A0001</t></si>"

const bookRows = `<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c r="D3" t="s"><v>2</v></c></row>` +
	`<row r="4"><c r="A4" t="s"><v>3</v></c><c r="C4"><v>3</v></c><c r="D4" t="inlineStr"><is><t>Plate &amp; cup</t></is></c></row>`

func TestHCPCSWorkbook(t *testing.T) {
	sets, err := Read(fstest.MapFS{"b.xlsx": {Data: book(t, bookTexts, bookRows)}}, nil)
	require.NoError(t, err)
	require.Equal(t, "A0001", sets[0].At(0).Code)
	require.Equal(t, "Plate & cup", sets[0].At(0).Long)
}

func TestHCPCSSaysWhatIsWrongAndWhere(t *testing.T) {
	good := record("A0001", "3", "Plate", "Plate", "") + "\r\n"
	for name, test := range map[string]struct{ data, says string }{
		"text: strange line":  {good + "and more\r\n", `f, line 2: "and more" is no HCPCS record`},
		"text: cut":           {good + record("A0002", "3", "Cup", "", "")[:120], "f, line 2: a record of 120 characters after some of 320; the file is cut short"},
		"text: strange code":  {good + record("AB001", "3", "Cup", "", "") + "\n", `f, line 2: "AB001" is neither a HCPCS code`},
		"text: other's":       {good + record("A0002", "4", "Cup", "", "") + "\n", "f, line 2: the record goes on with A0002"},
		"text: no title":      {good + record("A0002", "3", "", "", "") + "\n", "f, line 2: A0002 has no long description"},
		"text: date":          {good + record("A0002", "3", "Cup", "", "20251399") + "\n", `f, line 2: the day of termination of A0002 is "20251399", not a day`},
		"text: twice":         {good + good, "f, line 2: A0001 stands twice"},
		"text: modifier only": {record("RT", "7", "Right", "", ""), "f: no HCPCS codes"},
		"sheet: quotes":       {table + "3,A0003,3,5\" tube,x\r\n", "f, line 6: bare \" in non-quoted-field; save the workbook as CSV again"},
		"sheet: unclosed":     {table + "3,A0003,3,\"tube\r\n", "f, line 6: extraneous or missing \" in quoted-field"},
		"sheet: code":         {table + "3,A003,3,tube,x\r\n", `f, line 6: "A003" is neither`},
		"sheet: columns":      {table + strings.Repeat(",", 1<<21), "a row is longer than 1048576 characters"},
		"book: cut":           {string(book(t, bookTexts, bookRows)[:300]), "the zip is damaged or cut short"},
		"book: text number":   {string(book(t, bookTexts, strings.Replace(bookRows, "<v>2</v>", "<v>-1</v>", 1))), `a cell refers to text "-1" of 4`},
		"book: XML":           {string(book(t, bookTexts, bookRows+"<row>")), "f (xl/worksheets/sheet1.xml), line 1: damaged XML"},
		"book: code":          {string(book(t, strings.Replace(bookTexts, "A0001", "A001", 1), bookRows)), `f, line 4: "A001" is neither`},
		"book: another":       {string(book(t, "", `<row r="99"><c/></row>`)), "no code set was found"},
		"book: document":      {string(zipped(t, "[Content_Types].xml", "", "word/document.xml", "")), "no code set was found"},
		"book: columns":       {string(book(t, bookTexts, bookRows+"<row>"+strings.Repeat(`<c r="ZZZ1"/>`, 1<<18)+`</row><row><c t="s" r="A9"><v>3</v></c><c r="D9"><v>1</v></c></row>`)), "A0001 stands twice"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read(fstest.MapFS{"f": {Data: []byte(test.data)}}, nil)
			require.ErrorContains(t, err, test.says)
		})
	}
}

func FuzzHCPCS(f *testing.F) {
	f.Add([]byte(record("A0001", "3", "Plate", "Plate", "") + "\n"))
	f.Add([]byte(table))
	f.Add(book(f, bookTexts, bookRows))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, read := range []func(*input) (codesets.Draft, error){readHCPCS, readSheet, readWorkbook} {
			d, err := read(&input{Reader: bytes.NewReader(data), name: "f"})
			if err != nil {
				continue
			}
			for _, c := range d.Codes.All() {
				require.Len(t, c.Code, 5)
				require.NotEqual(t, byte('D'), c.Code[0])
				require.NotEmpty(t, c.Long)
			}
		}
	})
}
