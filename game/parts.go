package game

import (
	"strconv"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// Widths of pages: what is read, and what has a side panel.
const (
	readWidth = 720
	wideWidth = 1080
)

// page is the root of a scene. The head and foot among the children keep to the screen's edges.
func page(id, title string, children ...view.Part) view.Part {
	return view.Part{
		Role: view.Page, ID: id, Name: title, Layout: view.Layout{Gap: 24, MaxW: readWidth}, Children: children,
	}
}

func down(gap float64, children ...view.Part) view.Part {
	return view.Part{Layout: view.Layout{Gap: gap}, Children: children}
}

func across(gap float64, children ...view.Part) view.Part {
	return view.Part{Layout: view.Layout{Axis: view.Across, Gap: gap, Align: view.Center}, Children: children}
}

func wrap(gap float64, children ...view.Part) view.Part {
	return view.Part{Layout: view.Layout{Axis: view.Across, Gap: gap, Align: view.Center, Wrap: true}, Children: children}
}

func card(gap float64, children ...view.Part) view.Part {
	return view.Part{Style: view.Style{Fill: view.Surface, Border: true}, Layout: view.Layout{Gap: gap, Pad: 20}, Children: children}
}

func text(s string) view.Part { return view.Part{Role: view.Text, Name: s} }

func muted(s string) view.Part {
	return view.Part{Role: view.Text, Name: s, Style: view.Style{Tone: view.Muted, Size: view.Small}}
}

func heading(s string, size view.Size) view.Part {
	return view.Part{Role: view.Heading, Name: s, Style: view.Style{Size: size, Bold: true}}
}

// code is a code in the code face.
func code(s string, size view.Size) view.Part {
	return view.Part{Role: view.Text, Name: s, Style: view.Style{Mono: true, Bold: true, Size: size}}
}

func keyCap(key string) view.Part {
	return view.Part{Role: view.KeyCap, Name: key, Style: view.Style{Size: view.Small, Tone: view.Muted}}
}

// label is the text of a button.
func label(s string) view.Part {
	return view.Part{Role: view.Text, Name: s, Style: view.Style{Bold: true}}
}

// button shows its name and, where there is a keyboard, the key that presses it.
func button(id, name string, keys ...string) view.Part {
	b := view.Part{
		Role: view.Button, ID: id, Name: name, Keys: keys,
		Style: view.Style{Fill: view.Surface, Border: true}, Children: []view.Part{label(name)},
		Layout: view.Layout{Axis: view.Across, Gap: 8, Align: view.Center, Justify: view.Center},
	}
	if len(keys) > 0 {
		b.Children = append(b.Children, keyCap(keyName(keys[0])))
	}
	return b
}

// primary is the obvious next step: large, and pressed by Enter.
func primary(id, name string) view.Part {
	b := button(id, name)
	b.State |= view.Primary
	b.Style = view.Style{Fill: view.Solid, Tone: view.Accent}
	b.Layout.MinH = 52
	b.Children[0].Style = view.Style{Bold: true, Tone: view.Accent, Fill: view.Clear}
	b.Children = append(b.Children, keyCap("Enter"))
	return b
}

// quiet is a button without a frame.
func quiet(id, name string, keys ...string) view.Part {
	b := button(id, name, keys...)
	b.Style = view.Style{Tone: view.Muted}
	b.Children[0].Style = view.Style{Tone: view.Muted}
	return b
}

func grow(p view.Part) view.Part {
	p.Layout.Grow = 1
	return p
}

func keyName(key string) string {
	switch key {
	case "Backspace":
		return "←"
	case "Escape":
		return "Esc"
	case "Enter":
		return "Enter"
	}
	return strings.ToUpper(key)
}

func foot(p view.Part) view.Part {
	p.Layout.Foot = true
	return p
}

func head(p view.Part) view.Part {
	p.Layout.Head = true
	return p
}

func progress(name string, share float64, tone view.Tone) view.Part {
	return view.Part{
		Role: view.Progress, Name: name, Value: strconv.FormatFloat(share, 'f', 3, 64), Style: view.Style{Tone: tone},
	}
}

// tone is the colour of a book.
func tone(s codesets.System) view.Tone {
	switch s {
	case codesets.ICD10CM:
		return view.ToneCM
	case codesets.ICD10PCS:
		return view.TonePCS
	case codesets.HCPCS:
		return view.ToneHCPCS
	case codesets.CPT2:
		return view.ToneCPT2
	}
	return view.Accent
}

// book is the name of a system; questions across books have one too.
func book(s codesets.System) string {
	if s == 0 {
		return "Across the books"
	}
	return s.String()
}

func chip(s codesets.System) view.Part {
	return view.Part{
		Role: view.Chip, Name: book(s), Style: view.Style{Tone: tone(s), Fill: view.Tinted, Size: view.Small, Bold: true},
	}
}

// number writes n with commas: 98,186.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// counted is a number and its noun: "1 question", "3 questions".
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}
