package exchange

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"coderounds/codesets"
	"coderounds/quiz"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/unicode"
)

// read reads a file that must be readable as a whole.
func read(t *testing.T, file string) ([]quiz.Item, []Problem) {
	t.Helper()
	items, bad, err := ReadCSV(strings.NewReader(file), "week 3.csv")
	require.NoError(t, err)
	return items, bad
}

func TestReadCSV(t *testing.T) {
	items, bad := read(t, "tag,type,question,answer,option_a,option_b,option_c,option_d,correct_option,rationale\n"+
		"ICD-10-CM notes,choose,\"Which note bars a pair?\",,Excludes1,Excludes2,Code also,,A,Never together.\n"+
		"HCPCS units,type,How many units?,4|four,,,,,,\n")
	require.Empty(t, bad)
	require.Equal(t, []quiz.Item{
		{
			ID: items[0].ID, System: codesets.ICD10CM, Topic: "ICD-10-CM notes", Kind: quiz.Choose, Question: "Which note bars a pair?",
			Options: []quiz.Option{{Text: "Excludes1", Right: true}, {Text: "Excludes2"}, {Text: "Code also"}}, Rationale: "Never together.",
		},
		{ID: items[1].ID, System: codesets.HCPCS, Topic: "HCPCS units", Kind: quiz.Type, Question: "How many units?", Answers: []string{"4", "four"}},
	}, items)
}

func TestReadCSVOwnColumns(t *testing.T) {
	items, bad := read(t, "id,system,topic,tag,type,question,option_a,option_b,reason_a,reason_b,correct_option,rationale,source\n"+
		"x1,ICD-10-PCS,approaches,HCPCS,,Which approach?,0FT44ZZ,0FT40ZZ,Seen by scope.,That is open.,1,Value 4.,Table 0FT\n")
	require.Empty(t, bad)
	require.Equal(t, []quiz.Item{{
		ID: "x1", System: codesets.ICD10PCS, Topic: "approaches", Kind: quiz.Choose, Question: "Which approach?",
		Options: []quiz.Option{
			{Text: "0FT44ZZ", IsCode: true, Right: true},
			{Text: "0FT40ZZ", IsCode: true, Reason: "That is open."},
		},
		Rationale: "Value 4. Seen by scope.", Source: "Table 0FT",
	}}, items)
}

func TestReadCSVAsSaved(t *testing.T) {
	utf16 := func(s string) string {
		wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(s)
		require.NoError(t, err)
		return wide
	}
	for name, file := range map[string]string{
		"commas":                   "question,answer\nSjögren,M35.0\n",
		"byte order mark":          "\ufeffquestion,answer\nSjögren,M35.0\n",
		"semicolons":               "question;answer\nSjögren;M35.0\n",
		"separator named":          "sep=;\nquestion;answer\nSjögren;M35.0\n",
		"tabs":                     "question\tanswer\nSjögren\tM35.0\n",
		"carriage returns":         "question,answer\r\nSjögren,M35.0\r\n",
		"old line ends":            "question,answer\rSjögren,M35.0\r",
		"no end of line":           "question,answer\nSjögren,M35.0",
		"windows-1252":             "question,answer\nSj\xf6gren,M35.0\n",
		"utf-16":                   utf16("question\tanswer\r\nSjögren\tM35.0\r\n"),
		"quoted":                   "\"question\",\"answer\"\n\"Sjögren\",\"M35.0\"\n",
		"blanks after the commas":  "question, answer\n\"Sjögren\" , \"M35.0\" \n",
		"case and spaces":          " Question , ANSWER \n  Sjögren ,  M35.0\n",
		"prompt":                   "prompt,answer\nSjögren,M35.0\n",
		"front and back":           "Front,Back\nSjögren,M35.0\n",
		"comments":                 "#separator:comma\n#html:false\nfront,back\nSjögren,M35.0\n",
		"empty rows":               "\n,,\nquestion,answer\n\n , \nSjögren,M35.0\n\n",
		"empty columns at the end": "question,answer,,\nSjögren,M35.0,,\n",
		"type":                     "type,question,answer\nFlash card,Sjögren,M35.0\n",
	} {
		t.Run(name, func(t *testing.T) {
			items, bad := read(t, file)
			require.Empty(t, bad)
			require.Len(t, items, 1)
			require.Equal(t, "Sjögren", items[0].Question)
			require.Equal(t, []string{"M35.0"}, items[0].Answers)
			require.Equal(t, quiz.Type, items[0].Kind)
			require.True(t, Recognised([]byte(file)))
		})
	}
}

func TestReadCSVCannotRead(t *testing.T) {
	for name, test := range map[string]struct{ file, says string }{
		"empty":              {"", "the file is empty"},
		"blank":              {"\n \n", "no header"},
		"workbook":           {"PK\x03\x04xyz", "save the sheet as CSV"},
		"binary":             {"question,answer\x00", "no text"},
		"no header":          {"Sjögren,M35.0\n", "row 1 names no columns that can be read"},
		"no answer":          {"\nquestion,rationale\nWhat?,That.\n", "row 2 names no columns that can be read"},
		"no question":        {"answer,rationale\nWhat?,That.\n", "names no columns"},
		"codes":              {"code,descriptor\n0000X,An invented code\n", "names no columns"},
		"twice":              {"question,front,answer\nWhat?,What?,That.\n", `the columns "question" and "front" both mean question`},
		"quotes in a header": {"question,ans\"wer\nWhat?,That.\n", "row 1, the header: a quotation mark"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := ReadCSV(strings.NewReader(test.file), "week 3.csv")
			require.ErrorContains(t, err, test.says)
			require.ErrorContains(t, err, "read questions from week 3.csv: ")
			require.False(t, Recognised([]byte(test.file)))
		})
	}
	_, _, err := ReadCSV(strings.NewReader("question,answer\n"+strings.Repeat("a,b\n", MaxBytes/4)), "week 3.csv")
	require.ErrorContains(t, err, "larger than 32 MB")
	_, _, err = ReadCSV(iotest.ErrReader(errors.New("disk gone")), "week 3.csv")
	require.ErrorContains(t, err, "disk gone")
}

func TestRecognised(t *testing.T) {
	require.True(t, Recognised([]byte("tag,question,option_a,option_b,correct_option,rationale\nx,\"A cut-off ro")))
	require.False(t, Recognised([]byte("00001 A00     0 Cholera                                                      Cholera\r\n")))
	require.False(t, Recognised([]byte("{\"question\": 1, \"answer\": 2}")))
	require.False(t, Recognised(nil))
}

func TestReadCSVBadRows(t *testing.T) {
	const header = "id,system,type,question,answer,option_a,option_b,option_c,option_d,correct_option,reason_c\n"
	for name, test := range map[string]struct{ row, says string }{
		"no question":              {",,,,x,,,,,,", "no question"},
		"no answer":                {",,type,What?,,,,,,,", "no answer; fill in the column answer"},
		"answers of nothing":       {",,type,What?,|,,,,,,", "no answer"},
		"answer of signs":          {",,type,What?,%,,,,,,", `the answer "%" has neither letter nor digit`},
		"type":                     {",,essay,What?,x,,,,,,", `type "essay" is not known; write choose, type or find`},
		"build":                    {",,build,What?,x,,,,,,", "questions that the program makes itself"},
		"system":                   {",icd9,,What?,x,,,,,,", `system "icd9" is not known`},
		"find in no book":          {",,find,What?,x,,,,,,", "in which book to look"},
		"options of a type":        {",,type,What?,x,a1,b1,,,,", "a type question has none"},
		"correct option of a type": {",,type,What?,x,,,,,A,", "a type question has none"},
		"no correct option":        {",,,What?,,a1,b1,,,,", "nothing says which option is right"},
		"empty correct option":     {",,,What?,,a1,b1,,,C,", "the correct option C is empty"},
		"unknown correct option":   {",,,What?,,a1,b1,,,E,", `correct_option "E" is none of the options`},
		"equal options":            {",,,What?,,a1,b1,,A1,B,", "the options A and D are equal"},
		"one option":               {",,,What?,,a1,,,,A,", "fewer than two options"},
		"choose without options":   {",,choose,What?,x,,,,,,", "fewer than two options"},
		"reason of nothing":        {",,,What?,,a1,b1,,,A,So.", "reason_c stands without an option"},
		"contradiction":            {",,,What?,b1,a1,b1,,,A,", "correct_option says A and answer says B"},
		"letter or text":           {",,,What?,,B,A,,,A,", `correct_option "A" may be option A by its place or option B by its text`},
		"number or text":           {",,,What?,,2,1,,,1,", `correct_option "1" may be option A by its place or option B by its text`},
		"too long":                 {",,," + strings.Repeat("ä", maxText+1) + ",x,,,,,,", "question has 4001 characters, at most 4000 are read"},
		"long id":                  {strings.Repeat("i", maxID+1) + ",,,What?,x,,,,,,", "the id is longer than 100 characters"},
		"control character":        {",,,What\x07?,x,,,,,,", "question holds a character that cannot be shown"},
		"too few cells":            {",,,What?,x", "5 cells where the header has 11"},
		"too many cells":           {",,,What, and why?,x,,,,,,", "12 cells where the header has 11"},
		"stray quote":              {",,,What is a 5\" wound?,x,,,,,,", "a quotation mark stands where none may"},
		"text behind a quote":      {",,,\"What\" is it?,x,,,,,,", "a quotation mark stands where none may"},
		"open quote":               {",,,\"What is it?,x,,,,,,", "a quotation mark"},
		"repeated id":              {"first,,,Another?,x,,,,,,", "the id first stands in row 2 already"},
		"repeated question":        {",,,WHAT  second?,x,,,,,,", "the question stands in row 3 already"},
		"two at once":              {",,,,,a1,b1,,,,", "no question; fill in the column question; also: nothing says which option is right"},
	} {
		t.Run(name, func(t *testing.T) {
			items, bad := read(t, header+"first,,,What first?,x,,,,,,\n2,,,What second?,x,,,,,,\n\n"+test.row+"\nlast,,,What last?,x,,,,,,\n")
			require.Len(t, bad, 1)
			require.Equal(t, 5, bad[0].Row)
			require.Contains(t, bad[0].Says, test.says)
			require.Contains(t, bad[0].String(), "week 3.csv, row 5: ")
			require.Len(t, items, 3)
			require.Equal(t, "last", items[2].ID)
		})
	}
}

func TestReadCSVCountsRowsAsSpreadsheetsDo(t *testing.T) {
	_, bad := read(t, "question,answer\n\"two\nlines\",x\n\n,y\n")
	require.Equal(t, []Problem{{File: "week 3.csv", Row: 4, Line: 5, Says: "no question; fill in the column question"}}, bad)
	require.EqualError(t, bad[0], "week 3.csv, row 4 (line 5): no question; fill in the column question")
}

func TestReadCSVNamesColumnsThatAreNotRead(t *testing.T) {
	items, bad := read(t, "question,answer,ratoinale\nWhat?,x,Because.\n")
	require.Len(t, items, 1)
	require.Len(t, bad, 1)
	require.Contains(t, bad[0].String(), `row 1: not read: the columns "ratoinale"; the columns that are read are id, system,`)
}

func TestReadCSVCorrectOption(t *testing.T) {
	for _, written := range []string{"B", "b", "(B)", "B.", "Option B", "choice 2", "2", "e11.9", " E11.9 "} {
		items, bad := read(t, "question,option_a,option_b,correct_option\nWhich?,E10.9,E11.9,"+written+"\n")
		require.Empty(t, bad, written)
		require.True(t, items[0].Options[1].Right, written)
		require.False(t, items[0].Options[0].Right, written)
	}
	items, bad := read(t, "Question,A,B,C,Correct answer\nWhich?,one,two,three,three\n")
	require.Empty(t, bad)
	require.True(t, items[0].Options[2].Right)
	items, bad = read(t, "question,option_a,option_b,correct_option\nWhich letter?,B,A,2\n")
	require.Empty(t, bad, "numbers say what letters cannot")
	require.True(t, items[0].Options[1].Right)
}

func TestReadCSVTabsWithoutQuoting(t *testing.T) {
	items, bad := read(t, "question\tanswer\nWhat is \"NOS\"?\tunspecified\n\"NEC\" means\tother specified\n")
	require.Empty(t, bad)
	require.Equal(t, `What is "NOS"?`, items[0].Question)
	require.Equal(t, `"NEC" means`, items[1].Question)
}

func TestReadCSVKeepsIDs(t *testing.T) {
	first, _ := read(t, "id,question,answer,tag\n1,What?,x,t\n2,Why?,y,t\n")
	again, _ := read(t, "tag,answer,rationale,question\nt,y,Because.,Why?\nT,z,,  what? \n")
	require.Equal(t, first[0].ID, again[1].ID, "neither order nor answer nor the number counts")
	require.Equal(t, first[1].ID, again[0].ID)
	other, _ := read(t, "question,answer,tag\nWhat?,x,u\n")
	require.NotEqual(t, first[0].ID, other[0].ID)
	require.Equal(t, "q-199fcf31449b525b", other[0].ID, "journals hold it")
}

func TestGuessSystem(t *testing.T) {
	for tag, system := range map[string]codesets.System{
		"ICD-10-CM chapter 9": codesets.ICD10CM, "icd10cm": codesets.ICD10CM, "CM::Excludes": codesets.ICD10CM,
		"PCS approaches": codesets.ICD10PCS, "ICD 10 PCS": codesets.ICD10PCS, "icd10pcs_devices": codesets.ICD10PCS,
		"HCPCS Level II": codesets.HCPCS, "hcpcs-modifiers": codesets.HCPCS, "Level II": codesets.HCPCS,
		"CPT II": codesets.CPT2, "CPT Category II": codesets.CPT2, "cpt-2": codesets.CPT2, "Category II codes": codesets.CPT2,
		"": 0, "CPT": 0, "ICD-10": 0, "CM or PCS": 0, "anatomy": 0,
	} {
		require.Equal(t, system, guessSystem(tag), tag)
	}
}

func TestCodeShaped(t *testing.T) {
	for s, is := range map[string]bool{
		"I10": true, "E11.9": true, "W19.XXXA": true, "0FT44ZZ": true, "J0696": true, "GA": true, "E1": true,
		"A": false, "18": false, "AMA": false, "Gap": false, "I1.0": false, "E11.9, then N18.4": false, "I10 and N18": false, "": false, "ÄÖ": false,
	} {
		require.Equal(t, is, codeShaped(s), s)
	}
}

func TestReadCSVCellWithoutName(t *testing.T) {
	_, bad := read(t, "question,,answer\nWhat?,a note,x\n")
	require.Len(t, bad, 1)
	require.Contains(t, bad[0].Says, `"a note" stands in column 2, which the header does not name`)
}
