package codesets

import (
	"fmt"
	"iter"
)

// Codes are codes in the order in which they were added. They are kept as a [Set] keeps them, in some 40 bytes each, so that a
// release can be read row by row and its text let go of. None is nil or the zero value.
type Codes struct {
	rows
	keys   []blockKey
	writer *titleWriter // nil when the rows are those of a set
	err    error        // of the first code that no set can have
}

// rows is what is kept of codes beside their characters, by position.
type rows struct {
	titles   *titles
	billable bitmap
	orders   []int        // order numbers; nil when they count on from first
	first    int          // order number of the first code
	ended    map[int]Date // by position
}

// CodesOf returns codes in the given order.
func CodesOf(codes []Code) *Codes {
	c := NewCodes(len(codes))
	for _, code := range codes {
		c.Append(code)
	}
	return c
}

// NewCodes returns no codes, with room for about n.
func NewCodes(n int) *Codes {
	c := &Codes{rows: rows{titles: new(titles)}, keys: make([]blockKey, 0, n)}
	c.writer = newTitleWriter(c.titles, n)
	return c
}

// Len is how many codes there are; that of nil is 0.
func (c *Codes) Len() int {
	if c == nil {
		return 0
	}
	return len(c.keys)
}

// Append adds a code behind the others. It keeps no text that it is given. Codes of a set are copied first. Cost: under a
// microsecond.
func (c *Codes) Append(code Code) {
	if c.writer == nil {
		*c = *CodesOf(c.slice())
	}
	i, key := c.Len(), blockKey(0)
	if isNormal(code.Code) {
		key = keyOf(code.Code)
	} else if c.err == nil {
		c.err = fmt.Errorf("row %d: code %q is not in normal form, 3 to 7 capitals and digits", i+1, code.Code)
	}
	c.keys = append(c.keys, key)
	c.writer.add(code)
	c.keep(i, code)
}

// At returns the code at position i. The texts are put together each time.
func (c *Codes) At(i int) Code { return c.rows.at(i, c.Code(i)) }

// Code returns the code at position i, without its titles.
func (c *Codes) Code(i int) string { return c.keys[i].String() }

// Title returns the long title of the code at position i.
func (c *Codes) Title(i int) string { return c.rows.title(i) }

// All goes through the codes by position, as At gives them.
func (c *Codes) All() iter.Seq2[int, Code] {
	return func(yield func(int, Code) bool) {
		for i := range c.Len() {
			if !yield(i, c.At(i)) {
				return
			}
		}
	}
}

// slice returns all codes.
func (c *Codes) slice() []Code {
	codes := make([]Code, 0, c.Len())
	for _, code := range c.All() {
		codes = append(codes, code)
	}
	return codes
}

// keep keeps what is not in blocks and titles of the code at position i. Order numbers count on from the first in
// all releases seen so far; as soon as one does not, they are kept one by one.
func (r *rows) keep(i int, c Code) {
	if i&63 == 0 {
		r.billable = append(r.billable, 0)
	}
	if c.Billable {
		r.billable.add(i)
	}
	if c.Ended != 0 {
		if r.ended == nil {
			r.ended = make(map[int]Date)
		}
		r.ended[i] = c.Ended
	}
	if i == 0 {
		r.first = c.Order
	}
	if r.orders == nil && c.Order != r.first+i {
		for j := range i {
			r.orders = append(r.orders, r.first+j)
		}
	}
	if r.orders != nil {
		r.orders = append(r.orders, c.Order)
	}
}

// at returns the row of a code.
func (r *rows) at(i int, code string) Code {
	c := Code{Code: code, Billable: r.billable.has(i), Ended: r.ended[i], Order: r.first + i, Long: r.title(i)}
	if r.orders != nil {
		c.Order = r.orders[i]
	}
	var room [titleRoom]byte
	short, same := r.titles.appendShort(room[:0], i)
	if c.Short = c.Long; !same {
		c.Short = string(short)
	}
	return c
}

// titleRoom is as long as most titles are at most.
const titleRoom = 256

// title returns the long title of the code at a position.
func (r *rows) title(i int) string {
	var room [titleRoom]byte
	return string(r.titles.appendLong(room[:0], i))
}
