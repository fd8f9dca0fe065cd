package screen

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/hajimehoshi/ebiten/v2/text/v2"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gomono"
	"golang.org/x/image/font/gofont/gomonobold"
	"golang.org/x/image/font/gofont/goregular"

	"coderounds/game/view"
)

// fonts are the four fonts: text and code, each in two weights. Codes are set in Go Mono for its slashed
// zero and its 1, I and l that cannot be mistaken for one another.
type fonts struct{ regular, bold, mono, monoBold *text.GoTextFaceSource }

func loadFonts() (*fonts, error) {
	var f fonts
	for _, font := range []struct {
		into **text.GoTextFaceSource
		data []byte
	}{
		{&f.regular, withHyphen(goregular.TTF, minusGlyph, hyphenGlyph)},
		{&f.bold, withHyphen(gobold.TTF, minusGlyph, hyphenGlyph)},
		{&f.mono, gomono.TTF},
		{&f.monoBold, gomonobold.TTF},
	} {
		source, err := text.NewGoTextFaceSource(bytes.NewReader(font.data))
		if err != nil {
			return nil, fmt.Errorf("load the built-in fonts: %w", err)
		}
		*font.into = source
	}
	return &f, nil
}

// Faces returns the faces that a screen of scale 1 is set in, for laying pages out elsewhere.
func Faces() (view.Faces, error) {
	f, err := loadFonts()
	if err != nil {
		return nil, err
	}
	return newFaces(f, 1), nil
}

// The glyphs of U+002D and U+00AD in Go Regular and Go Bold, v2.010.
const (
	minusGlyph  = 16
	hyphenGlyph = 111
)

// capHeight is the height of a capital of the Go fonts, as a share of the letter size. Lines of text are
// centred by their capitals.
const capHeight = 0.723

// faces implements [view.Faces] for one scale. It remembers what it has measured.
type faces struct {
	fonts  *fonts
	scale  float64 // device pixels in a unit of the layout
	faces  map[faceKey]*text.GoTextFace
	widths map[widthKey]float64
}

type faceKey struct {
	size       view.Size
	mono, bold bool
}

type widthKey struct {
	face faceKey
	text string
}

// mostWidths bounds the memory of a game of any length; a page has some hundred words.
const mostWidths = 20_000

func newFaces(f *fonts, scale float64) *faces {
	return &faces{fonts: f, scale: scale, faces: make(map[faceKey]*text.GoTextFace), widths: make(map[widthKey]float64)}
}

func (f *faces) face(key faceKey) *text.GoTextFace {
	face := f.faces[key]
	if face == nil {
		face = &text.GoTextFace{Source: f.source(key), Size: typeSizes[key.size].letter * f.scale}
		f.faces[key] = face
	}
	return face
}

func (f *faces) source(key faceKey) *text.GoTextFaceSource {
	switch {
	case key.mono && key.bold:
		return f.fonts.monoBold
	case key.mono:
		return f.fonts.mono
	case key.bold:
		return f.fonts.bold
	}
	return f.fonts.regular
}

func keyOf(style view.Style, bold bool) faceKey {
	return faceKey{style.Size, style.Mono, style.Bold || bold}
}

// Width implements [view.Faces].
func (f *faces) Width(s string, style view.Style, bold bool) float64 {
	key := widthKey{keyOf(style, bold), s}
	w, ok := f.widths[key]
	if !ok {
		if len(f.widths) >= mostWidths {
			clear(f.widths)
		}
		shown := spelled(s)
		w = text.AdvanceAt(shown, len(shown), f.face(key.face)) / f.scale
		f.widths[key] = w
	}
	return w
}

// spelled is a text with the characters that the Go fonts draw best: their middle dot stands as high as capitals
// do, and the bullet operator is where a middle dot belongs.
func spelled(s string) string { return strings.ReplaceAll(s, "\u00b7", "\u2219") }

// Height implements [view.Faces].
func (f *faces) Height(style view.Style) float64 { return typeSizes[style.Size].line }
