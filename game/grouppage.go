package game

import (
	"fmt"
	"strconv"

	"coderounds/codesets"
	"coderounds/game/view"
)

// groupPage is a chapter or a section with its notes and what is in it; group -1 is the book as a whole.
type groupPage struct {
	set        *codesets.Set
	group      int
	inner      []int
	categories []int
	bare       []bool // of each inside, that it has no code here
}

func openGroup(_ *codesets.Library, set *codesets.Set, rest []string) place {
	g, ok := count(rest, 0, len(set.AllGroups()))
	if !ok {
		g = -1
	}
	p := &groupPage{set, g, set.Inner(g), set.Categories(g), nil}
	for _, inner := range p.inner {
		p.bare = append(p.bare, set.Release().Starter && bare(set, inner)) // a publisher's own release has none
	}
	return p
}

func (p *groupPage) address() string { return groupAddress(p.set, p.group) }

func groupAddress(set *codesets.Set, group int) string {
	if set.Release().System == codesets.ICD10PCS && group >= 0 {
		return addressOf("procedures", set, set.AllGroups()[group].Label)
	}
	if group < 0 {
		return addressOf("group", set, "all")
	}
	return addressOf("group", set, strconv.Itoa(group))
}

func (p *groupPage) title() string {
	if p.group < 0 {
		return firstPage(p.set.Release().System)
	}
	return groupName(p.set, p.group)
}

// groupName is "Chapter 4", "Section E08-E13", and the letter of HCPCS.
func groupName(set *codesets.Set, group int) string {
	g := set.AllGroups()[group]
	switch {
	case g.Level == codesets.Chapter:
		return "Chapter " + g.Label
	case set.Release().System == codesets.HCPCS:
		return g.Label + " codes"
	}
	return "Section " + g.Label
}

// groupTrail leads to a group, itself left out.
func groupTrail(set *codesets.Set, group int) []string {
	if group < 0 {
		return nil
	}
	outer := set.Outer(group)
	if outer < 0 {
		return nil
	}
	return append(groupTrail(set, outer), groupName(set, outer), groupAddress(set, outer))
}

// show implements [place].
func (p *groupPage) show(s *spot) view.Part {
	sheet := sheetOf(p.set, trail(p.set, groupTrail(p.set, p.group)...), p.title(), "")
	if p.group >= 0 {
		sheet.Children = append(sheet.Children, heading(p.set.AllGroups()[p.group].Title, view.Large))
		if notes := notesOf(p.set, p.set.GroupNotes(p.group), "Notes here", "group"); notes.Children != nil {
			sheet.Children = append(sheet.Children, notes)
		}
	} else if from := fromLine(p.set, codesets.NotesPart, "Chapters, sections and notes are"); from != "" {
		sheet.Children = append(sheet.Children, muted(from))
	}
	if len(p.inner) > 0 {
		sheet.Children = append(sheet.Children, p.groups())
	}
	if len(p.categories) > 0 {
		name := "Categories"
		if p.set.Release().System != codesets.ICD10CM {
			name = "Codes"
		}
		sheet.Children = append(sheet.Children, s.codes(p.set, name+chosen(p.set), "", p.categories))
	}
	if len(p.inner)+len(p.categories) == 0 {
		sheet.Children = append(sheet.Children, text(noneHere(p.set)))
	}
	return sheet
}

// noneHere says why a group is empty, and what to do.
func noneHere(set *codesets.Set) string {
	if set.Release().Starter {
		return "The starter set has no code of this section. Drop the full release onto the game to see them all."
	}
	return set.Release().String() + " has no code of this section."
}

// bare tells that a group has no code, nor one in a group inside it.
func bare(set *codesets.Set, group int) bool {
	if len(set.Categories(group)) > 0 {
		return false
	}
	for _, g := range set.Inner(group) {
		if !bare(set, g) {
			return false
		}
	}
	return true
}

// groups lists the chapters or sections inside.
func (p *groupPage) groups() view.Part {
	list := view.Part{Role: view.List, Name: "Inside", Layout: view.Layout{Gap: 4}}
	for i, g := range p.inner {
		group := p.set.AllGroups()[g]
		behind := ""
		if group.Level == codesets.Chapter {
			behind = fmt.Sprintf("%s–%s", group.First, group.Last)
		} else if p.bare[i] {
			behind = "no codes here"
		}
		list.Children = append(list.Children, leadsTo(groupAddress(p.set, g), groupName(p.set, g), group.Title, behind))
	}
	return list
}
