package screen

import (
	"os"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"
)

// stand runs the tests inside a game, as pictures can be drawn and read only there.
type stand struct {
	m    *testing.M
	code int
}

func (s *stand) Update() error {
	s.code = s.m.Run()
	return ebiten.Termination
}

func (s *stand) Draw(*ebiten.Image) {}

func (s *stand) Layout(w, h int) (int, int) { return w, h }

func TestMain(m *testing.M) {
	if os.Getenv("DISPLAY") == "" {
		os.Exit(m.Run())
	}
	s := &stand{m: m}
	ebiten.SetWindowVisible(false)
	if err := ebiten.RunGame(s); err != nil {
		panic(err)
	}
	os.Exit(s.code)
}

// needDisplay skips a test that draws where nothing can be drawn.
func needDisplay(t *testing.T) {
	t.Helper()
	if os.Getenv("DISPLAY") == "" {
		t.Skip("needs a display; run the tests under xvfb-run -a")
	}
}
