package game

import (
	"fmt"
	"slices"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// Lookup is the scene of the open books: searching them all, and browsing each. Results come by book; a code or another
// place of a book opens beside them, and leads on to others. Back leads the same way back.
type Lookup struct {
	desk    *Desk
	back    Scene
	typed   string
	groups  []shelf
	most    map[codesets.System]int // results shown, where more than perBook are asked for
	came    string                  // the part of the first page that was pressed to go on
	way     []*spot                 // the places gone through, the one that is shown last; none on the first page
	rooted  bool                    // opened on a code: from there Back leaves
	library *codesets.Library       // that the places are of
}

// shelf is what one book has for a query.
type shelf struct {
	codesets.Found
}

// NewLookup opens the look-up, on a code when query is one. Back leads to the scene given.
func NewLookup(desk *Desk, back Scene, query string) *Lookup {
	l := &Lookup{desk: desk, back: back, library: desk.Library}
	for _, set := range desk.Library.Sets() {
		if at, ok := set.Find(query); ok && !l.rooted {
			l.search(set.Release().System.Format(query))
			l.enter(&codePage{codesets.Hit{Set: set, At: at}}, "")
			l.rooted = true
		}
	}
	return l
}

// perBook is how many results each book shows.
const perBook = 12

func (l *Lookup) search(typed string) {
	l.typed, l.most = typed, make(map[codesets.System]int)
	l.fill()
}

// fill looks the results up, as many as are asked for. Where no book has any, it is what comes nearest.
func (l *Lookup) fill() {
	l.groups = nil
	most := func(set *codesets.Set) int { return perBook + l.most[set.Release().System] }
	for _, found := range codesets.Answer(l.desk.Library.Sets(), l.typed, most) {
		if found.Total > 0 {
			l.groups = append(l.groups, shelf{found})
		}
	}
}

// Update implements [Scene].
func (l *Lookup) Update(in Input) Scene {
	if l.library != l.desk.Library {
		l.reopen()
	}
	for _, e := range in.Events {
		if next := dropped(l.desk, e, l); next != nil {
			return next
		}
		switch {
		case e.Kind == view.Edit:
			l.edit(e)
		case e.Kind == view.Back, e.Kind == view.Press && e.ID == "back":
			if len(l.way) == 0 || l.rooted && len(l.way) == 1 {
				return l.leave(in)
			}
			l.way = l.way[:len(l.way)-1]
		case e.Kind == view.Press:
			l.press(e.ID)
		}
	}
	return l
}

// edit takes what is typed into the search field, or into the one of a list.
func (l *Lookup) edit(e view.Event) {
	if e.ID == "search" {
		if e.Text != l.typed {
			l.way, l.came, l.rooted = nil, "", false
			l.search(e.Text)
		}
		return
	}
	if s := l.spotOf(e.ID, "filter/"); s != nil && s.filter != e.Text {
		s.filter, s.more = e.Text, 0
	}
}

// leave returns to the scene before; the home page learns the time.
func (l *Lookup) leave(in Input) Scene {
	if h, ok := l.back.(*Home); ok {
		h.now = in.Now
	}
	return l.back
}

func (l *Lookup) press(id string) {
	switch {
	case id == "results":
		l.way, l.rooted = nil, false
		return
	case id == "crumb:books":
		l.way, l.rooted, l.came = nil, false, ""
		l.search("")
		return
	case id == "search" && len(l.groups) > 0:
		l.enter(&codePage{l.groups[0].Hits[0]}, "")
		return
	}
	if s := l.spotOf(id, "more/"); s != nil {
		s.more += perPage
		return
	}
	if key, is := strings.CutPrefix(id, "more/"); is {
		system, _ := codesets.SystemByKey(key)
		l.most[system] += 2 * perBook
		l.fill()
		return
	}
	if to := open(l.library, id); to != nil {
		l.enter(to, id)
	}
}

// codeID is the id of a part that opens a code. One code may stand in several places of a page, so the place is in it.
func codeID(place string, h codesets.Hit) string {
	return "code/" + h.Set.Release().System.Key() + "/" + h.Code().Code + place
}

// View implements [Scene].
func (l *Lookup) View() view.Part {
	if l.library != l.desk.Library {
		return l.renewed().View() // books were opened meanwhile
	}
	id, title := "lookup", "Look up"
	if n := len(l.way); n > 0 {
		id, title = fmt.Sprintf("lookup/%d/%s", n, l.way[n-1].address()), l.way[n-1].title()
	}
	field := searchField(l.typed, "Search all books")
	if len(l.way) > 0 || l.came != "" {
		field.State &^= view.Wanted
	}
	p := page(id, title, head(across(12, button("back", "Back"), grow(field))))
	p.Layout.MaxW = wideWidth
	beside, shown := l.beside(), l.shown()
	if beside.Children == nil {
		p.Children = append(p.Children, shown)
		return p
	}
	beside.Layout.Beside, beside.Layout.Grow = true, 1
	shown.Layout.Grow = 1
	p.Children = append(p.Children, view.Part{Layout: view.Layout{Gap: 24, SideBy: 860, Align: view.Stretch}, Children: []view.Part{beside, shown}})
	return p
}

func (l *Lookup) results() view.Part {
	if strings.TrimSpace(l.typed) == "" {
		return shelfPage(l.library)
	}
	all := down(20)
	for _, g := range l.groups {
		system := g.Hits[0].Set.Release().System
		list := view.Part{Role: view.List, Name: system.String(), Layout: view.Layout{Gap: 4}}
		for _, h := range g.Hits {
			item := hitItem(codeID("", h), h, l.typed)
			list.Children = append(list.Children, item)
		}
		if g.Total > len(g.Hits) {
			list.Children = append(list.Children, quiet("more/"+system.Key(), "Show more"))
		}
		count := muted(found(g.Total, len(g.Hits)).Name)
		shown := down(8, across(12, chip(system), count), list)
		shown.Children = slices.Insert(shown.Children, 1, otherwise(g.Found)...)
		all.Children = append(all.Children, shown)
	}
	if len(l.groups) == 0 {
		all.Children = append(all.Children, l.nothing())
	}
	return all
}

// choiceOf tells that the books may be why nothing was found, where some hold only a choice of codes.
func choiceOf(library *codesets.Library) string {
	for _, s := range library.Sets() {
		if s.Release().Starter {
			return " Or the code is in none of your books yet: starter sets hold a choice. Drop the full release onto the game to search all codes."
		}
	}
	return ""
}

// nothing says that no code matches, and in the book that comes nearest why.
func (l *Lookup) nothing() view.Part {
	says := view.Part{Role: view.Status, Name: "No code matches. Try fewer letters, or another word; titles use official terms." + choiceOf(l.desk.Library)}
	p := down(8)
	best := l.desk.Library.Check(l.typed)
	if strings.ContainsAny(best.Typed, "0123456789") {
		says.Name = best.String()
	}
	p.Children = append(p.Children, says)
	if in := l.desk.Library.Set(best.Release.System); in != nil && best.Code.Code != "" {
		if at, ok := in.Find(best.Code.Code); ok {
			h := codesets.Hit{Set: in, At: at}
			p.Children = append(p.Children, hitItem(codeID("/meant", h), h, ""))
		}
	}
	return p
}
