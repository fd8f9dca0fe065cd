//go:build linux

package main

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"coderounds/game"
	"coderounds/game/screen"
	"coderounds/game/view"
	"coderounds/quiz"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
	"github.com/stretchr/testify/require"
)

// TestARoundInAWindow plays a round in a real window, by keyboard and by mouse, and comes back to it. The same game is played
// beside it without a screen, with the same seed, to know what is asked.
func TestARoundInAWindow(t *testing.T) {
	if os.Getenv("DISPLAY") == "" {
		t.Skip("needs a display; run the tests under xvfb-run -a")
	}
	dir := t.TempDir()
	program := filepath.Join(dir, "coderounds")
	build := exec.Command("go", "build", "-o", program, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))

	data := filepath.Join(dir, "data")
	w := openWindow(t, program, "-data", data, "-seed", "7")
	twin := newTwin(t, 7)
	w.await("Code Rounds")
	twin.press("start")
	w.enter(twin.title())
	answered := 0
	for round, asking := twin.scene.(*game.Round); asking; round, asking = twin.scene.(*game.Round) {
		w.answer(twin, round.Asked(), answered)
		answered++
		w.await(twin.title())
		require.Len(t, journal(t, data), answered, "saved before its feedback is shown")
		twin.press("continue")
		w.enter(twin.title())
	}
	require.Equal(t, 14, answered, "twelve questions, and the two that were missed again")
	w.close()

	again := openWindow(t, program, "-data", data)
	again.await("Code Rounds")
	again.close()
	lines := journal(t, data)
	require.Len(t, lines, answered, "the journal is there")
	require.Contains(t, string(lines[1]), `"outcome":"wrong"`)
}

func journal(t *testing.T, data string) [][]byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(data, "journal.jsonl"))
	require.NoError(t, err)
	return bytes.Split(bytes.TrimSpace(text), []byte("\n"))
}

// twin is the game without a screen.
type twin struct {
	t     *testing.T
	scene game.Scene
	now   time.Time
}

// nowhere is a device that keeps nothing.
type nowhere struct{}

func (nowhere) SaveSettings([]byte) <-chan error     { return nil }
func (nowhere) Offer(string, []byte) (string, error) { return "", nil }
func (nowhere) Pick() bool                           { return false }
func (nowhere) Breathe(int, int) error               { return nil }

func newTwin(t *testing.T, seed uint64) *twin {
	_, scene, err := game.Open(game.Start{
		Store: new(quiz.Unsaved), Device: nowhere{}, Rand: rand.New(rand.NewPCG(seed, seed)), Now: time.Now(),
	})
	require.NoError(t, err)
	return &twin{t, scene, time.Now()}
}

func (w *twin) do(e view.Event) {
	w.now = w.now.Add(time.Second)
	w.scene = w.scene.Update(game.Input{Now: w.now, Events: []view.Event{e}})
}

func (w *twin) press(id string) {
	w.t.Helper()
	page := w.scene.View()
	require.NotNil(w.t, page.Find(id), "%s on\n%s", id, view.Print(page))
	w.do(view.Event{Kind: view.Press, ID: id})
}

func (w *twin) title() string {
	name := w.scene.View().Name
	if name == "Code Rounds" {
		return name
	}
	return name + " – Code Rounds"
}

// window is the program running in a window of an X server, and the server's own mouse and keyboard.
type window struct {
	t       *testing.T
	conn    *xgb.Conn
	root    xproto.Window
	id      xproto.Window
	program *exec.Cmd
	symbols *xproto.GetKeyboardMappingReply
	first   xproto.Keycode
	shift   xproto.Keycode
}

func openWindow(t *testing.T, program string, args ...string) *window {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	w := &window{t: t, program: exec.CommandContext(ctx, program, args...)}
	var said bytes.Buffer
	w.program.Stderr = &said
	require.NoError(t, w.program.Start())
	t.Cleanup(func() {
		cancel()
		_ = w.program.Wait()
		if t.Failed() {
			t.Log(said.String())
		}
	})
	var err error
	w.conn, err = xgb.NewConn()
	require.NoError(t, err)
	t.Cleanup(w.conn.Close)
	require.NoError(t, xtest.Init(w.conn))
	setup := xproto.Setup(w.conn)
	w.root, w.first = setup.DefaultScreen(w.conn).Root, setup.MinKeycode
	w.symbols, err = xproto.GetKeyboardMapping(w.conn, w.first, byte(setup.MaxKeycode-w.first+1)).Reply()
	require.NoError(t, err)
	w.shift, _ = w.code(0xffe1)
	return w
}

// patience is how long a state may take to come; a screen drawn by software is slow.
const patience = 60 * time.Second

// await waits until the window has a title, and puts the pointer over it, since keys go there.
func (w *window) await(title string) {
	w.t.Helper()
	seen := ""
	for until := time.Now().Add(patience); seen != title; time.Sleep(held) {
		require.True(w.t, time.Now().Before(until), "the window has the title %q, not %q", seen, title)
		seen = w.title()
	}
	place, err := xproto.GetGeometry(w.conn, xproto.Drawable(w.id)).Reply()
	require.NoError(w.t, err)
	xtest.FakeInput(w.conn, xproto.MotionNotify, 0, 0, w.root, place.X+4, place.Y+int16(place.Height)/2, 0)
}

// title finds the program's window among those of the screen, and returns its title.
func (w *window) title() string {
	tree, err := xproto.QueryTree(w.conn, w.root).Reply()
	require.NoError(w.t, err)
	for _, child := range tree.Children {
		if name := w.name(child); strings.HasSuffix(name, "Code Rounds") {
			w.id = child
			return name
		}
	}
	return ""
}

// enter presses Enter until the window has a title: what comes before a page is ready is lost, and a second time does
// nothing on a question.
func (w *window) enter(title string) {
	w.t.Helper()
	for until := time.Now().Add(patience); ; {
		w.key("Return")
		for range 50 {
			if w.title() == title {
				return
			}
			time.Sleep(held)
		}
		require.True(w.t, time.Now().Before(until), "the window has the title %q, not %q", w.title(), title)
	}
}

func (w *window) name(id xproto.Window) string {
	atom, err := xproto.InternAtom(w.conn, false, uint16(len("_NET_WM_NAME")), "_NET_WM_NAME").Reply()
	require.NoError(w.t, err)
	value, err := xproto.GetProperty(w.conn, false, id, atom.Atom, xproto.GetPropertyTypeAny, 0, 1024).Reply()
	if err != nil {
		return ""
	}
	return string(value.Value)
}

// code finds the key of a symbol, and whether it wants the shift key.
func (w *window) code(symbol xproto.Keysym) (key xproto.Keycode, shifted bool) {
	per := int(w.symbols.KeysymsPerKeycode)
	for i, s := range w.symbols.Keysyms {
		if s == symbol && i%per < 2 {
			return w.first + xproto.Keycode(i/per), i%per == 1
		}
	}
	w.t.Fatalf("no key for symbol %#x", symbol)
	return 0, false
}

// held is how long a key or a button is down, as by a hand.
const held = 120 * time.Millisecond

func (w *window) fake(kind, detail byte) { xtest.FakeInput(w.conn, kind, detail, 0, w.root, 0, 0, 0) }

func (w *window) tap(symbol xproto.Keysym) {
	key, shifted := w.code(symbol)
	if shifted {
		w.fake(xproto.KeyPress, byte(w.shift))
	}
	w.fake(xproto.KeyPress, byte(key))
	time.Sleep(held)
	w.fake(xproto.KeyRelease, byte(key))
	if shifted {
		w.fake(xproto.KeyRelease, byte(w.shift))
	}
	time.Sleep(held)
}

func (w *window) key(name string) {
	w.tap(map[string]xproto.Keysym{"Return": 0xff0d, "Down": 0xff54, "Escape": 0xff1b}[name])
}

// write types text; symbols of Latin-1 are their own keysyms.
func (w *window) write(text string) {
	for _, r := range text {
		w.tap(xproto.Keysym(r))
	}
}

// click presses the part with an id with the mouse, where the layout says it is.
func (w *window) click(page view.Part, id string) {
	w.t.Helper()
	place, err := xproto.GetGeometry(w.conn, xproto.Drawable(w.id)).Reply()
	require.NoError(w.t, err)
	faces, err := screen.Faces()
	require.NoError(w.t, err)
	laid := view.Lay(&page, view.Room{W: float64(place.Width), H: float64(place.Height), Keyboard: true}, faces)
	box := laid.Root.Find(id)
	require.NotNil(w.t, box)
	x, y := place.X+int16(box.Rect.X+box.Rect.W/2), place.Y+int16(box.Rect.Y+box.Rect.H/2)
	xtest.FakeInput(w.conn, xproto.MotionNotify, 0, 0, w.root, x, y, 0)
	time.Sleep(held)
	w.fake(xproto.ButtonPress, 1)
	time.Sleep(held)
	w.fake(xproto.ButtonRelease, 1)
}

// answer answers in the window and in the twin: the second question wrong, the third by mouse, the
// rest right and by keyboard.
func (w *window) answer(twin *twin, q quiz.Question, n int) {
	w.t.Helper()
	w.t.Logf("question %d: %s", n+1, q.Card.ID)
	page := twin.scene.View()
	switch wrong := n == 1; {
	case n == 2:
		w.click(page, "dontknow")
		twin.press("dontknow")
	case q.Card.Kind == quiz.Choose:
		for i, o := range q.Options {
			if o.Right != wrong {
				w.write(string(rune('a' + i)))
				twin.press("option/" + quiz.OptionText(i))
				return
			}
		}
	case q.Card.Kind == quiz.Find:
		text := q.Code
		if wrong {
			text = q.Code[:3]
		}
		w.write(strings.ToLower(text))
		w.key("Down")
		w.key("Return")
		twin.do(view.Event{Kind: view.Edit, ID: "search", Text: text})
		twin.press("hit/0")
	case q.Card.Kind == quiz.Build:
		for i, slot := range q.Slots {
			for v, value := range slot.Values {
				if value.Char == q.Code[len(q.Stem)+i] {
					w.write(strings.ToLower(string(value.Char)))
					twin.press("value/" + quiz.OptionText(v))
				}
			}
		}
		w.key("Return")
		twin.press("check")
	default:
		text := strings.ToLower(q.Answers[0])
		if wrong {
			text = "zz"
		}
		w.write(text)
		w.key("Return")
		twin.do(view.Event{Kind: view.Edit, ID: "answer", Text: text})
		twin.press("check")
	}
}

// close ends the program as the window's own button does not exist here: the process is told.
func (w *window) close() {
	require.NoError(w.t, w.program.Process.Kill())
	_ = w.program.Wait()
}
