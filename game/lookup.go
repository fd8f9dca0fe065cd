package game

import (
	"fmt"
	"slices"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// Lookup is the scene of free search over all open books: results by book, and beside them the chosen code with
// everything that is known of it.
type Lookup struct {
	desk   *Desk
	back   Scene
	typed  string
	groups []shelf
	most   map[codesets.System]int // results shown, where more than perBook are asked for
	chosen codesets.Hit            // Set is nil while none is
}

// shelf is what one book has for a query.
type shelf struct {
	codesets.Found
}

// NewLookup opens the look-up, on a code when query is one. Back leads to the scene given.
func NewLookup(desk *Desk, back Scene, query string) *Lookup {
	l := &Lookup{desk: desk, back: back}
	for _, set := range desk.Library.Sets() {
		if at, ok := set.Find(query); ok && l.chosen.Set == nil {
			l.chosen = codesets.Hit{Set: set, At: at}
			l.search(set.Release().System.Format(query))
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

// fill looks the results up, as many as are asked for.
func (l *Lookup) fill() {
	l.groups = nil
	for _, set := range l.desk.Library.Sets() {
		if found := set.Look(l.typed, perBook+l.most[set.Release().System]); found.Total > 0 {
			l.groups = append(l.groups, shelf{found})
		}
	}
}

// Update implements [Scene].
func (l *Lookup) Update(in Input) Scene {
	for _, e := range in.Events {
		if next := dropped(l.desk, e, l); next != nil {
			return next
		}
		switch e.Kind {
		case view.Edit:
			if e.Text != l.typed {
				l.chosen = codesets.Hit{}
				l.search(e.Text)
			}
		case view.Back:
			if l.chosen.Set == nil {
				return l.leave(in)
			}
			l.chosen = codesets.Hit{}
		case view.Press:
			if e.ID == "back" {
				return l.leave(in)
			}
			l.press(e.ID)
		}
	}
	return l
}

// leave returns to the scene before; the home page learns the time.
func (l *Lookup) leave(in Input) Scene {
	if h, ok := l.back.(*Home); ok {
		h.now = in.Now
	}
	return l.back
}

func (l *Lookup) press(id string) {
	if id == "results" {
		l.chosen = codesets.Hit{}
		return
	}
	if id == "search" && len(l.groups) > 0 {
		l.chosen = l.groups[0].Hits[0]
		return
	}
	parts := strings.Split(id, "/")
	if len(parts) == 2 && parts[0] == "more" {
		system, _ := codesets.SystemByKey(parts[1])
		l.most[system] += 2 * perBook
		l.fill()
		return
	}
	if len(parts) < 3 || parts[0] != "code" {
		return
	}
	system, _ := codesets.SystemByKey(parts[1])
	if set := l.desk.Library.Set(system); set != nil {
		if at, found := set.Find(parts[2]); found {
			l.chosen = codesets.Hit{Set: set, At: at}
		}
	}
}

// codeID is the id of a part that opens a code. One code may stand in several places of a page, so the place is in it.
func codeID(place string, h codesets.Hit) string {
	return "code/" + h.Set.Release().System.Key() + "/" + h.Code().Code + place
}

// View implements [Scene].
func (l *Lookup) View() view.Part {
	id := "lookup"
	if l.chosen.Set != nil {
		id += "/" + l.chosen.Code().Code
	}
	field := searchField(l.typed, "Search all books")
	if l.chosen.Set != nil {
		field.State &^= view.Wanted
	}
	p := page(id, "Look up", head(across(12, button("back", "Back"), grow(field))))
	p.Layout.MaxW = wideWidth
	results := l.results()
	if l.chosen.Set == nil {
		p.Children = append(p.Children, results)
		return p
	}
	results.Layout.Beside, results.Layout.Grow = true, 1
	detail := l.detail()
	detail.Layout.Grow = 1
	p.Children = append(p.Children, view.Part{Layout: view.Layout{Gap: 24, SideBy: 860, Align: view.Stretch}, Children: []view.Part{results, detail}})
	return p
}

func (l *Lookup) results() view.Part {
	if strings.TrimSpace(l.typed) == "" {
		return down(8, muted("Type the beginnings of words (\"frac fem neck\"), or a code (\"S72.0\")."), l.books())
	}
	all := down(20)
	for _, g := range l.groups {
		system := g.Hits[0].Set.Release().System
		list := view.Part{Role: view.List, Name: system.String(), Layout: view.Layout{Gap: 4}}
		for _, h := range g.Hits {
			item := hitItem(codeID("", h), h, l.typed)
			if h.Is(l.chosen) {
				item.State |= view.Chosen
			}
			list.Children = append(list.Children, item)
		}
		if g.Total > len(g.Hits) {
			list.Children = append(list.Children, quiet("more/"+system.Key(), "Show more"))
		}
		count := muted(found(g.Total, len(g.Hits)).Name)
		shown := down(8, across(12, chip(system), count), list)
		if len(g.Slips) > 0 {
			shown.Children = slices.Insert(shown.Children, 1, taken(g.Slips))
		}
		all.Children = append(all.Children, shown)
	}
	if len(l.groups) == 0 {
		all.Children = append(all.Children, l.nothing())
	}
	return all
}

// nothing says that no code matches, and in the book that comes nearest why.
func (l *Lookup) nothing() view.Part {
	says := view.Part{Role: view.Status, Name: "No code matches. Try fewer letters, or another word; titles use official terms."}
	p := down(8)
	typed := codesets.Normalize(l.typed)
	best := codesets.Verdict{}
	var in *codesets.Set // that the best is of
	for _, set := range l.desk.Library.Sets() {
		v := set.Check(typed)
		if v.Finding != codesets.Unknown {
			best, in = v, set
			break
		}
		if v.At > best.At {
			best, in = v, set
		}
	}
	if strings.ContainsAny(typed, "0123456789") && best.Typed != "" {
		says.Name = best.String()
	}
	p.Children = append(p.Children, says)
	if in != nil && best.Code.Code != "" {
		if at, ok := in.Find(best.Code.Code); ok {
			h := codesets.Hit{Set: in, At: at}
			p.Children = append(p.Children, hitItem(codeID("/meant", h), h, ""))
		}
	}
	return p
}

// books says what there is to search.
func (l *Lookup) books() view.Part {
	p := down(4)
	for _, s := range l.desk.Library.Sets() {
		p.Children = append(p.Children, muted(loadedLine(s)))
	}
	return p
}

// detail is everything known of the chosen code.
func (l *Lookup) detail() view.Part {
	set, at := l.chosen.Set, l.chosen.At
	c := l.chosen.Code()
	shown := code(set.Release().System.Format(c.Code), view.Display)
	shown.Role = view.Heading
	shown.Style.Tone = tone(set.Release().System)
	p := down(16, across(12, chip(set.Release().System), grow(muted(set.Release().Label)), quiet("results", "Close")),
		shown, heading(c.Long, view.Large), muted(set.Check(c.Code).String()), l.path())
	if kids := set.Children(at); len(kids) > 0 {
		p.Children = append(p.Children, l.children(kids))
	}
	if apart := apartCard(set, c.Code); apart.Children != nil {
		p.Children = append(p.Children, apart)
	}
	if notes := notesCard(set, at); notes.Children != nil {
		p.Children = append(p.Children, notes)
	} else if set.Release().System == codesets.ICD10CM && !set.HasNotes() {
		p.Children = append(p.Children, muted("No notes are loaded for this release."))
	}
	return p
}

// path is the breadcrumb: each ancestor can be opened.
func (l *Lookup) path() view.Part {
	set, at := l.chosen.Set, l.chosen.At
	c := card(4)
	for _, g := range set.Groups(at) {
		kind := "Section"
		if g.Level == codesets.Chapter {
			kind = "Chapter"
		}
		c.Children = append(c.Children, muted(fmt.Sprintf("%s %s · %s", kind, g.Label, g.Title)))
	}
	for _, i := range set.Path(at) {
		if i != at {
			h := codesets.Hit{Set: set, At: i}
			c.Children = append(c.Children, hitItem(codeID("/above", h), h, ""))
		}
	}
	return c
}

// chosen reminds that a starter set is a choice.
func chosen(set *codesets.Set) string {
	if set.Release().Starter {
		return " in the starter set"
	}
	return ""
}

// childrenMost is how many codes below a header are listed.
const childrenMost = 40

func (l *Lookup) children(kids []int) view.Part {
	c := card(4, heading(counted(len(kids), "code", "codes")+" directly below it"+chosen(l.chosen.Set), view.Small))
	for _, i := range kids[:min(len(kids), childrenMost)] {
		h := codesets.Hit{Set: l.chosen.Set, At: i}
		c.Children = append(c.Children, hitItem(codeID("/below", h), h, ""))
	}
	if len(kids) > childrenMost {
		c.Children = append(c.Children, muted(fmt.Sprintf("The first %d are shown; type more of the code to see others.", childrenMost)))
	}
	return c
}
