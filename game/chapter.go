package game

import (
	"fmt"
	"strings"
	"time"

	"coderounds/codesets"
	"coderounds/game/view"
	"coderounds/quiz"
)

// ChapterScene is what is known of one chapter of ICD-10-CM, by its sections, and the way to a round of it.
type ChapterScene struct {
	desk  *Desk
	back  Scene
	group codesets.Group
	now   time.Time
}

// NewChapter opens a chapter of the loaded ICD-10-CM.
func NewChapter(desk *Desk, back Scene, group codesets.Group, now time.Time) *ChapterScene {
	return &ChapterScene{desk, back, group, now}
}

// Update implements [Scene].
func (c *ChapterScene) Update(in Input) Scene {
	for _, e := range in.Events {
		if next := dropped(c.desk, e, c); next != nil {
			return next
		}
		switch {
		case e.Kind == view.Back, e.Kind == view.Press && e.ID == "back":
			return c.back
		case e.Kind == view.Press && e.ID == "start":
			plan := c.desk.plan(codesets.ICD10CM)
			plan.Topic, plan.Worth = c.group.Title, quiz.NewRevision(c.desk.Journal.Memory())
			return NewRound(c.desk, plan, in.Now)
		}
	}
	return c
}

// View implements [Scene].
func (c *ChapterScene) View() view.Part {
	sections, all := c.sections()
	title := "Chapter " + c.group.Label
	p := page("chapter", title+": "+c.group.Title, head(wrap(12, button("back", "Back"), heading(title, view.Title))),
		down(4, heading(c.group.Title, view.Large), muted(fmt.Sprintf("%s–%s. %s of %s known; %s met, and of those %s.",
			c.group.First, c.group.Last, percent(all.Share()), counted(all.Cards, "card", "cards"), number(all.Met), percent(all.OfMet())))))
	list := card(14)
	for _, s := range sections {
		n := muted(fmt.Sprintf("%s of %s", percent(s.Share()), number(s.Cards)))
		list.Children = append(list.Children, down(4, across(12, grow(text(s.Topic)), n), progress(s.Topic+" known", s.Share(), view.ToneCM)))
	}
	if len(sections) == 0 {
		list.Children = append(list.Children, text("No card of this chapter is in the curriculum."))
		p.Children = append(p.Children, list)
		return p
	}
	start := primary("start", "Start a round of this chapter")
	start.State |= view.Wanted
	p.Children = append(p.Children, list, foot(start))
	return p
}

// sections returns what is known of each section of the chapter, and of all of it.
func (c *ChapterScene) sections() (sections []quiz.Known, all quiz.Known) {
	set, memory, day := c.desk.Library.Set(codesets.ICD10CM), c.desk.Journal.Memory(), today(c.now)
	place := make(map[string]int)
	for _, d := range c.desk.Decks() {
		for _, card := range d.Cards() {
			if card.System != codesets.ICD10CM || card.Topic != c.group.Title {
				continue
			}
			k, counts := quiz.KnownOf(&card, memory, day)
			if !counts {
				continue
			}
			name := sectionOf(set, card.Family)
			at, ok := place[name]
			if !ok {
				at = len(sections)
				place[name] = at
				sections = append(sections, quiz.Known{System: card.System, Topic: name})
			}
			sections[at].Add(k)
			all.Add(k)
		}
	}
	return sections, all
}

// sectionOf names the section that a family of codes stands in.
func sectionOf(set *codesets.Set, family string) string {
	_, category, _ := strings.Cut(family, "/")
	first, _ := set.Prefix(nil, category, 1)
	if len(first) == 0 {
		return category
	}
	for _, g := range set.Groups(int(first[0])) {
		if g.Level == codesets.Section {
			return g.Label + " " + g.Title
		}
	}
	return category
}
