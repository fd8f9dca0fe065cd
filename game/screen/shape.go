package screen

import (
	_ "embed"
	"fmt"
	"image/color"
	"math"

	"github.com/hajimehoshi/ebiten/v2"
)

//go:embed shape.kage
var shapeSource []byte

// shapes collects rounded rectangles, frames, soft shadows and strokes, and draws them in one call: each
// is two triangles whose pixels measure their distance to its edge. So corners are smooth at any scale.
// Lengths are device pixels.
type shapes struct {
	shader   *ebiten.Shader
	vertices []ebiten.Vertex
	indices  []uint32
}

func newShapes() (*shapes, error) {
	shader, err := ebiten.NewShader(shapeSource)
	if err != nil {
		return nil, fmt.Errorf("compile the shader of shapes: %w", err)
	}
	return &shapes{shader: shader}, nil
}

// area is a rectangle in device pixels.
type area struct{ x, y, w, h float64 }

func (a area) grown(by float64) area { return area{a.x - by, a.y - by, a.w + 2*by, a.h + 2*by} }

// fill adds a filled rectangle with round corners.
func (s *shapes) fill(a area, corner float64, c color.RGBA) { s.add(a, 0, corner, 0, c) }

// frame adds the line along the inside of a rectangle's edge.
func (s *shapes) frame(a area, corner, width float64, c color.RGBA) { s.add(a, 0, corner, width, c) }

// blur adds a rectangle whose edge fades over a length on either side of it.
func (s *shapes) blur(a area, corner, length float64, c color.RGBA) { s.add(a, 0, corner, -length, c) }

// stroke adds a line with round ends.
func (s *shapes) stroke(x0, y0, x1, y1, width float64, c color.RGBA) {
	length := math.Hypot(x1-x0, y1-y0) + width
	mx, my := (x0+x1)/2, (y0+y1)/2
	s.add(area{mx - length/2, my - width/2, length, width}, math.Atan2(y1-y0, x1-x0), width/2, 0, c)
}

// quad adds a filled shape of four corners, in order. Its edges are not smoothed.
func (s *shapes) quad(a, b, c, d [2]float64, tint color.RGBA) {
	const inside = 1e4
	first := uint32(len(s.vertices))
	for _, at := range [...][2]float64{a, b, c, d} {
		s.vertices = append(s.vertices, ebiten.Vertex{
			DstX: float32(at[0]), DstY: float32(at[1]),
			ColorR: float32(tint.R) / 255, ColorG: float32(tint.G) / 255, ColorB: float32(tint.B) / 255, ColorA: float32(tint.A) / 255,
			Custom0: inside, Custom1: inside,
		})
	}
	s.indices = append(s.indices, first, first+1, first+2, first, first+2, first+3)
}

// add adds a rectangle turned around its middle. What edge means, shape.kage says.
func (s *shapes) add(a area, turn, corner, edge float64, c color.RGBA) {
	if a.w <= 0 || a.h <= 0 || c.A == 0 {
		return
	}
	halfW, halfH := a.w/2, a.h/2
	corner = min(corner, halfW, halfH)
	beyond := 1 + max(0, -edge)
	sin, cos := math.Sincos(turn)
	first := uint32(len(s.vertices))
	for _, at := range [...][2]float64{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}} {
		x, y := at[0]*(halfW+beyond), at[1]*(halfH+beyond)
		s.vertices = append(s.vertices, ebiten.Vertex{
			DstX: float32(a.x + halfW + x*cos - y*sin), DstY: float32(a.y + halfH + x*sin + y*cos),
			SrcX: float32(x), SrcY: float32(y),
			ColorR: float32(c.R) / 255, ColorG: float32(c.G) / 255, ColorB: float32(c.B) / 255, ColorA: float32(c.A) / 255,
			Custom0: float32(halfW), Custom1: float32(halfH), Custom2: float32(corner), Custom3: float32(edge),
		})
	}
	s.indices = append(s.indices, first, first+1, first+2, first, first+2, first+3)
}

// draw draws what was added, and forgets it.
func (s *shapes) draw(dst *ebiten.Image) {
	if len(s.indices) > 0 {
		dst.DrawTrianglesShader32(s.vertices, s.indices, s.shader, nil)
	}
	s.vertices, s.indices = s.vertices[:0], s.indices[:0]
}
