package game

import (
	"slices"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// Books is the scene of all books there are: the releases, those that come with the game and those the player has loaded,
// and files of questions. The player chooses which release is asked, and removes what is not wanted any more.
type Books struct {
	desk     *Desk
	back     Scene
	removing *volume // to be confirmed
	says     string  // what the last action came to
}

// NewBooks opens the books. Back leads to the scene given.
func NewBooks(desk *Desk, back Scene) *Books { return &Books{desk: desk, back: back} }

// Waiting implements [Waiter]: books are being opened or removed, or the choice saved.
func (b *Books) Waiting() bool { return b.desk.shelving != nil || b.desk.saving != nil }

// Update implements [Scene].
func (b *Books) Update(in Input) Scene {
	if err := b.desk.saved(); err != nil {
		b.says = "Your choice could not be saved: " + sentence(err)
	}
	if says, taken := b.desk.takeBooks(); taken {
		b.says = strings.Join(says, " ")
	}
	for _, e := range in.Events {
		if next := dropped(b.desk, e, b); next != nil {
			return next
		}
		switch {
		case e.Kind == view.Back && b.removing != nil:
			b.removing = nil
		case e.Kind == view.Back, e.Kind == view.Press && e.ID == "back":
			if h, ok := b.back.(*Home); ok {
				h.now = in.Now
			}
			return b.back
		case e.Kind == view.Press:
			b.press(e.ID)
		}
	}
	return b
}

func (b *Books) press(id string) {
	b.says = ""
	switch id {
	case "pick":
		if !b.desk.Device.Pick() {
			b.says = "Drop the file onto this window, or start the game with -release FILE or -questions FILE."
		}
		return
	case "keep":
		b.removing = nil
		return
	case "remove/yes":
		b.desk.removeBook(b.removing.name)
		b.removing = nil
		return
	}
	if name, ok := strings.CutPrefix(id, "remove/"); ok {
		b.removing = b.find(name)
		return
	}
	for _, system := range codesets.Systems() {
		name, ok := strings.CutPrefix(id, "ask/"+system.Key()+"/")
		if !ok {
			continue
		}
		b.desk.Settings.Books.asks(system, name)
		b.desk.save()
		b.desk.rearrange("Opening the book")
	}
}

func (b *Books) find(name string) *volume {
	for _, other := range b.desk.books {
		if other.name == name {
			return other
		}
	}
	return nil
}

// View implements [Scene].
func (b *Books) View() view.Part {
	p := page("books", "Books", head(across(12, button("back", "Back"), heading("Books", view.Title))))
	if says := b.status(); says != "" {
		p.Children = append(p.Children, card(0, view.Part{Role: view.Status, Name: says}))
	}
	if len(b.desk.books) == 0 && b.desk.shelving == nil {
		p.Children = append(p.Children, noBooks())
	}
	for _, system := range codesets.Systems() {
		p.Children = append(p.Children, b.releases(system)...)
	}
	p.Children = append(p.Children, b.others()...)
	add := primary("pick", "Add a file")
	p.Children = append(p.Children, foot(add))
	if b.removing != nil {
		p.Children = append(p.Children, b.confirm())
	}
	return p
}

// status is what is being done, or what the last action came to.
func (b *Books) status() string {
	if b.desk.shelving != nil {
		return b.desk.shelving.says + " …"
	}
	return b.says
}

// noBooks says how to get the books of this year.
func noBooks() view.Part {
	return card(8, heading("Only the starter sets are here", view.Large),
		text("They hold a choice of codes. The agencies publish all codes free of charge: ICD-10-CM, ICD-10-PCS and HCPCS Level II on the "+
			"CMS website. Fetch a zip there and drop it here, as it is; several at once will do."),
		muted("The game itself fetches nothing."))
}

func (b *Books) confirm() view.Part {
	keep := primary("keep", "Keep it")
	keep.State |= view.Wanted
	says := "It is removed from this device. Your answers stay; to ask it again, load the file again."
	return dialog("Remove "+b.removing.title()+"?", says, keep, button("remove/yes", "Remove it"))
}

// releases are the cards of a system: what is asked first, then what came last, then the starter set, where there is one.
func (b *Books) releases(system codesets.System) []view.Part {
	asked := askedOf(b.desk.books, b.desk.Settings.Books.Asked, system)
	var cards []view.Part
	for _, other := range b.desk.books {
		switch {
		case other.set == nil || other.set.Release().System != system:
		case other == asked:
			cards = append(cards, b.release(other, other.name, true))
		default:
			cards = append([]view.Part{b.release(other, other.name, false)}, cards...)
		}
	}
	slices.SortStableFunc(cards, func(x, y view.Part) int { return int(y.State&view.Chosen) - int(x.State&view.Chosen) })
	if starter := b.desk.Curriculum.Set(system); starter != nil {
		own, _ := counts(starter, func(int, int) error { return nil }) // only a step could fail
		cards = append(cards, b.release(&volume{set: starter, counts: own, stock: true}, starterName, asked == nil))
	}
	return cards
}

// release is the card of a release.
func (b *Books) release(of *volume, name string, asked bool) view.Part {
	set, r := of.set, of.set.Release()
	title := r.Label
	if r.Starter {
		title = strings.TrimSpace(r.Label + " starter set")
	}
	top := across(12, chip(r.System), grow(heading(title, view.Large)))
	if asked {
		top.Children = append(top.Children, view.Part{
			Role: view.Chip, Name: "Asked now", Style: view.Style{Tone: view.ToneRight, Fill: view.Tinted, Size: view.Small, Bold: true},
		})
	}
	says := down(4, text(of.counts))
	for _, line := range lacks(set) {
		says.Children = append(says.Children, text(line))
	}
	c := card(12, top, says, muted(origin(of, r)))
	if asked {
		c.State |= view.Chosen
	}
	var buttons []view.Part
	if !asked {
		ask := button("ask/"+r.System.Key()+"/"+name, "Ask this one")
		ask.Hint = r.String()
		buttons = append(buttons, ask)
	}
	if !of.stock {
		buttons = append(buttons, removal(of))
	}
	if len(buttons) > 0 {
		c.Children = append(c.Children, wrap(8, buttons...))
	}
	return c
}

func removal(of *volume) view.Part {
	b := button("remove/"+of.name, "Remove")
	b.Hint = of.title()
	return b
}

// others are the cards of files of questions, and of books that could not be opened.
func (b *Books) others() []view.Part {
	var cards []view.Part
	for _, other := range b.desk.books {
		switch {
		case other.fault != nil:
			c := card(12, heading(other.name+" cannot be opened", view.Large), text(sentence(other.fault)),
				text("Remove it, and load the file it came from again."))
			if !other.stock {
				c.Children = append(c.Children, wrap(8, removal(other)))
			}
			cards = append(cards, c)
		case other.set == nil:
			cards = append(cards, card(12, heading(other.title(), view.Large),
				text(counted(len(other.items), "question", "questions")+" of your own."), wrap(8, removal(other))))
		}
	}
	return cards
}
