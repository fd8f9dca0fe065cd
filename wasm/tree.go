package wasm

import (
	"maps"
	"math"
	"strconv"
	"strings"

	"coderounds/game/view"
)

// sheet is a laid-out page as mirror.js takes it.
type sheet struct {
	Page  string `json:"page"`
	Title string `json:"title"`
	// Focus and Field are ids: what has the focus, and the field that typing goes to.
	Focus string `json:"focus"`
	Field string `json:"field"`
	// Claims are the keys that press a part of the page.
	Claims []string `json:"claims"`
	// Said is what the page's Status parts say.
	Said  string `json:"said"`
	Nodes []node `json:"nodes"`
}

// node is one element of the mirror. Its box is X, Y, W, H in CSS pixels, from its parent's corner.
type node struct {
	Key   string            `json:"k"`
	Tag   string            `json:"t"`
	ID    string            `json:"id,omitempty"`
	Attrs map[string]string `json:"a,omitempty"`
	Text  string            `json:"x,omitempty"`
	Box   [4]float64        `json:"b"`
	Kids  []node            `json:"c,omitempty"`
	// What follows is a Field's only. Font is the size of its letters in CSS pixels.
	Value *string `json:"v,omitempty"`
	Font  float64 `json:"f,omitempty"`
	// Slots are the right edges of a Field's boxes for single characters, from its left edge.
	Slots []float64 `json:"s,omitempty"`
}

// newSheet translates a laid-out page. Scale is how many CSS pixels one unit of the layout takes.
func newSheet(laid view.Result, scale float64, focus string) sheet {
	root := laid.Root
	top := root
	for _, k := range root.Kids {
		if k.Role == view.Dialog {
			top = k
		}
	}
	s := sheet{Page: root.ID, Title: root.Name, Focus: focus, Claims: []string{}}
	top.Each(func(b *view.Box) {
		if !b.Focusable() {
			return
		}
		s.Claims = append(s.Claims, b.Keys...)
		if b.Role == view.Field && s.Field == "" {
			s.Field = b.ID
		}
	})
	var said []string
	root.Each(func(b *view.Box) {
		if b.Role == view.Status && b.Name != "" {
			said = append(said, b.Name)
		}
	})
	s.Said = strings.Join(said, " ")
	w := writer{scale: scale}
	s.Nodes = w.kids(root, root.Rect, "")
	if !w.titled {
		s.Nodes = append([]node{{Key: "title", Tag: "h1", Text: root.Name}}, s.Nodes...)
	}
	if top != root {
		for i := range s.Nodes {
			if s.Nodes[i].Attrs["role"] != "dialog" {
				s.Nodes[i] = s.Nodes[i].with("inert", "")
			}
		}
	}
	return s
}

func (n node) with(name, value string) node {
	attrs := maps.Clone(n.Attrs)
	if attrs == nil {
		attrs = make(map[string]string)
	}
	attrs[name] = value
	n.Attrs = attrs
	return n
}

// writer turns boxes into nodes.
type writer struct {
	scale  float64
	titled bool // the page has its h1
}

// kids returns the nodes of what is in a box, placed from the corner of from. Groups that say
// nothing are left out and what is in them moves up.
func (w *writer) kids(b *view.Box, from view.Rect, path string) []node {
	var nodes []node
	for i, k := range b.Kids {
		at := path + "/" + strconv.Itoa(i)
		if k.Role == view.Group && k.ID == "" && k.Name == "" && b.Role != view.Table && !holdsChoices(k) {
			nodes = append(nodes, w.kids(k, from, at)...)
			continue
		}
		if n, ok := w.node(k, from, at); ok {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

func holdsChoices(b *view.Box) bool {
	for _, k := range b.Kids {
		if k.Role == view.Choice {
			return true
		}
	}
	return false
}

// node returns the node of one box; ok is false for what only the eye needs.
func (w *writer) node(b *view.Box, from view.Rect, path string) (n node, ok bool) {
	n = node{Key: path + b.Role.String(), ID: b.ID, Box: w.box(seen(b), from), Attrs: make(map[string]string)}
	if r := b.Rect.Intersect(b.Clip); r.W <= 0 || r.H <= 0 {
		n.Attrs["data-off"] = ""
	}
	if b.ID != "" {
		n.Key = "#" + b.ID
	}
	switch b.Role {
	case view.Rule, view.KeyCap:
		return n, false
	case view.Button, view.Choice:
		w.pressable(&n, b)
	case view.Field:
		w.field(&n, b)
	case view.Item:
		w.item(&n, b, path)
	case view.Mark:
		n.Tag, n.Attrs["role"], n.Attrs["aria-label"] = "span", "img", mark(b.State)
	case view.Progress:
		w.progress(&n, b)
	case view.Picture:
		n.Tag, n.Attrs["role"], n.Attrs["aria-label"] = "div", "img", b.Name
	case view.Heading:
		n.Tag = "h2"
		if !w.titled {
			n.Tag, w.titled = "h1", true
		}
		w.leaf(&n, b, path)
	case view.Text, view.Chip, view.Status:
		n.Tag = "p"
		w.leaf(&n, b, path)
	default:
		w.holder(&n, b, path)
	}
	return n, true
}

// holder writes what holds other parts.
func (w *writer) holder(n *node, b *view.Box, path string) {
	n.Tag = "div"
	if b.Name != "" {
		n.Attrs["aria-label"] = b.Name
	}
	switch b.Role {
	case view.List:
		// An explicit role, since Safari takes a list without bullets for no list.
		n.Tag, n.Attrs["role"] = "ul", "list"
	case view.Dialog:
		n.Attrs["role"], n.Attrs["aria-modal"] = "dialog", "true"
	case view.Table:
		n.Attrs["role"] = "table"
		n.Kids = w.rows(b, path)
		return
	default:
		if b.Name != "" || holdsChoices(b) {
			n.Attrs["role"] = "group"
		}
	}
	n.Kids = w.kids(b, seen(b), path)
}

// rows writes a table's rows and their cells. A first row all in bold heads the columns.
func (w *writer) rows(b *view.Box, path string) []node {
	rows := make([]node, 0, len(b.Kids))
	for i, r := range b.Kids {
		at := path + "/" + strconv.Itoa(i)
		role := "cell"
		if i == 0 && allBold(r.Kids) {
			role = "columnheader"
		}
		row := node{Key: at + "row", Tag: "div", Box: w.box(seen(r), seen(b)), Attrs: map[string]string{"role": "row"}}
		for j, c := range r.Kids {
			within := at + "/" + strconv.Itoa(j)
			cell := node{Key: within + "cell", Tag: "div", Box: w.box(seen(c), seen(r)), Attrs: map[string]string{"role": role}}
			if !pressableInside(c) && !c.Focusable() {
				cell.Text = says(c)
			} else if inner, ok := w.node(c, seen(c), within); ok {
				cell.Kids = []node{inner}
			}
			row.Kids = append(row.Kids, cell)
		}
		rows = append(rows, row)
	}
	return rows
}

func allBold(cells []*view.Box) bool {
	for _, c := range cells {
		if !c.Style.Bold && c.Role != view.Heading {
			return false
		}
	}
	return len(cells) > 0
}

// seen returns the part of a box that is not scrolled out of sight, so that it does not lie over what is drawn there. What is
// out of sight altogether keeps its box: the focus can go there, and the page follows.
func seen(b *view.Box) view.Rect {
	if r := b.Rect.Intersect(b.Clip); r.W > 0 && r.H > 0 {
		return r
	}
	return b.Rect
}

func (w *writer) box(r, from view.Rect) [4]float64 {
	return [4]float64{w.round(r.X - from.X), w.round(r.Y - from.Y), w.round(r.W), w.round(r.H)}
}

// round returns a length of the layout in CSS pixels, to a tenth.
func (w *writer) round(v float64) float64 { return math.Round(v*w.scale*10) / 10 }
