package codesets

import (
	"encoding/binary"
	"maps"
	"slices"
)

// partPacker writes the parts of a set field by field, or reads them: one description serves both ways, so that they
// cannot differ. Numbers, the lengths of texts, and the texts each have a column. When something is wrong with what is
// read, err says so, and all that is read after it is zero.
type partPacker struct {
	reading                 bool
	numbers, lengths, texts *column
	text                    string // all texts that are not read yet
	pause                   func() error
	since                   int // elements since the last pause
	tabled                  int // codes of tables
	err                     error
}

// partStep is how many elements are read between two pauses.
const partStep = 512

// firstRoom is what is made room for at once: more than a damaged count can cost, fewer than most lists have.
const firstRoom = 1 << 10

// firstKeys is the same for maps, which are few and cost more to grow.
const firstKeys = 1 << 14

// number packs a number.
func number[N ~uint8 | ~uint16 | ~int | ~int32](p *partPacker, n *N) {
	if !p.reading {
		*p.numbers = binary.AppendVarint(*p.numbers, int64(*n))
		return
	}
	if p.err != nil {
		return
	}
	v, size := binary.Varint(*p.numbers)
	if size <= 0 || int64(N(v)) != v {
		p.err = errDamaged
		return
	}
	*p.numbers = (*p.numbers)[size:]
	*n = N(v)
}

func (p *partPacker) flag(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	number(p, &n)
	*b = n == 1
}

// string packs a text.
func (p *partPacker) string(s *string) {
	if !p.reading {
		*p.lengths = binary.AppendUvarint(*p.lengths, uint64(len(*s)))
		*p.texts = append(*p.texts, *s...)
		return
	}
	if p.err != nil {
		return
	}
	n, size := binary.Uvarint(*p.lengths)
	if size <= 0 || n > uint64(len(p.text)) {
		p.err = errDamaged
		return
	}
	*p.lengths = (*p.lengths)[size:]
	*s, p.text = p.text[:n], p.text[n:]
}

// many packs a list; nil comes back as nil.
func many[T any](p *partPacker, list *[]T, each func(*T)) {
	n := len(*list)
	if *list == nil {
		n = -1
	}
	number(p, &n)
	if !p.reading {
		for i := range *list {
			each(&(*list)[i])
			p.passed()
		}
		return
	}
	if n < 0 || p.err != nil {
		return
	}
	*list = make([]T, 0, min(n, firstRoom))
	for i := 0; i < n && p.err == nil; i++ {
		var one T
		each(&one)
		*list = append(*list, one)
		p.passed()
	}
}

// mapped packs a map in the order of its keys; nil comes back as nil.
func mapped[K interface {
	comparable
	~string | ~uint8
}, V any](p *partPacker, m *map[K]V, key func(*K), value func(*V)) {
	n := len(*m)
	if *m == nil {
		n = -1
	}
	number(p, &n)
	if !p.reading {
		for _, k := range slices.Sorted(maps.Keys(*m)) {
			v := (*m)[k]
			key(&k)
			value(&v)
			p.passed()
		}
		return
	}
	if n < 0 || p.err != nil {
		return
	}
	*m = make(map[K]V, min(n, firstKeys))
	for i := 0; i < n && p.err == nil; i++ {
		var k K
		var v V
		key(&k)
		value(&v)
		(*m)[k] = v
		p.passed()
	}
}

// passed counts an element, and pauses when there were many.
func (p *partPacker) passed() {
	if p.since++; p.since == partStep && p.err == nil {
		p.since = 0
		p.err = p.pause()
	}
}

// draft packs everything but the codes.
func (p *partPacker) draft(d *Draft) {
	p.release(&d.Release)
	many(p, &d.Groups, p.group)
	mapped(p, &d.Notes, p.string, func(n *[]Note) { many(p, n, p.note) })
	mapped(p, &d.Sevenths, p.string, p.seventh)
	many(p, &d.Indexes, p.index)
	many(p, &d.Modifiers, p.modifier)
	mapped(p, &d.Standings, p.string, p.standing)
	many(p, &d.Tables, p.table)
	many(p, &d.Definitions, p.definition)
	many(p, &d.Changes, p.change)
	mapped(p, &d.From, func(part *Part) { number(p, part) }, p.release)
}

func (p *partPacker) release(r *Release) {
	number(p, &r.System)
	if r.System > CPT2 {
		p.err = errDamaged
	}
	p.string(&r.Label)
	p.string(&r.Source)
	p.flag(&r.Starter)
	p.flag(&r.Private)
}

func (p *partPacker) group(g *Group) {
	number(p, &g.Level)
	p.string(&g.Label)
	p.string(&g.Title)
	p.string(&g.First)
	p.string(&g.Last)
}

func (p *partPacker) note(n *Note) {
	number(p, &n.Kind)
	p.string(&n.Text)
}

func (p *partPacker) seventh(s *Seventh) {
	p.string(&s.Says)
	many(p, &s.Values, p.value)
}

func (p *partPacker) value(v *Value) {
	number(p, &v.Char)
	p.string(&v.Label)
}

func (p *partPacker) index(x *Index) {
	number(p, &x.Kind)
	p.release(&x.Release)
	many(p, &x.Columns, p.string)
	many(p, &x.Terms, func(t *Term) { p.term(t, len(x.Columns)) })
}

func (p *partPacker) term(t *Term, columns int) {
	number(p, &t.Level)
	number(p, &t.aside)
	p.string(&t.Title)
	p.string(&t.Aside)
	many(p, &t.References, func(r *Reference) {
		number(p, &r.Kind)
		number(p, &r.Column)
		p.string(&r.Text)
		if p.reading && int(r.Column) > columns {
			p.err = errDamaged
		}
	})
}

func (p *partPacker) modifier(m *Modifier) {
	p.string(&m.Code)
	p.string(&m.Short)
	p.string(&m.Long)
	number(p, &m.Ended)
}

func (p *partPacker) standing(s *Standing) {
	number(p, &s.Coverage)
	number(p, &s.Action)
	number(p, &s.Added)
	number(p, &s.Effective)
	number(p, &s.Ended)
}

func (p *partPacker) table(t *Table) {
	p.string(&t.Prefix)
	for i := range t.Names {
		p.string(&t.Names[i])
	}
	for i := range t.Axes {
		p.string(&t.Axes[i])
	}
	many(p, &t.Rows, func(r *Row) {
		codes := 1
		for axis := range r {
			many(p, &r[axis], p.value)
			codes = min(codes, maxCodes) * len(r[axis])
		}
		// All of them are looked up; see fitTables.
		if p.tabled += codes; p.reading && p.tabled > maxCodes {
			p.err = errDamaged
		}
	})
}

func (p *partPacker) definition(d *Definition) {
	number(p, &d.Section)
	number(p, &d.Position)
	p.string(&d.Axis)
	many(p, &d.Titles, p.string)
	p.string(&d.Text)
	p.string(&d.Explanation)
	many(p, &d.Includes, p.string)
}

func (p *partPacker) change(c *Change) {
	number(p, &c.Kind)
	p.code(&c.Code)
	p.code(&c.Was)
}

func (p *partPacker) code(c *Code) {
	p.string(&c.Code)
	p.flag(&c.Billable)
	number(p, &c.Ended)
	number(p, &c.Order)
	p.string(&c.Short)
	p.string(&c.Long)
}
