package release

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// Bounds on what is read: the largest published file is 20 MB of text, the largest zip 40 MB.
const (
	maxArchive   = 128 << 20 // bytes of a zip held in memory
	usualArchive = 8 << 20   // bytes of a zip that room is made for at once
	maxText      = 128 << 20 // bytes read from one file
	maxFiles     = 10000     // files looked at
	maxDepth     = 2         // zips within zips
	maxRows      = 1 << 20   // rows, terms or tables of one file
	maxLine      = 8192      // bytes of a line of text
	sniffed      = 4096      // bytes looked at to recognise a file
	chunk        = 16 << 10  // bytes read between two steps: a millisecond of work in a browser
)

// input is one file while it is read, as UTF-8 without a byte order mark.
type input struct {
	io.Reader
	name string // as shown to a person
	path string // with the folders and archives around it

	size  int64    // in bytes, as declared
	limit *bounded // what bounds the reader; nil where nothing does

	// What the reader of a format found and left out.
	dental, ama int
	// titles of codes by a file that has no say in them, to be compared with those of the code file.
	titles map[string]string
}

// rows guesses how many rows of some bytes the file has, to make room for them at once. The declared size is not trusted
// for more than a release needs.
func (in *input) rows(bytes int64) int { return int(min(in.size/bytes, 1<<17)) }

// member is a file packed within the input, bounded as the input is.
func (in *input) member(r io.Reader, name string) *input {
	limit := &bounded{r: r, step: func(int) error { return in.pause() }}
	return &input{Reader: limit, name: in.name + " (" + name + ")", path: in.path, limit: limit}
}

// pause makes a step between two pieces of work that read nothing.
func (in *input) pause() error {
	if in.limit == nil {
		return nil
	}
	return in.limit.pass()
}

// errorf places an error in a line of the file, 0 for the file as a whole.
func (in *input) errorf(line int, format string, args ...any) error {
	return &Error{File: in.name, Line: line, Err: fmt.Errorf(format, args...)}
}

// bounded reads at most maxText bytes, a chunk at a time, and reports how far it got. What stops it is kept, since
// parsers wrap or hide the errors of their readers.
type bounded struct {
	r    io.Reader
	read int
	step func(read int) error
	err  error
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.err != nil {
		return 0, b.err
	}
	n, err := b.r.Read(p[:min(len(p), chunk)])
	b.read += n
	if b.read > maxText {
		b.err = fmt.Errorf("larger than %d MB, which no release is; drop the published file", maxText>>20)
		return 0, b.err
	}
	if b.pass() != nil {
		return 0, b.err
	}
	return n, err
}

// pass makes a step, and keeps the error that stops the work.
func (b *bounded) pass() error {
	if b.err == nil {
		b.err = b.step(b.read)
	}
	return b.err
}

// marks are the byte order marks of UTF-8 and UTF-16.
var marks = [...]string{"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"}

// decoded returns r as UTF-8 when it opens with a byte order mark, as spreadsheets save text, and r itself otherwise.
func decoded(r io.Reader, head []byte) io.Reader {
	for _, mark := range marks {
		if bytes.HasPrefix(head, []byte(mark)) {
			return transform.NewReader(r, unicode.BOMOverride(transform.Nop))
		}
	}
	return r
}

// lines reads a text line by line.
type lines struct {
	in     *input
	room   []byte // what was read
	text   string // the lines of it that are not taken yet
	err    error  // met behind them
	number int    // of the line taken last, from 1
	ended  bool   // it has no end
}

func newLines(in *input) *lines { return &lines{in: in, room: make([]byte, 0, chunk+maxLine)} }

// next returns the next line without its end, and io.EOF behind the last. It shares memory with the lines around it, so that
// what is kept of it is to be cloned. A line that is too long is an error, so that a file
// without line ends costs no memory.
func (l *lines) next() (string, error) {
	for l.text == "" && l.err == nil {
		l.read()
	}
	l.number++
	end := strings.IndexByte(l.text, '\n')
	switch {
	case end > maxLine, end < 0 && len(l.text) > maxLine:
		return "", l.in.errorf(l.number, "longer than %d characters; this is no release file", maxLine)
	case end < 0 && l.text != "":
		end, l.ended = len(l.text), true
	case end < 0 && errors.Is(l.err, io.EOF):
		return "", io.EOF
	case end < 0:
		return "", l.in.errorf(l.number, "the file is damaged (%w); fetch it again", l.err)
	}
	line := l.text[:end]
	l.text = l.text[min(end+1, len(l.text)):]
	for len(line) > 0 && (line[len(line)-1] == '\r' || line[len(line)-1] == '\x1a') {
		line = line[:len(line)-1]
	}
	return line, nil
}

// read makes text of the whole lines of what is read next, and of the last one as it is.
func (l *lines) read() {
	n := len(l.room)
	read, err := l.in.Read(l.room[n : n+chunk])
	l.room = l.room[:n+read]
	end := bytes.LastIndexByte(l.room, '\n') + 1
	if err != nil || len(l.room)-end > maxLine {
		end = len(l.room)
	}
	l.err = err
	l.text = string(l.room[:end])
	l.room = l.room[:copy(l.room, l.room[end:])]
}

// gaps fails when two of its marks are too far apart, so that a parser that holds what lies between them in memory
// holds little of a hostile file.
type gaps struct {
	r    io.Reader
	mark byte
	max  int
	gap  int
}

func (g *gaps) Read(p []byte) (int, error) {
	n, err := g.r.Read(p[:min(len(p), chunk)])
	if i := bytes.LastIndexByte(p[:n], g.mark); i >= 0 {
		g.gap = n - i - 1
	} else {
		g.gap += n
	}
	if g.gap > g.max {
		return 0, fmt.Errorf("%d characters without %q; this is no release file", g.max, g.mark)
	}
	return n, err
}
