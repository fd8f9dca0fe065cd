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
	phraseHeads        // a byte for each phrase: how many words it shares with the beginning of the one before
	phraseTails        // and with its end
	phraseMids         // and how many are between them
	phraseWords        // the numbers of those words: see titlePacker
	longSizes          // a byte for each long title: how many phrases it has
	longPhrases        // the numbers of those: see titlePacker
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

// isWide tells whether numbers up to most need more than two bytes.
func isWide(most int) bool { return most >= 1<<16 }

// putWide writes a number in two bytes, or in four where wide tells that some need them.
func (c *column) putWide(n uint32, wide bool) {
	if wide {
		*c = binary.LittleEndian.AppendUint32(*c, n)
		return
	}
	*c = binary.LittleEndian.AppendUint16(*c, uint16(n))
}

// wide returns the numbers that putWide wrote; ok is false when they do not end with the column.
func (c column) wide(wide bool) (numbers wideNumbers, ok bool) {
	size := 2
	if wide {
		size = 4
		numbers.highs = make([]uint16, len(c)/size)
	}
	numbers.numbers = make([]uint16, len(c)/size)
	for i := range numbers.numbers {
		at := size * i
		numbers.numbers[i] = uint16(c[at]) | uint16(c[at+1])<<8
		if wide {
			numbers.highs[i] = uint16(c[at+2]) | uint16(c[at+3])<<8
		}
	}
	return numbers, len(c)%size == 0
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
	if room, ok := w.(interface{ Grow(n int) }); ok {
		room.Grow(size + crc32.Size) // at once, rather than with ever longer copies
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
	case data[len(packMagic)] < packVersion:
		return nil, ErrOlderPack
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
