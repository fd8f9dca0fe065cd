package game

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"coderounds/codesets"
	"coderounds/game/view"
	"coderounds/quiz"
)

// known says how much would come to mind, of everything and by book.
func (s *Statistics) known() view.Part {
	all := s.survey.All()
	c := card(20, heading("Known", view.Large), view.Part{Layout: view.Layout{Gap: 16, SideBy: 240}, Children: []view.Part{
		{Role: view.Text, Name: percent(all.Share()), Style: view.Style{Size: view.Display, Bold: true}},
		grow(down(2, text("of the curriculum would come to mind"),
			muted(fmt.Sprintf("%s of %s expected. Of the %s you have met: %s. What you answered today counts as it will tomorrow.",
				number(int(all.Recalled+0.5)), number(all.Cards), number(all.Met), percent(all.OfMet()))))),
	}})
	bars := down(12)
	for _, system := range append(codesets.Systems(), 0) {
		if k := s.survey.Book(system); k.Cards > 0 {
			bars.Children = append(bars.Children, knownBar(book(system), k))
		}
	}
	c.Children = append(c.Children, bars)
	return c
}

// knownBar is a line with a bar: what it is, the share known, and of how many. Where it is narrow, they stand one under another.
func knownBar(name string, k quiz.Known) view.Part {
	n := muted(fmt.Sprintf("%s of %s", percent(k.Share()), number(k.Cards)))
	n.Layout = view.Layout{MinW: 88, Justify: view.End}
	bar := view.Part{Layout: view.Layout{Justify: view.Center, Grow: 1}, Children: []view.Part{progress(name+" known", k.Share(), tone(k.System))}}
	return view.Part{Layout: view.Layout{Gap: 8, SideBy: 240}, Children: []view.Part{
		{Role: view.Text, Name: name, Style: view.Style{Tone: tone(k.System), Bold: true, Size: view.Small}, Layout: view.Layout{MinW: 118}},
		bar, n,
	}}
}

// knownChapter is a chapter of ICD-10-CM and what is known of it.
type knownChapter struct {
	group codesets.Group
	known quiz.Known
}

// chapters returns those of the loaded ICD-10-CM, in order.
func (s *Statistics) chapters() []knownChapter {
	var all []knownChapter
	for _, g := range chaptersOf(s.desk.Library) {
		all = append(all, knownChapter{group: g, known: quiz.Known{System: codesets.ICD10CM, Topic: g.Title}})
	}
	for _, k := range s.survey.Topics() {
		for i := range all {
			if k.System == codesets.ICD10CM && k.Topic == all[i].group.Title {
				all[i].known = k
			}
		}
	}
	return all
}

func chaptersOf(library *codesets.Library) []codesets.Group {
	set := library.Set(codesets.ICD10CM)
	if set == nil {
		return nil
	}
	var chapters []codesets.Group
	for _, g := range set.AllGroups() {
		if g.Level == codesets.Chapter {
			chapters = append(chapters, g)
		}
	}
	return chapters
}

// shortNames are the 22 chapters in a word or two.
var shortNames = [...]string{"Infections", "Neoplasms", "Blood, immune", "Endocrine", "Mental", "Nervous", "Eye", "Ear",
	"Circulation", "Respiration", "Digestion", "Skin", "Muscles, bones", "Urinary, genital", "Pregnancy", "Perinatal",
	"Congenital", "Symptoms", "Injury", "External cause", "Health status", "Special"}

// shortName is what a tile calls a chapter.
func shortName(g codesets.Group) string {
	if n, err := strconv.Atoi(g.Label); err == nil && n >= 1 && n <= len(shortNames) {
		return shortNames[n-1]
	}
	return g.Title
}

// chapterTiles is the grid of chapters: the fuller a tile, the more is known. A press opens the chapter.
func (s *Statistics) chapterTiles() view.Part {
	chapters := s.chapters()
	if len(chapters) == 0 {
		return card(8, heading("Known by chapter", view.Large),
			text("No ICD-10-CM is loaded, so there are no chapters. Drop the official release onto the game."))
	}
	grid := view.Part{Layout: view.Layout{Axis: view.Across, Gap: 8, Wrap: true}}
	rows := make([][]string, 0, len(chapters))
	for i, c := range chapters {
		grid.Children = append(grid.Children, chapterTile(fmt.Sprintf("chapter/%d", i), c))
		rows = append(rows, []string{c.group.Label + " " + shortName(c.group), number(c.known.Cards), number(c.known.Met), percent(c.known.Share())})
	}
	c := card(16, down(4, heading("Known by chapter", view.Large), muted(chaptersSay(chapters)+" Press one to see its sections.")), grid)
	return s.open.below(c, figure{ID: "chapters", Title: "Known by chapter",
		Table: table("Known by chapter of ICD-10-CM", []string{"Chapter", "Cards", "Met", "Known"}, rows...)})
}

func chapterTile(id string, c knownChapter) view.Part {
	share := c.known.Share()
	top := across(4, grow(view.Part{Role: view.Text, Name: c.group.Label, Style: view.Style{Size: view.Small}}),
		view.Part{Role: view.Text, Name: percent(share), Style: view.Style{Bold: true, Size: view.Small}})
	return view.Part{
		Role: view.Button, ID: id, Value: strconv.FormatFloat(share, 'f', 2, 64),
		Name:   fmt.Sprintf("Chapter %s, %s: %s of %s known", c.group.Label, shortName(c.group), percent(share), counted(c.known.Cards, "card", "cards")),
		Style:  view.Style{Fill: view.Shaded, Tone: view.ToneCM, Border: true},
		Layout: view.Layout{Width: 98, MinH: 72, Grow: 1, Pad: 8, Gap: 2},
		Children: []view.Part{top,
			{Role: view.Text, Name: shortName(c.group), Style: view.Style{Size: view.Small}},
			{Layout: view.Layout{MinH: 4}}}, // the bar of a shaded part
	}
}

// chaptersSay names the best known chapter, and the least known of those begun.
func chaptersSay(chapters []knownChapter) string {
	met := slices.Clone(chapters)
	met = slices.DeleteFunc(met, func(c knownChapter) bool { return c.known.Met == 0 })
	if len(met) == 0 {
		return "You have met no chapter of ICD-10-CM yet."
	}
	slices.SortStableFunc(met, func(a, b knownChapter) int { return cmp.Compare(b.known.Share(), a.known.Share()) })
	best, least := met[0], met[len(met)-1]
	says := fmt.Sprintf("Best known: %s, %s.", shortName(best.group), percent(best.known.Share()))
	if len(met) > 1 {
		says += fmt.Sprintf(" Least: %s, %s.", shortName(least.group), percent(least.known.Share()))
	}
	return says
}

// topicsMost is how many topics are shown as bars, and topicLeast how many cards of one must have been met.
const (
	topicsMost = 6
	topicLeast = 3
)

// topics shows those that would gain most from practice, and all in a table.
func (s *Statistics) topics() view.Part {
	var begun []quiz.Known
	var rows [][]string
	for _, k := range s.survey.Topics() {
		if k.Met >= topicLeast {
			begun = append(begun, k)
		}
		if k.Met > 0 {
			rows = append(rows, []string{shortBook(k.System) + ": " + k.Topic, number(k.Cards), number(k.Met), percent(k.OfMet())})
		}
	}
	fig := figure{ID: "topics", Title: "Topics to look at again",
		Table: table("Topics met", []string{"Topic", "Cards", "Met", "Known"}, rows...)}
	c := card(16, down(4, heading(fig.Title, view.Large), muted("Of the cards that you have met there, you would recall the least.")))
	if len(begun) == 0 {
		c.Children = []view.Part{heading(fig.Title, view.Large), text("You have met too few cards of any topic yet. Play a round or two.")}
		return s.open.below(c, fig)
	}
	slices.SortStableFunc(begun, func(a, b quiz.Known) int { return cmp.Compare(a.OfMet(), b.OfMet()) })
	bars := down(14)
	for _, k := range begun[:min(len(begun), topicsMost)] {
		n := muted(fmt.Sprintf("%s · %s of %s", shortBook(k.System), percent(k.OfMet()), number(k.Met)))
		bars.Children = append(bars.Children, down(4, across(12, grow(text(upper(k.Topic))), n), progress(k.Topic+" known", k.OfMet(), tone(k.System))))
	}
	c.Children = append(c.Children, bars)
	return s.open.below(c, fig)
}

// shortBook is a system's name in a table.
func shortBook(s codesets.System) string {
	switch s {
	case codesets.ICD10CM:
		return "CM"
	case codesets.ICD10PCS:
		return "PCS"
	case codesets.HCPCS:
		return "HCPCS"
	case codesets.CPT2:
		return "CPT II"
	}
	return "Across"
}

// upper is a text with a capital first letter.
func upper(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}
