package game

import (
	"coderounds/codesets"
	"coderounds/game/view"
)

// modifierPage lists the modifiers of HCPCS.
type modifierPage struct{ set *codesets.Set }

func openModifiers(_ *codesets.Library, set *codesets.Set, _ []string) place {
	if len(set.Modifiers()) == 0 {
		return nil
	}
	return &modifierPage{set}
}

func (p *modifierPage) address() string { return addressOf("modifiers", p.set) }
func (p *modifierPage) title() string   { return "Modifiers" }

// show implements [place].
func (p *modifierPage) show(s *spot) view.Part {
	var kept []codesets.Modifier
	words := codesets.Words(s.filter)
	for _, m := range p.set.Modifiers() {
		if begins(codesets.Words(m.Code+" "+m.Long), words) {
			kept = append(kept, m)
		}
	}
	line := "Two characters behind a code that say more of the service."
	if from := fromLine(p.set, codesets.ModifiersPart, "They are"); from != "" {
		line += " " + from
	}
	sheet := sheetOf(p.set, trail(p.set), p.title(), line)
	sheet.Children = append(sheet.Children, s.jump("Jump to a modifier"))
	return withChild(sheet, s.page("Modifiers"+chosen(p.set), len(kept), "modifier", "modifiers", func(i int) view.Part {
		return modifierItem(kept[i])
	}))
}

func modifierItem(m codesets.Modifier) view.Part {
	shown := code(m.Code, view.Body)
	shown.Style.Tone = view.ToneHCPCS
	shown.Layout.Width = 44
	item := view.Part{
		Role: view.Item, Name: m.Code + " " + m.Long, Style: view.Style{Fill: view.Surface},
		Layout: view.Layout{Axis: view.Across, Gap: 12, Pad: 12, Align: view.Start}, Children: []view.Part{shown, grow(text(m.Long))},
	}
	if m.Ended != 0 {
		item.Name += " (ended " + m.Ended.String() + ")"
		item.Children = append(item.Children, muted("ended "+m.Ended.String()))
	}
	return item
}
