package exchange_test

import (
	"bytes"
	"strings"
	"testing"

	"coderounds/codesets"
	"coderounds/quiz"
	"coderounds/quiz/concept"
	"coderounds/quiz/exchange"

	"github.com/stretchr/testify/require"
)

// exported is a file as Anki writes it, with all columns.
const exported = `#separator:tab
#html:true
#guid column:1
#notetype column:2
#deck column:3
#tags column:6
g<1	Basic	Coding::ICD-10-CM	How many characters has a category?	<b>three</b> | 3<br><br>It is the first level.<br>Source: I.A.2	structure marked
g2	Basic	Coding::ICD-10-CM	"What does ""NOS"" stand for?"	<div>not otherwise</div><div>specified&nbsp;</div>	structure
g3	Cloze	Coding	A code has {{c1::three::number}} to {{c2::seven}} characters.	From the guidelines	structure
g4	Basic	Coding	Which book holds drugs?<br>A. ICD-10-CM<br>B. HCPCS Level II<br>C. ICD-10-PCS	B. HCPCS Level II<br><br>J codes.<br>Not A: It has the diagnoses.	books
g5	Basic	Coding	Which bone? <img src="a.png">	femur	x
g6	Basic	Coding	Say [sound:a.mp3]	femur	x
g7	Basic	Coding	Only a question		x
`

func read(t *testing.T, file string) ([]quiz.Item, []string) {
	t.Helper()
	items, bad, err := exchange.ReadAnki(strings.NewReader(file), "notes.txt")
	require.NoError(t, err)
	var says []string
	for _, p := range bad {
		says = append(says, p.String())
	}
	return items, says
}

func TestReadAnki(t *testing.T) {
	items, bad := read(t, exported)
	require.Equal(t, []string{
		"notes.txt, row 11: field 1: it holds a picture or a sound, which is not read; add what it shows in words",
		"notes.txt, row 12: field 1: it holds a sound, which is not read; add what it says in words",
		"notes.txt, row 13: no answer: the second field is empty",
	}, bad)
	require.Len(t, items, 5)
	require.Equal(t, quiz.Item{
		ID: items[0].ID, System: codesets.ICD10CM, Topic: "structure", Kind: quiz.Type,
		Question: "How many characters has a category?", Answers: []string{"three", "3"},
		Rationale: "It is the first level.", Source: "I.A.2",
	}, items[0])
	require.Equal(t, `What does "NOS" stand for?`, items[1].Question)
	require.Equal(t, []string{"not otherwise specified"}, items[1].Answers)
	require.Equal(t, "A code has [number] to seven characters.", items[2].Question)
	require.Equal(t, []string{"three"}, items[2].Answers)
	require.Equal(t, "A code has three to […] characters.", items[3].Question)
	require.Equal(t, "From the guidelines", items[3].Rationale)
	require.NotEqual(t, items[2].ID, items[3].ID)
	choice := items[4]
	require.Equal(t, quiz.Choose, choice.Kind)
	require.Equal(t, "Which book holds drugs?", choice.Question)
	require.Equal(t, []quiz.Option{
		{Text: "ICD-10-CM", Reason: "It has the diagnoses."}, {Text: "HCPCS Level II", Right: true}, {Text: "ICD-10-PCS"},
	}, choice.Options)
	require.Equal(t, "J codes.", choice.Rationale)
}

func TestAnkiIDsLast(t *testing.T) {
	before, _ := read(t, exported)
	after, _ := read(t, strings.ReplaceAll(exported, "How many characters has a category?", "How long is a category?"))
	require.Equal(t, before[0].ID, after[0].ID, "the note is the same while its guid is")
	plain, _ := read(t, "#separator:;\n#deck:PCS\nWhich letters are never used?;I and O\n")
	again, _ := read(t, "#separator:;\n#deck:PCS\n\nWhich letters are never used?;O and I\n")
	require.Equal(t, plain[0].ID, again[0].ID)
	require.Equal(t, codesets.ICD10PCS, plain[0].System)
}

func TestAnkiHeaders(t *testing.T) {
	for _, c := range []struct {
		name, file, question, answer string
	}{
		{"separator by name", "#separator:Comma\nfront,back\n", "front", "back"},
		{"separator by itself", "#separator:|\nfront|back\n", "front", "back"},
		{"separator guessed", "#html:false\nfront;back\n", "front", "back"},
		{"no html", "#separator:tab\n#html:false\na <b> c\td &amp; e\n", "a <b> c", "d &amp; e"},
		{"old tags", "tags:one two\n#separator:tab\nfront\tback\n", "front", "back"},
		{"quoted lines", "#separator:tab\n\"front\nmore\"\tback\n", "front more", "back"},
		{"a comment", "#separator:tab\n# a comment\nfront\tback\n", "front", "back"},
		{"windows", "\ufeff#separator:tab\r\nfront\tback\r\n", "front", "back"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.True(t, exchange.RecognisedAnki([]byte(c.file)))
			items, bad := read(t, c.file)
			require.Empty(t, bad)
			require.Len(t, items, 1)
			require.Equal(t, c.question, items[0].Question)
			require.Equal(t, []string{c.answer}, items[0].Answers)
		})
	}
	for file, says := range map[string]string{
		"front\tback\n":                "no line like #separator:tab",
		"#separator:§\nfront§back\n":   `line 1: the separator "§" is not known`,
		"#html:true\n#deck column:x\n": `line 2: deck column "x" is not the number of a column`,
	} {
		_, _, err := exchange.ReadAnki(strings.NewReader(file), "notes.txt")
		require.ErrorContains(t, err, says)
	}
	require.False(t, exchange.RecognisedAnki([]byte("# week 3\nquestion,answer\n")))
}

func TestLongAnswersAreOffered(t *testing.T) {
	file := "#separator:tab\n"
	for _, q := range []string{"one", "two", "three", "four", "five"} {
		file += "What is " + q + "?\tThe long explanation of the matter that is called " + q + "\n"
	}
	items, bad := read(t, file)
	require.Empty(t, bad)
	require.Len(t, items, 5)
	for _, it := range items {
		require.Equal(t, quiz.Choose, it.Kind)
		require.Len(t, it.Options, 4)
		for _, o := range it.Options {
			require.Equal(t, o.Right, strings.HasSuffix(o.Text, strings.TrimSuffix(strings.TrimPrefix(it.Question, "What is "), "?")))
			require.Equal(t, o.Right, o.Reason == "")
		}
	}
	again, _ := read(t, file)
	require.Equal(t, items, again)
	_, bad = read(t, "#separator:tab\nWhy?\tBecause of a reason that nobody will ever type letter for letter\n")
	require.Len(t, bad, 1)
	require.Contains(t, bad[0], "no other note has one to choose from")
}

// TestAnkiAndBack holds that our own questions survive the way to Anki and back.
func TestAnkiAndBack(t *testing.T) {
	items, err := concept.Items()
	require.NoError(t, err)
	var file bytes.Buffer
	require.NoError(t, exchange.WriteAnki(&file, items, "Code Rounds"))
	require.True(t, exchange.RecognisedAnki(file.Bytes()[:200]))
	back, bad := read(t, file.String())
	require.Empty(t, bad)
	require.Len(t, back, len(items))
	for i, it := range items {
		got := back[i]
		if it.Kind == quiz.Find { // Anki cannot look anything up
			it.Kind = quiz.Type
		}
		require.Equal(t, it.Kind, got.Kind, it.ID)
		require.Equal(t, it.System, got.System, it.ID)
		require.Equal(t, it.Question, got.Question)
		require.Equal(t, it.Answers, got.Answers, it.ID)
		require.Equal(t, it.Options, got.Options, it.ID)
		require.Equal(t, it.Rationale, got.Rationale, it.ID)
		require.Equal(t, it.Source, got.Source, it.ID)
	}
}

func FuzzReadAnki(f *testing.F) {
	f.Add(exported)
	f.Add("#separator:tab\n{{c1::a}} {{c1::b}}\tc\n")
	f.Add("#separator:;\n#tags column:1\n\"a;b")
	f.Fuzz(func(t *testing.T, file string) {
		items, _, err := exchange.ReadAnki(strings.NewReader(file), "notes.txt")
		if err != nil {
			require.Empty(t, items)
			return
		}
		seen := make(map[string]bool)
		for _, it := range items {
			require.NotEmpty(t, it.Question)
			require.False(t, seen[it.ID])
			seen[it.ID] = true
			if it.Kind == quiz.Choose {
				require.GreaterOrEqual(t, len(it.Options), 2)
			} else {
				require.NotEmpty(t, it.Answers)
			}
		}
	})
}
