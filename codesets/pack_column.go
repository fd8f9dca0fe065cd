package codesets

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
)

// The columns of a packed set, in their order in the file.
const (
	codeShapes  = iota // a byte for each code
	codeTails          // the characters that the code before does not share
	codeNumbers        // order numbers and ends
	wordSizes          // the length of each word of the titles
	wordTexts          // the words, one behind the other
	phraseHeads        // how many words each phrase shares with the beginning of the one before
	phraseTails        // and with its end
	phraseMids         // and how many are between them
	phraseWords        // the numbers of those, in two bytes, or 0 for the next word that has not been met
	longSizes          // how many phrases each long title has
	longPhrases        // which: see phraseRefs
	shortSizes         // the same of short titles; 0 where it is as the long one
	shortPhrases
	partNumbers // all else: see partPacker
	partLengths
	partTexts
	columnCount
)

// column is bytes being written at the end or read from the beginning.
type column []byte

// put writes a number, small ones in few bytes.
func (c *column) put(n int) { *c = binary.AppendVarint(*c, int64(n)) }

// take reads a number. Behind the end all are -1, which no reader takes for anything.
func (c *column) take() int {
	n, size := binary.Varint(*c)
	if size <= 0 {
		*c = nil
		return -1
	}
	*c = (*c)[size:]
	return int(n)
}

// cursor reads a column of varints. It moves a place rather than the slice, which the collector would have to be told of.
type cursor struct {
	column
	at int
}

// count takes a length or a number, which must be at most most.
func (c *cursor) count(most uint64) (n int, ok bool) {
	if c.at < len(c.column) && c.column[c.at] < 0x80 {
		n = int(c.column[c.at])
		c.at++
		return n, uint64(n) <= most
	}
	v, size := binary.Uvarint(c.column[c.at:])
	if size <= 0 || v > most {
		return 0, false
	}
	c.at += size
	return int(v), true
}

// left is how many bytes are not read yet.
func (c *cursor) left() int { return len(c.column) - c.at }

// sum counts the numbers of a column of varints and adds them up, each as no more than is too many anyway. Behind a number
// that is none it stops.
func (c column) sum() (n int, sum uint64) {
	for len(c) > 0 {
		v, size := binary.Uvarint(c)
		if size <= 0 {
			break
		}
		n, sum, c = n+1, sum+min(v, maxTitleWords+1), c[size:]
	}
	return n, sum
}

// columns are those of one set.
type columns [columnCount]column

func newColumns() *columns { return new(columns) }

func (c *columns) column(i int) *column { return &c[i] }

// write writes the file: magic, version, each column behind its length in four bytes, and a sum over all that (CRC-32 of
// IEEE 802.3).
func (c *columns) write(w io.Writer, pause func() error) error {
	var head []byte
	head = append(head, packMagic...)
	head = append(head, packVersion)
	size := len(head)
	for _, col := range c {
		size += len(col)
		head = binary.LittleEndian.AppendUint32(head, uint32(len(col)))
	}
	if size > maxPacked {
		return fmt.Errorf("it takes %d bytes, more than the %d that a packed set may", size, maxPacked)
	}
	sum := crc32.NewIEEE()
	out := io.MultiWriter(w, sum)
	if _, err := out.Write(head); err != nil {
		return err
	}
	for _, col := range c {
		for len(col) > 0 {
			n := min(len(col), sumStep)
			if _, err := out.Write(col[:n]); err != nil {
				return err
			}
			col = col[n:]
			if err := pause(); err != nil {
				return err
			}
		}
	}
	_, err := w.Write(binary.LittleEndian.AppendUint32(nil, sum.Sum32()))
	return err
}

// sumStep is how many bytes are summed between two pauses: less than a millisecond in a browser.
const sumStep = 1 << 18

// readColumns reads what write wrote.
func readColumns(r io.Reader, pause func() error) (*columns, error) {
	var file bytes.Buffer
	if sized, ok := r.(interface{ Len() int }); ok {
		file.Grow(min(sized.Len(), maxPacked) + bytes.MinRead)
	}
	if _, err := file.ReadFrom(io.LimitReader(r, maxPacked+1)); err != nil {
		return nil, err
	}
	data := file.Bytes()
	switch {
	case !IsPacked(data):
		return nil, ErrNotPacked
	case len(data) <= len(packMagic) || data[len(packMagic)] < 1:
		return nil, errDamaged
	case data[len(packMagic)] > packVersion:
		return nil, ErrNewerPack
	}
	if err := checkSum(data, pause); err != nil {
		return nil, err
	}
	return cutColumns(data[len(packMagic)+1 : len(data)-crc32.Size])
}

func checkSum(data []byte, pause func() error) error {
	if len(data) < crc32.Size || len(data) > maxPacked {
		return errDamaged
	}
	body, want := data[:len(data)-crc32.Size], binary.LittleEndian.Uint32(data[len(data)-crc32.Size:])
	sum := uint32(0)
	for len(body) > 0 {
		n := min(len(body), sumStep)
		sum = crc32.Update(sum, crc32.IEEETable, body[:n])
		body = body[n:]
		if err := pause(); err != nil {
			return err
		}
	}
	if sum != want {
		return errDamaged
	}
	return nil
}

// cutColumns takes the lengths and then the columns; all must be used up. The columns share the bytes.
func cutColumns(data []byte) (*columns, error) {
	const each = 4
	if len(data) < each*columnCount {
		return nil, errDamaged
	}
	lengths, rest := data[:each*columnCount], data[each*columnCount:]
	c := newColumns()
	for i := range c {
		n := int64(binary.LittleEndian.Uint32(lengths[each*i:]))
		if n > int64(len(rest)) {
			return nil, errDamaged
		}
		c[i], rest = rest[:n:n], rest[n:]
	}
	if len(rest) > 0 {
		return nil, errDamaged
	}
	return c, nil
}
