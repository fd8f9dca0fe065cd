package screen

import (
	"coderounds/game/view"
)

func down(gap float64, children ...view.Part) view.Part {
	return view.Part{Layout: view.Layout{Gap: gap}, Children: children}
}

func across(gap float64, children ...view.Part) view.Part {
	return view.Part{Layout: view.Layout{Axis: view.Across, Gap: gap, Align: view.Center}, Children: children}
}

func says(s string) view.Part { return view.Part{Role: view.Text, Name: s} }

func small(s string) view.Part {
	return view.Part{Role: view.Text, Name: s, Style: view.Style{Tone: view.Muted, Size: view.Small}}
}

func head(s string, size view.Size) view.Part {
	return view.Part{Role: view.Heading, Name: s, Style: view.Style{Size: size, Bold: true}}
}

func keycap(s string) view.Part {
	return view.Part{Role: view.KeyCap, Name: s, Style: view.Style{Size: view.Small, Tone: view.Muted}}
}

func press(id, name, key string) view.Part {
	b := view.Part{Role: view.Button, ID: id, Name: name, Keys: []string{key},
		Layout:   view.Layout{Axis: view.Across, Gap: 8, Align: view.Center, Justify: view.Center},
		Children: []view.Part{{Role: view.Text, Name: name, Style: view.Style{Bold: true}}}}
	if key != "" {
		b.Children = append(b.Children, keycap(key))
	}
	return b
}

func grown(p view.Part) view.Part {
	p.Layout.Grow = 1
	return p
}

func chip(name string, tone view.Tone) view.Part {
	return view.Part{Role: view.Chip, Name: name, Style: view.Style{Size: view.Small, Bold: true, Tone: tone, Fill: view.Tinted}}
}

// sampleHome is a home page as the game's is: a card with bars, two ways on, a strip of days.
func sampleHome() view.Part {
	bars := down(12)
	for i, b := range []struct {
		name, due, share string
	}{{"ICD-10-CM", "18 due", "0.53"}, {"ICD-10-PCS", "9 due", "0.26"}, {"HCPCS II", "5 due", "0.15"}, {"CPT II", "2 due", "0.06"}} {
		tone := view.ToneCM + view.Tone(i)
		bars.Children = append(bars.Children, across(12,
			view.Part{Role: view.Text, Name: b.name, Style: view.Style{Tone: tone, Bold: true, Size: view.Small}, Layout: view.Layout{Width: 96}},
			grown(view.Part{Role: view.Progress, Value: b.share, Style: view.Style{Tone: tone}}),
			view.Part{Role: view.Text, Name: b.due, Style: view.Style{Size: view.Small, Tone: view.Muted}, Layout: view.Layout{Width: 56, Justify: view.End}}))
	}
	start := press("start", "Start round", "Enter")
	start.State = view.Primary | view.Wanted
	start.Style, start.Layout.MinH = view.Style{Fill: view.Solid, Tone: view.Accent}, 52
	today := view.Part{Style: view.Style{Fill: view.Surface, Border: true}, Layout: view.Layout{Gap: 24, Pad: 20}, Children: []view.Part{
		down(4, head("Today: 12 minutes, 34 questions", view.Large), small("34 cards are due, then new ones.")), bars, start}}
	ways := view.Part{Layout: view.Layout{Gap: 16, SideBy: 560}}
	for _, w := range [][3]string{{"Look up", "Search every loaded code", "L"}, {"Modes", "Sprint, ladder, one book only", "M"}, {"Exam day", "Timed, mixed, no help", "E"}} {
		b := press(w[0], w[0], w[2])
		b.Layout = view.Layout{Pad: 20, Gap: 4, Grow: 1}
		b.Children = []view.Part{across(8, grown(view.Part{Role: view.Text, Name: w[0], Style: view.Style{Bold: true}}), keycap(w[2])), small(w[1])}
		ways.Children = append(ways.Children, b)
	}
	week := across(8)
	week.Layout.Justify = view.Between
	for i, d := range []string{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"} {
		c := view.Part{Role: view.Chip, Name: d, Style: view.Style{Size: view.Small, Tone: view.Muted}, Layout: view.Layout{MinW: 36, Justify: view.Center}}
		if i == 1 || i > 3 {
			c.Style = view.Style{Size: view.Small, Tone: view.ToneRight, Fill: view.Tinted, Bold: true}
		}
		week.Children = append(week.Children, c)
	}
	return view.Part{Role: view.Page, ID: "home", Layout: view.Layout{Gap: 24, MaxW: 720}, Children: []view.Part{
		down(4, small("Code Rounds"), head("Good evening", view.Display)), today, ways, week,
		small("ICD-10-CM FY2026 · 98,186 codes · ICD-10-PCS FY2026 · 79,115 codes")}}
}

// sampleQuestion is a question with four answers; after it, the first is right and the third was chosen.
func sampleQuestion(after bool) view.Part {
	progress := view.Part{Role: view.Progress, Value: "0.35", Layout: view.Layout{Head: true}}
	answers := down(12)
	for i, a := range []struct{ code, title string }{
		{"S72.001A", "Fracture of unspecified part of neck of right femur, initial encounter for closed fracture"},
		{"S72.002A", "Fracture of unspecified part of neck of left femur, initial encounter for closed fracture"},
		{"S72.001D", "Fracture of unspecified part of neck of right femur, subsequent encounter for closed fracture with routine healing"},
		{"S72.009A", "Fracture of unspecified part of neck of unspecified femur, initial encounter for closed fracture"},
	} {
		letter := string(rune('A' + i))
		c := view.Part{Role: view.Choice, ID: "answer/" + letter, Name: a.title, Keys: []string{letter},
			Layout: view.Layout{Axis: view.Across, Gap: 16, Pad: 16, Align: view.Center},
			Children: []view.Part{
				{Role: view.Text, Name: letter, Style: view.Style{Bold: true, Tone: view.Muted}},
				grown(down(2, view.Part{Role: view.Text, Name: a.code, Style: view.Style{Mono: true, Bold: true, Size: view.Large}},
					small(a.title))),
			}}
		if after {
			switch i {
			case 0:
				c.State = view.Right
			case 2:
				c.State = view.Wrong | view.Chosen
			default:
				c.State = view.Disabled
			}
		}
		answers.Children = append(answers.Children, c)
	}
	p := view.Part{Role: view.Page, ID: "question", Layout: view.Layout{Gap: 24}, Children: []view.Part{
		progress,
		across(12, chip("ICD-10-CM", view.ToneCM), small("Injuries, seventh character")),
		head("A 71-year-old slipped on ice. Closed fracture of the neck of the right thigh bone, seen in the emergency department.", view.Title),
		answers}}
	if after {
		next := press("next", "Continue", "Enter")
		next.State, next.Style, next.Layout.Foot = view.Primary|view.Wanted, view.Style{Fill: view.Solid, Tone: view.Accent}, true
		p.Children = append(p.Children, across(12, view.Part{Role: view.Mark, State: view.Wrong, Style: view.Style{Size: view.Title}},
			head("Not yet", view.Title)), says("The seventh character tells the encounter: this is the first, so A."), next)
	}
	return p
}

// sampleEntry is a page with a field of boxes, a search field with text in it, and small buttons.
func sampleEntry() view.Part {
	quiet := press("look", "Look it up", "L")
	quiet.Style = view.Style{Tone: view.Muted}
	quiet.Children[0].Style = view.Style{Tone: view.Muted}
	off := press("off", "Not now", "")
	off.State = view.Disabled
	item := view.Part{Role: view.Item, ID: "item/1", Layout: view.Layout{Axis: view.Across, Gap: 16}, Children: []view.Part{
		{Role: view.Text, Name: "S72.001A", Style: view.Style{Mono: true, Bold: true}},
		grown(view.Part{Role: view.Text, Spans: []view.Span{{Text: "Frac", Bold: true}, {Text: "ture of unspecified part of "}, {Text: "neck", Bold: true}, {Text: " of right femur"}}}),
	}}
	second := item
	second.ID, second.State = "item/2", view.Chosen
	return view.Part{Role: view.Page, ID: "entry", Layout: view.Layout{Gap: 24}, Children: []view.Part{
		across(12, chip("ICD-10-CM", view.ToneCM), chip("ICD-10-PCS", view.TonePCS), chip("HCPCS II", view.ToneHCPCS), chip("CPT II", view.ToneCPT2)),
		head("Type the code", view.Title),
		{Role: view.Field, ID: "code", Name: "Code", Value: "S720", Slots: []int{3, 4}, Style: view.Style{Mono: true}},
		{Role: view.Field, ID: "search", Name: "Search", Value: "frac neck", State: view.Wanted},
		{Role: view.Field, ID: "empty", Name: "Search", Hint: "Words of a title, or the first characters of a code"},
		down(0, item, second),
		{Role: view.Rule},
		{Role: view.Table, Name: "Seventh characters", Layout: view.Layout{Gap: 8}, Children: []view.Part{
			{Layout: view.Layout{Axis: view.Across, Gap: 16}, Children: []view.Part{{Role: view.Text, Name: "A", Style: view.Style{Mono: true, Bold: true}}, grown(says("initial encounter for closed fracture"))}},
			{Layout: view.Layout{Axis: view.Across, Gap: 16}, Children: []view.Part{{Role: view.Text, Name: "D", Style: view.Style{Mono: true, Bold: true}}, grown(says("subsequent encounter for fracture with routine healing"))}},
		}},
		across(12, quiet, off, press("dispute", "Dispute", "")),
	}}
}

func sampleDialog() view.Part {
	p := sampleHome()
	erase := press("erase", "Erase everything", "")
	erase.State, erase.Style = view.Primary, view.Style{Tone: view.ToneWrong}
	keep := press("keep", "Keep it", "")
	keep.State = view.Wanted
	p.Children = append(p.Children, view.Part{Role: view.Dialog, Name: "Erase everything?", Layout: view.Layout{Gap: 20}, Children: []view.Part{
		head("Erase everything?", view.Large), says("All answers, settings and files on this device will be gone. This cannot be undone."),
		{Layout: view.Layout{Axis: view.Across, Gap: 12, Justify: view.End}, Children: []view.Part{keep, erase}}}})
	return p
}
