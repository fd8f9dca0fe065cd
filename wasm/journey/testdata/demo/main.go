// Demo is a small program for the tests of the page: it shows every role, logs every event it means, and nothing else.
package main

import (
	"errors"
	"fmt"
	"image/color"
	"io/fs"
	"log"
	"strings"

	"github.com/hajimehoshi/ebiten/v2"
	"github.com/hajimehoshi/ebiten/v2/inpututil"
	"github.com/hajimehoshi/ebiten/v2/vector"

	"coderounds/game/view"
	"coderounds/wasm"
)

// faces measures every letter as half as wide as its line is high.
type faces struct{}

func (faces) Width(text string, _ view.Style, _ bool) float64 { return 8 * float64(len([]rune(text))) }
func (faces) Height(view.Style) float64                       { return 20 }

type demo struct {
	page   *wasm.Page
	store  *wasm.Store
	stage  *view.Stage
	events []string
	field  string
	boxes  string
	said   string
	chosen string
	dialog bool
	room   view.Room
	finger ebiten.TouchID
	fx, fy int
	down   bool
}

func main() {
	page, err := wasm.Open()
	if err != nil {
		wasm.Fail(err)
		return
	}
	store, notices := page.Store()
	d := &demo{page: page, store: store, finger: -1, room: view.Room{W: 100, H: 100}}
	d.stage = view.NewStage(faces{}, d.room)
	lines, err := store.Lines()
	if err != nil {
		log.Fatal(err)
	}
	settings, err := store.LoadSettings()
	if err != nil {
		log.Fatal(err)
	}
	d.note("lines %d settings %q", len(lines), settings)
	for _, n := range notices {
		d.note("%s", n)
	}
	ebiten.SetScreenClearedEveryFrame(true)
	if err := ebiten.RunGame(d); err != nil {
		log.Fatal(err)
	}
}

func (d *demo) note(format string, args ...any) {
	d.events = append(d.events, fmt.Sprintf(format, args...))
}

func (d *demo) Layout(w, h int) (int, int) {
	if room := (view.Room{W: float64(w), H: float64(h)}); room != d.room {
		d.room = room
		d.stage.Resize(faces{}, room)
	}
	return w, h
}

// pointer is what game/screen does with a mouse and one finger.
func (d *demo) pointer() []view.Event {
	var events []view.Event
	at := func(kind view.Kind, x, y int) {
		events = append(events, view.Event{Kind: kind, X: float64(x), Y: float64(y)})
	}
	x, y := ebiten.CursorPosition()
	if inpututil.IsMouseButtonJustPressed(ebiten.MouseButtonLeft) {
		at(view.PointDown, x, y)
	}
	if inpututil.IsMouseButtonJustReleased(ebiten.MouseButtonLeft) {
		at(view.PointUp, x, y)
	}
	if _, wheel := ebiten.Wheel(); wheel != 0 {
		events = append(events, view.Event{Kind: view.Wheel, Y: -wheel})
	}
	for _, id := range inpututil.AppendJustPressedTouchIDs(nil) {
		d.finger = id
		d.fx, d.fy = ebiten.TouchPosition(id)
		at(view.PointDown, d.fx, d.fy)
	}
	if d.finger >= 0 && inpututil.IsTouchJustReleased(d.finger) {
		at(view.PointUp, d.fx, d.fy)
		d.finger = -1
	}
	return events
}

func (d *demo) Update() error {
	for _, raw := range append(d.pointer(), d.page.Events()...) {
		for _, e := range d.stage.Handle(raw) {
			if err := d.take(e); err != nil {
				return err
			}
		}
	}
	d.stage.Show(d.view())
	focus, _ := d.stage.Focus()
	d.page.Mirror(d.stage.Laid(), 1, focus)
	return nil
}

func (d *demo) take(e view.Event) error {
	switch e.Kind {
	case view.Press:
		d.note("press %s", e.ID)
		return d.press(e.ID)
	case view.Edit:
		if e.ID == "boxes" {
			d.boxes = e.Text[:min(len(e.Text), 7)]
			break
		}
		// Codes are in capitals, with a dot after the third character.
		text := strings.ToUpper(strings.ReplaceAll(e.Text, ".", ""))
		if len(text) > 3 {
			text = text[:3] + "." + text[3:]
		}
		d.field = text
		d.note("edit %s", e.Text)
	case view.Back:
		d.note("back")
		d.dialog = false
	case view.Drop:
		d.note("%s", listing(e.Files))
	case view.Resumed:
		d.note("resumed")
	}
	return nil
}

func (d *demo) press(id string) error {
	switch id {
	case "ask":
		d.dialog = true
	case "no":
		d.dialog = false
	case "a", "b":
		d.chosen = id
		d.said = map[string]string{"a": "Right", "b": "Not yet"}[id]
	case "save":
		err := <-d.store.Append([]byte(`{"a":"é"}`))
		lines, err2 := d.store.Lines()
		d.note("saved %v %v %d", err, err2, len(lines))
	case "settings":
		d.note("settings %v", <-d.store.SaveSettings([]byte(`{"theme":"dark"}`)))
	case "erase":
		d.note("erased %v", <-d.store.Erase())
	case "offer":
		where, err := d.page.Offer("answers.json", []byte("[1,2]"))
		d.note("offered %s %v", where, err)
	case "pick":
		d.note("picking %v", d.page.Pick())
	case "fail":
		wasm.Fail(errors.New("the disk is on fire"))
		return ebiten.Termination
	case "quit":
		return ebiten.Termination
	}
	return nil
}

func listing(files fs.FS) string {
	var all []string
	err := fs.WalkDir(files, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(files, name)
		all = append(all, name+"="+string(data))
		return err
	})
	return fmt.Sprintf("drop %v %v", all, err)
}

func (d *demo) view() view.Part {
	button := func(id string, state view.State) view.Part {
		return view.Part{Role: view.Button, ID: id, Name: "Do " + id, State: state, Keys: map[string][]string{"ask": {"q"}}[id]}
	}
	choice := func(id, name string, state view.State) view.Part {
		if d.chosen == id {
			state |= view.Chosen
		}
		return view.Part{Role: view.Choice, ID: id, Name: name, State: state, Keys: []string{id}}
	}
	text := func(s string) view.Part { return view.Part{Role: view.Text, Name: s} }
	rows := func(cells ...string) view.Part {
		row := view.Part{Layout: view.Layout{Axis: view.Across, Gap: 8}}
		for _, c := range cells {
			row.Children = append(row.Children, text(c))
		}
		return row
	}
	log := d.events[max(0, len(d.events)-6):]
	start, end := d.page.Caret()
	p := view.Part{Role: view.Page, ID: "demo", Name: "Demo", Layout: view.Layout{Gap: 8}, Children: []view.Part{
		{Role: view.Heading, Name: "A demo", Layout: view.Layout{Head: true}},
		{Role: view.Text, ID: "log", Name: strings.Join(log, "; ")},
		{Role: view.Text, ID: "caret", Name: fmt.Sprint(start, " ", end)},
		{Role: view.Field, ID: "code", Name: "Code", Hint: "a code", Value: d.field, Style: view.Style{Mono: true, Size: view.Title}},
		{Role: view.Field, ID: "boxes", Name: "Boxes", Value: d.boxes, Slots: []int{3, 4}, Style: view.Style{Mono: true}},
		{Role: view.Group, Name: "Answers", Layout: view.Layout{Gap: 8}, Children: []view.Part{
			choice("a", "First", view.Right), choice("b", "Second", 0), choice("c", "Third", view.Disabled)}},
		{Role: view.Status, ID: "said", Name: d.said},
		{Role: view.Group, Layout: view.Layout{Axis: view.Across, Wrap: true, Gap: 8}, Children: []view.Part{
			button("ask", view.Wanted), button("save", 0), button("settings", 0), button("erase", 0), button("offer", 0), button("pick", 0), button("fail", 0), button("quit", 0)}},
		{Role: view.Table, Name: "Books", Children: []view.Part{rows("Book", "Codes"), rows("CM", "98,186")}},
		{Role: view.Progress, Name: "Done", Value: "0.25"},
		{Role: view.List, Name: "Found", Layout: view.Layout{Gap: 8}, Children: items()},
		{Role: view.Button, ID: "foot", Name: "At the foot", Layout: view.Layout{Foot: true}},
	}}
	if d.dialog {
		p.Children = append(p.Children, view.Part{Role: view.Dialog, Name: "Really?", Children: []view.Part{
			text("It cannot be undone."), button("yes", 0), button("no", view.Wanted)}})
	}
	return p
}

func items() []view.Part {
	var all []view.Part
	for i := range 30 {
		all = append(all, view.Part{Role: view.Item, ID: fmt.Sprint("item/", i), Name: fmt.Sprint("Item ", i)})
	}
	return all
}

func (d *demo) Draw(screen *ebiten.Image) {
	screen.Fill(color.White)
	focus, _ := d.stage.Focus()
	d.stage.Laid().Root.Each(func(b *view.Box) {
		c := color.RGBA{200, 200, 220, 255}
		if b.ID != "" && b.ID == focus {
			c = color.RGBA{255, 200, 100, 255}
		}
		r := b.Rect.Intersect(b.Clip)
		if b.Focusable() || b.Role == view.Dialog {
			vector.FillRect(screen, float32(r.X), float32(r.Y), float32(r.W), float32(r.H), c, false)
		}
	})
}
