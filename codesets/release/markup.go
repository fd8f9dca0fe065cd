package release

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// Bounds on XML, far above what releases hold.
const (
	maxNesting = 64
	maxTag     = 1 << 20 // bytes between two ends of tags
)

// markup walks an XML file in one pass. Errors of its methods name file and line.
//
// Entities beyond the five of XML are refused, so that none can grow; so are deep nesting and endless tags.
type markup struct {
	in    *input
	d     *xml.Decoder
	depth int
	text  []byte
	seen  map[string]string // short texts, each held once
}

func newMarkup(in *input) *markup {
	m := &markup{in: in, seen: make(map[string]string)}
	m.d = xml.NewDecoder(&gaps{r: in, mark: '>', max: maxTag})
	m.d.CharsetReader = func(charset string, r io.Reader) (io.Reader, error) {
		switch strings.ToLower(charset) {
		case "us-ascii":
			return r, nil
		case "windows-1252", "iso-8859-1", "latin1":
			return charmap.Windows1252.NewDecoder().Reader(r), nil
		}
		return nil, errors.New("written in " + charset + "; save it as UTF-8")
	}
	return m
}

// root goes to the outermost element.
func (m *markup) root(names ...string) error {
	for {
		token, err := m.token()
		if err != nil {
			return err
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		for _, name := range names {
			if start.Name.Local == name {
				return nil
			}
		}
		return m.errorf("the file holds <%s>, not <%s>", start.Name.Local, names[0])
	}
}

// children calls each for every element inside the present one. It must read that element to its end, by children,
// words or skip.
func (m *markup) children(each func(tag xml.StartElement) error) error {
	if m.depth++; m.depth > maxNesting {
		return m.errorf("elements nest deeper than %d; this is no release file", maxNesting)
	}
	defer func() { m.depth-- }()
	for {
		token, err := m.token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := each(t); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// words returns the text of the present element and all inside it, with each run of blanks as one.
func (m *markup) words() (string, error) {
	m.text = m.text[:0]
	if err := m.gather(); err != nil {
		return "", err
	}
	return m.collapsed(), nil
}

// mixed returns the text of the present element around that of an element inside it: "Abasia<nemod>(-astasia)</nemod>
// NEC". Each run of blanks is one, and the text behind keeps that at its beginning.
func (m *markup) mixed() (before, inside, after string, err error) {
	m.text = m.text[:0]
	for inner := false; ; {
		token, err := m.token()
		if err != nil {
			return "", "", "", err
		}
		switch t := token.(type) {
		case xml.CharData:
			m.text = append(m.text, t...)
		case xml.StartElement:
			if !inner {
				before, inner = m.collapsed(), true
			}
			m.text = m.text[:0]
			if err := m.gather(); err != nil {
				return "", "", "", err
			}
			if inside += " " + m.collapsed(); len(inside) > maxTag {
				return "", "", "", m.errorf("more than %d characters in one element", maxTag)
			}
			m.text = m.text[:0]
		case xml.EndElement:
			if !inner {
				return m.collapsed(), "", "", nil
			}
			if after = m.collapsed(); after != "" && m.text[0] <= ' ' {
				after = " " + after
			}
			return before, inside[1:], after, nil
		}
	}
}

// spelt returns the text of the present element and all inside it as it is spelt, only without blanks around it.
func (m *markup) spelt() (string, error) {
	m.text = m.text[:0]
	if err := m.gather(); err != nil {
		return "", err
	}
	return m.once(bytes.TrimSpace(m.text)), nil
}

// gather appends the text of the present element up to its end.
func (m *markup) gather() error {
	for depth := 1; depth > 0; {
		token, err := m.token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.CharData:
			m.text = append(m.text, t...)
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if depth > maxNesting {
			return m.errorf("elements nest deeper than %d; this is no release file", maxNesting)
		}
	}
	return nil
}

// collapsed returns the gathered text with each run of blanks as one.
func (m *markup) collapsed() string { return m.once(bytes.Join(bytes.Fields(m.text), []byte(" "))) }

// once returns a text as a string; a short one that came before is not held twice.
func (m *markup) once(text []byte) string {
	const short = 64
	if len(text) > short || len(m.seen) > maxRows {
		return string(text)
	}
	if s, ok := m.seen[string(text)]; ok {
		return s
	}
	s := string(text)
	m.seen[s] = s
	return s
}

// skip reads the present element to its end.
func (m *markup) skip() error {
	m.text = m.text[:0]
	return m.gather()
}

func (m *markup) token() (xml.Token, error) {
	token, err := m.d.Token()
	if err != nil {
		return nil, m.wrap(err)
	}
	if d, ok := token.(xml.Directive); ok && bytes.Contains(d, []byte("ENTITY")) {
		return nil, m.errorf("the file declares entities, which no release does; fetch it from the agency")
	}
	return token, nil
}

// wrap says in our words what the decoder found.
func (m *markup) wrap(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF), errors.As(err, &syntax) && syntax.Msg == "unexpected EOF":
		return m.errorf("the file ends too early; fetch it again")
	case errors.As(err, &syntax):
		return m.in.errorf(syntax.Line, "damaged XML (%s); fetch the file again", syntax.Msg)
	}
	return m.errorf("%w", err)
}

// errorf places an error where the walk is.
func (m *markup) errorf(format string, args ...any) error {
	line, _ := m.d.InputPos()
	return m.in.errorf(line, format, args...)
}

// attribute returns the value of an attribute, "" when it is not there.
func attribute(tag xml.StartElement, name string) string {
	for _, a := range tag.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// opens reports whether the beginning of a file has the tag of an element.
func opens(head []byte, name string) bool {
	_, after, ok := bytes.Cut(head, []byte("<"+name))
	return ok && len(after) > 0 && (after[0] == '>' || after[0] <= ' ')
}
