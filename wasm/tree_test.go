package wasm

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/game/view"
)

// faces measures every letter as 8 wide and 20 high.
type faces struct{}

func (faces) Width(text string, _ view.Style, _ bool) float64 { return 8 * float64(len([]rune(text))) }
func (faces) Height(view.Style) float64                       { return 20 }

func laid(p view.Part, scroll float64) view.Result {
	return view.Lay(&p, view.Room{W: 400, H: 300, Scroll: scroll}, faces{})
}

// outline returns nodes as lines: tag, attributes by name, text, children further in.
func outline(nodes []node, depth int) string {
	var b strings.Builder
	for _, n := range nodes {
		b.WriteString(strings.Repeat("  ", depth) + n.Tag)
		if n.ID != "" {
			b.WriteString(" #" + n.ID)
		}
		names := make([]string, 0, len(n.Attrs))
		for name := range n.Attrs {
			names = append(names, name)
		}
		slices.Sort(names)
		for _, name := range names {
			if name != "data-off" && n.Tag != "input" {
				fmt.Fprintf(&b, " %s=%q", name, n.Attrs[name])
			}
		}
		if n.Value != nil {
			fmt.Fprintf(&b, " value=%q", *n.Value)
		}
		if n.Text != "" {
			fmt.Fprintf(&b, ": %s", n.Text)
		}
		b.WriteString("\n" + outline(n.Kids, depth+1))
	}
	return b.String()
}

func TestSheetRoles(t *testing.T) {
	text := func(s string) view.Part { return view.Part{Role: view.Text, Name: s} }
	bold := func(s string) view.Part {
		return view.Part{Role: view.Text, Name: s, Style: view.Style{Bold: true}}
	}
	for _, test := range []struct {
		name string
		part view.Part
		want string
	}{
		{"heading", view.Part{Role: view.Heading, Name: "Home"}, "h1: Home"},
		{"text", text("Words"), "p: Words"},
		{"chip", view.Part{Role: view.Chip, Name: "ICD-10-CM"}, "p: ICD-10-CM"},
		{"spans", view.Part{Role: view.Text, Spans: []view.Span{{Text: "Frac", Bold: true}, {Text: "ture"}}}, "p: Fracture"},
		{"rule and key cap", view.Part{Role: view.Rule}, ""},
		{"mark", view.Part{Role: view.Mark, State: view.Wrong}, `span aria-label="wrong" role="img"`},
		{"button", view.Part{Role: view.Button, ID: "go", Name: "Go", Keys: []string{"g", "Enter"}}, `button #go aria-keyshortcuts="g" type="button": Go`},
		{"button that is on", view.Part{Role: view.Button, ID: "s", Name: "Sound", State: view.Chosen}, `button #s aria-pressed="true" type="button": Sound`},
		{"disabled", view.Part{Role: view.Button, ID: "s", Name: "Sound", State: view.Disabled}, `button #s disabled="" type="button": Sound`},
		{"described", view.Part{Role: view.Button, ID: "s", Name: "Sound", Hint: "long"}, `button #s aria-description="long" type="button": Sound`},
		{"choice", view.Part{Role: view.Choice, ID: "a", Name: "S72", State: view.Right}, `button #a aria-pressed="false" type="button": S72, right`},
		{"choice drawn by its children", view.Part{Role: view.Choice, ID: "a", State: view.Chosen | view.Wrong, Children: []view.Part{
			{Role: view.KeyCap, Name: "A"}, text("S72"), text("Fracture of femur")}},
			`button #a aria-pressed="true" type="button": S72 Fracture of femur, wrong`},
		{"field", view.Part{Role: view.Field, ID: "f", Name: "Code", Value: "S7"}, `input #f value="S7"`},
		{"silent group", view.Part{Children: []view.Part{text("a"), {Children: []view.Part{text("b")}}}}, "p: a\np: b"},
		{"named group", view.Part{Name: "Week", Children: []view.Part{text("a")}}, "div aria-label=\"Week\" role=\"group\"\n  p: a"},
		{"group of choices", view.Part{Children: []view.Part{{Role: view.Choice, ID: "a", Name: "A"}}},
			"div role=\"group\"\n  button #a aria-pressed=\"false\" type=\"button\": A"},
		{"list", view.Part{Role: view.List, Name: "Found", Children: []view.Part{
			{Role: view.Item, ID: "i", Name: "S72"}, {Role: view.Item, Name: "plain"},
			{Role: view.Item, Children: []view.Part{text("with"), {Role: view.Button, ID: "x", Name: "X"}}}}},
			"ul aria-label=\"Found\" role=\"list\"\n  li role=\"listitem\"\n    button #i type=\"button\": S72\n" +
				"  li role=\"listitem\": plain\n  li role=\"listitem\"\n    p: with\n    button #x type=\"button\": X"},
		{"table", view.Part{Role: view.Table, Name: "Books", Children: []view.Part{
			{Children: []view.Part{bold("Book"), bold("Known")}},
			{Children: []view.Part{text("CM"), {Role: view.Button, ID: "x", Name: "X"}}}}},
			"div aria-label=\"Books\" role=\"table\"\n  div role=\"row\"\n    div role=\"columnheader\": Book\n    div role=\"columnheader\": Known\n" +
				"  div role=\"row\"\n    div role=\"cell\": CM\n    div role=\"cell\"\n      button #x type=\"button\": X"},
		{"picture", view.Part{Role: view.Picture, Name: "Most are due on Monday.", Chart: &view.Chart{Series: []view.Series{{Values: []float64{1}}}}},
			`div aria-label="Most are due on Monday." role="img"`},
		{"progress", view.Part{Role: view.Progress, Name: "Done", Value: "0.256"},
			`div aria-label="Done" aria-valuemax="100" aria-valuemin="0" aria-valuenow="26" role="progressbar"`},
		{"progress of nothing", view.Part{Role: view.Progress, Value: "NaN"}, `div aria-valuemax="100" aria-valuemin="0" aria-valuenow="0" role="progressbar"`},
		{"text with a button inside", view.Part{Role: view.Text, Children: []view.Part{text("see"), {Role: view.Button, ID: "x", Name: "X"}}},
			"div\n  p: see\n  button #x type=\"button\": X"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newSheet(laid(view.Part{Role: view.Page, Name: "Page", Children: []view.Part{test.part}}, 0), 1, "")
			got := strings.TrimSpace(outline(s.Nodes, 0))
			got = strings.TrimPrefix(got, "h1: Page\n") // what a page without a heading gets
			if test.want == "" {
				require.Equal(t, "h1: Page", got)
				return
			}
			require.Equal(t, test.want, got)
		})
	}
}

func dialogPage() view.Part {
	return view.Part{Role: view.Page, ID: "p", Name: "Page", Children: []view.Part{
		{Role: view.Field, ID: "f", Name: "Code", Hint: "dot by itself", Style: view.Style{Mono: true, Size: view.Display}},
		{Role: view.Button, ID: "b", Name: "B", Keys: []string{"b"}},
		{Role: view.Status, Name: "Right"}, {Role: view.Status, ID: "s", Name: "back in 4 days"}, {Role: view.Status},
		{Role: view.Dialog, Name: "Really?", Children: []view.Part{{Role: view.Button, ID: "y", Name: "Yes", Keys: []string{"y"}}}},
	}}
}

func TestSheetPage(t *testing.T) {
	p := dialogPage()
	p.Children = p.Children[:5]
	s := newSheet(laid(p, 0), 1.5, "b")
	require.Equal(t, "p", s.Page)
	require.Equal(t, "Page", s.Title)
	require.Equal(t, "b", s.Focus)
	require.Equal(t, "f", s.Field)
	require.Equal(t, []string{"b"}, s.Claims)
	require.Equal(t, "Right back in 4 days", s.Said)
	input := s.Nodes[1]
	require.Equal(t, "input", input.Tag)
	require.Equal(t, 60.0, input.Font)
	require.Equal(t, "Code", input.Attrs["aria-label"])
	require.Equal(t, "dot by itself", input.Attrs["placeholder"])
	require.Contains(t, input.Attrs, "data-mono")
	require.Equal(t, [4]float64{24, 24, 552, 72}, input.Box)
}

func TestSheetDialog(t *testing.T) {
	s := newSheet(laid(dialogPage(), 0), 1, "y")
	require.Equal(t, []string{"y"}, s.Claims, "keys reach only the dialog")
	require.Empty(t, s.Field)
	for _, n := range s.Nodes {
		_, inert := n.Attrs["inert"]
		require.Equal(t, n.Attrs["role"] != "dialog", inert, n.Key)
	}
}

// TestSheetScrolled checks that what is half out of sight takes only the room that is seen, and that what is
// out of sight keeps its place but is no target.
func TestSheetScrolled(t *testing.T) {
	p := view.Part{Role: view.Page, ID: "p", Name: "P", Children: []view.Part{{Role: view.Heading, Name: "Head", Layout: view.Layout{Head: true}}}}
	for i := range 20 {
		p.Children = append(p.Children, view.Part{Role: view.Button, ID: fmt.Sprint(i), Name: "B"})
	}
	r := laid(p, 100)
	for _, n := range newSheet(r, 1, "").Nodes[1:] {
		b := r.Root.Find(n.ID)
		_, off := n.Attrs["data-off"]
		top, bottom := n.Box[1], n.Box[1]+n.Box[3]
		if off {
			require.Equal(t, b.Rect.H, n.Box[3])
			continue
		}
		require.GreaterOrEqual(t, top, r.Body.Y, n.ID)
		require.LessOrEqual(t, bottom, r.Body.Y+r.Body.H, n.ID)
	}
}

// TestSheetKeys checks that every element has a key of its own, so that none is taken for another.
func TestSheetKeys(t *testing.T) {
	s := newSheet(laid(dialogPage(), 0), 1, "")
	seen := make(map[string]bool)
	var walk func([]node)
	walk = func(nodes []node) {
		for _, n := range nodes {
			require.False(t, seen[n.Key], n.Key)
			seen[n.Key] = true
			walk(n.Kids)
		}
	}
	walk(s.Nodes)
	_, err := json.Marshal(s)
	require.NoError(t, err)
}

func BenchmarkSheet(b *testing.B) {
	p := view.Part{Role: view.Page, ID: "p", Name: "P"}
	for i := range 60 {
		p.Children = append(p.Children, view.Part{Role: view.Item, ID: fmt.Sprint(i), Children: []view.Part{
			{Role: view.Text, Name: "S72.001A"}, {Role: view.Text, Name: "Fracture of unspecified part of neck of right femur"}}})
	}
	r := laid(p, 0)
	for b.Loop() {
		if _, err := json.Marshal(newSheet(r, 1, "3")); err != nil {
			b.Fatal(err)
		}
	}
}
