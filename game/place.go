package game

import (
	"strconv"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// place is a page of the books, as the look-up shows it.
type place interface {
	// address opens the place again (see [open]); it is the id of a part that leads to it.
	address() string
	// title names the page.
	title() string
	// show describes it; the spot says how much of its lists is asked for.
	show(s *spot) view.Part
}

// spot is a place on the player's way, as the player left it.
type spot struct {
	place
	depth  int    // how many places the player came through
	filter string // what is typed into the field that narrows the list
	more   int    // entries shown beyond the first
	came   string // the part that was pressed to go on
	near   string // a part from which on a list is to be shown: it stands at the side of what the part led to
}

// opener makes a place of a set from the rest of its address; nil when there is none such.
type opener func(library *codesets.Library, set *codesets.Set, rest []string) place

// openers are the kinds of address: "code/icd10cm/E119".
func openers() map[string]opener {
	return map[string]opener{
		"code": openCode, "group": openGroup, "span": openSpan, "index": openIndex, "term": openTerm, "refer": openReference,
		"procedures": openProcedures, "table": openTable, "build": openBuild,
		"modifiers": openModifiers, "definitions": openDefinitions, "value": openValue,
	}
}

// marked is the id of a part that leads to an address, where another of the page may lead there too.
func marked(mark, address string) string { return mark + ":" + address }

// open returns the place of an address, nil when it is of none. A mark before it is passed over, and so is what it has
// beyond what its kind asks for.
func open(library *codesets.Library, address string) place {
	if _, behind, is := strings.Cut(address, ":"); is {
		address = behind
	}
	kind, rest, _ := strings.Cut(address, "/")
	parts := strings.Split(rest, "/")
	system, _ := codesets.SystemByKey(parts[0])
	set, opens := library.Set(system), openers()[kind]
	if set == nil || opens == nil {
		return nil
	}
	return opens(library, set, parts[1:])
}

// addressOf writes an address.
func addressOf(kind string, set *codesets.Set, rest ...string) string {
	return strings.Join(append([]string{kind, set.Release().System.Key()}, rest...), "/")
}

// segment returns the part of an address at a place, "" when it has none.
func segment(parts []string, at int) string {
	if at < len(parts) {
		return parts[at]
	}
	return ""
}

// count reads a part of an address that is a number below n.
func count(parts []string, at, n int) (int, bool) {
	i, err := strconv.Atoi(segment(parts, at))
	return i, err == nil && i >= 0 && i < n
}

// sheetOf is the frame of a place: where it stands in its book, and what it is.
func sheetOf(set *codesets.Set, crumbs view.Part, title, line string) view.Part {
	p := down(16, crumbs, down(8, across(12, chip(set.Release().System), grow(muted(set.Release().Label))), heading(title, view.Title)))
	if line != "" {
		p.Children = append(p.Children, muted(line))
	}
	return p
}

// trail is the way to a place from the open books on: pairs of a name and the address it opens.
func trail(set *codesets.Set, steps ...string) view.Part {
	p := wrap(0, crumb("Books", "books"), crumb(set.Release().System.String(), bookAddress(set)))
	p.Name = "Where you are"
	for i := 0; i+1 < len(steps); i += 2 {
		p.Children = append(p.Children, crumb(steps[i], steps[i+1]))
	}
	return p
}

func crumb(name, address string) view.Part {
	c := quiet(marked("crumb", address), name)
	c.Children[0].Style.Size = view.Small
	c.Layout.Gap = 4
	if address != "books" {
		c.Children = append([]view.Part{muted("›")}, c.Children...)
	}
	c.Layout.Pad, c.Layout.MinH = 6, 48
	return c
}

// bookAddress opens the first page of a book.
func bookAddress(set *codesets.Set) string {
	if set.Release().System == codesets.ICD10PCS {
		return addressOf("procedures", set)
	}
	return addressOf("group", set, "all")
}

// leadsTo is an entry that leads on: a name, what there is to say of it, and how much is behind it.
func leadsTo(id, name, says, behind string) view.Part {
	shown := text(name)
	shown.Style.Bold = true
	words := down(2, shown)
	if says != "" {
		words.Children = append(words.Children, muted(says))
	}
	item := view.Part{
		Role: view.Item, ID: id, Name: strings.TrimSuffix(name+" "+says, " "), Style: view.Style{Fill: view.Surface},
		Layout: view.Layout{Axis: view.Across, Gap: 12, Pad: 12, Align: view.Center}, Children: []view.Part{grow(words)},
	}
	if behind != "" {
		item.Name += ", " + behind
		item.Children = append(item.Children, muted(behind))
	}
	return item
}

// codeItem is an entry that opens a code; a terminated one is marked.
func codeItem(where string, h codesets.Hit) view.Part {
	item := hitItem(codeID(where, h), h, "")
	if ended := h.Set.Ended(h.At); ended != 0 {
		item.Name += " (ended " + ended.String() + ")"
		item.Children = append(item.Children, view.Part{
			Role: view.Chip, Name: "ended", Style: view.Style{Size: view.Small, Tone: view.ToneWrong, Fill: view.Sunk},
		})
	}
	return item
}
