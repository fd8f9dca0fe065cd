package game

import (
	"strconv"
	"strings"

	"coderounds/game/view"
)

// spotOf finds the place on the way that a part belongs to, by the number in its id.
func (l *Lookup) spotOf(id, kind string) *spot {
	number, is := strings.CutPrefix(id, kind)
	n, err := strconv.Atoi(number)
	if !is || err != nil || n < 0 || n >= len(l.way) {
		return nil
	}
	return l.way[n]
}

// renewed is the same look-up in the books that are open now.
func (l *Lookup) renewed() *Lookup {
	other := *l
	other.way = make([]*spot, len(l.way))
	for i, s := range l.way {
		same := *s
		other.way[i] = &same
	}
	other.reopen()
	return &other
}

// reopen finds the places again in the books that are open now; the way ends where one is no more.
func (l *Lookup) reopen() {
	l.library = l.desk.Library
	l.fill()
	for i, s := range l.way {
		if s.place = open(l.library, s.address()); s.place == nil {
			l.way = l.way[:i]
			return
		}
	}
}

// enter goes on to a place; from is the part that was pressed. One that is shown already is not gone to again.
func (l *Lookup) enter(to place, from string) {
	if n := len(l.way); n == 0 {
		l.came = from
	} else if l.way[n-1].address() == to.address() {
		return
	} else {
		l.way[n-1].came = from
	}
	l.way = append(l.way, &spot{place: to, depth: len(l.way)})
}

// shown is the place where the player is, or else the first page. The part that led on from it has the focus when the player
// comes back, and the first one on a page that is new.
func (l *Lookup) shown() view.Part {
	n := len(l.way)
	if n == 0 {
		first := l.results()
		if l.came != "" {
			wanted(&first, l.came)
		}
		return first
	}
	s := l.way[n-1]
	p := s.show(s)
	wanted(&p, s.came)
	return p
}

// wanted marks the part that takes the focus: the one with the id, or else the first entry of the page, or else the
// first button that leads on from it.
func wanted(p *view.Part, id string) {
	if q := p.Find(id); q != nil && q.Focusable() {
		q.State |= view.Wanted
		return
	}
	var entry, leads *view.Part
	p.Each(func(q *view.Part) bool {
		switch {
		case !q.Focusable() || strings.HasPrefix(q.ID, "crumb:"):
		case q.Role == view.Item || q.Role == view.Choice:
			entry = q
		case q.Role == view.Button && leads == nil:
			leads = q
		}
		return entry == nil
	})
	if entry == nil {
		entry = leads
	}
	if entry != nil {
		entry.State |= view.Wanted
	}
}

func isCodePage(p place) bool {
	_, is := p.(*codePage)
	return is
}

// beside is what stands at the side of a code where there is room: the results, or the list that the code was found in.
func (l *Lookup) beside() view.Part {
	n := len(l.way)
	if n == 0 {
		return view.Part{}
	}
	last := l.way[n-1].place
	if !isCodePage(last) {
		return view.Part{}
	}
	var p view.Part
	came := l.came
	if strings.TrimSpace(l.typed) != "" {
		p = l.results()
	} else {
		for i := n - 2; i >= 0 && p.Children == nil; i-- {
			if s := l.way[i]; !isCodePage(s.place) {
				aside := *s
				aside.near = s.came
				p, came = s.show(&aside), s.came
			}
		}
	}
	if q := p.Find(last.address()); q != nil {
		came = q.ID
	}
	p.Each(func(q *view.Part) bool {
		if q.ID != "" && q.ID == came {
			q.State |= view.Chosen
		}
		q.State &^= view.Wanted
		return true
	})
	return p
}
