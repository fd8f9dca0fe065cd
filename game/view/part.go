package view

import "slices"

// Role says what a part is, to the eye, the keyboard and a screen reader alike.
type Role uint8

// The roles. Those that can be pressed or edited are focusable when they have an ID.
const (
	Group    Role = iota // holds other parts, says nothing itself
	Page                 // the root of a scene; Name is the scene's title
	Heading              // names what follows
	Text                 // a paragraph; Name is the text
	Button               // does something when pressed
	Choice               // one of several answers; pressed to answer
	Field                // one line of text; Value is what is typed, Name its label, Hint the placeholder
	List                 // holds Items
	Item                 // an entry of a list; pressed when it has an ID
	Table                // holds rows (Groups) of cells (Texts); Name says what it shows
	Progress             // Value is "0" to "1"
	Chip                 // a short label, such as the book's name
	Status               // said aloud by a screen reader as soon as its Name changes
	Dialog               // asks before something cannot be undone
	Rule                 // a thin line
	Mark                 // ✓ or ✗: State Right or Wrong says which
	KeyCap               // the key that presses the part it stands in; laid out only where there is a keyboard
	Picture              // a chart of figures; Name says in a sentence what is to be seen
)

var roleNames = [...]string{"group", "page", "heading", "text", "button", "choice", "field", "list", "item",
	"table", "progress", "chip", "status", "dialog", "rule", "mark", "key", "picture"}

// String returns the role's name as golden texts print it.
func (r Role) String() string { return roleNames[r] }

// State is a set of conditions.
type State uint8

// The conditions a part may be in.
const (
	Disabled State = 1 << iota // shown, cannot be pressed
	Chosen                     // selected, switched on, or the one the player answered
	Right                      // shown as the right answer
	Wrong                      // shown as a wrong answer
	Primary                    // the obvious next step: Enter presses it when nothing else has the focus
	Wanted                     // takes the focus when the scene appears
)

// Has tells whether all of what is set.
func (s State) Has(what State) bool { return s&what == what }

// Part is one piece of a screen, and a screen is a tree of parts: a value, made anew by a scene
// whenever it has changed, and never altered after.
type Part struct {
	// ID is what a press on the part is called, unique in the tree. A part without one cannot be pressed.
	ID   string
	Role Role
	// Name is what the part says, and what a screen reader calls it. It is drawn when the part has
	// no children; children otherwise draw it in their own way.
	Name string
	// Spans, when there are any, are Name in pieces, some in bold.
	Spans []Span
	// Value is the text of a Field, or the share of a Progress or of a part that is Shaded, from "0" to "1".
	Value string
	// Slots, when there are any, make a Field show a box for each character, in groups with a dot between
	// them: 3, 4 for a code of ICD-10-CM. Value then holds no dot.
	Slots []int
	// Chart is what a Picture shows.
	Chart *Chart
	// Hint is a Field's placeholder, or a longer description for screen readers.
	Hint string
	// Keys are the keys that press the part while no field has the focus: "a", "1", "Enter".
	// A [KeyCap] inside shows them.
	Keys []string
	// Cue names the sound played when the part first appears: "right", "wrong", "done".
	Cue      string
	State    State
	Style    Style
	Layout   Layout
	Children []Part
}

// Span is a piece of text.
type Span struct {
	Text string
	Bold bool
}

// Size is a step of the type scale.
type Size uint8

// The steps, in CSS pixels at text size 100 %: Body 16, Small 14, Large 20, Title 28, Display 40.
const (
	Body Size = iota
	Small
	Large
	Title
	Display
)

// Tone is a colour by its meaning; the theme says which colour that is.
type Tone uint8

// The tones.
const (
	Ink Tone = iota
	Muted
	ToneCM
	TonePCS
	ToneHCPCS
	ToneCPT2
	ToneRight
	ToneWrong
	Accent
)

// Fill is what lies behind a part.
type Fill uint8

// The fills. Tinted is a light wash of the part's tone, Solid the tone itself with text that reads on it. Shaded is a
// wash that is the fuller the greater the part's Value is, "0" to "1"; the part's text should tell the share too.
const (
	Clear   Fill = iota
	Surface      // a card
	Sunk         // a field, a slot
	Tinted
	Solid
	Shaded
)

// Style is how a part looks.
type Style struct {
	Size   Size
	Tone   Tone
	Fill   Fill
	Bold   bool
	Mono   bool // code text: a mono face with a slashed zero
	Border bool
}

// Axis is the direction in which children follow one another.
type Axis uint8

// Down is a column, Across a row.
const (
	Down Axis = iota
	Across
)

// Place says where children stand in what room is left.
type Place uint8

// The places. Across the axis Stretch is the default; along it Start is.
const (
	Stretch Place = iota
	Start
	Center
	End
	Between // along the axis only: the room goes between the children
)

// Layout is how a part's children are placed, and how much room it asks for. Lengths are CSS
// pixels at text size 100 %.
type Layout struct {
	Axis    Axis
	Gap     float64
	Pad     float64 // inside, on all sides
	PadX    float64 // inside, left and right, added to Pad
	Align   Place   // of children, across the axis
	Justify Place   // of children, along the axis; of the text in a part that has no children
	Grow    float64 // share of the room left along the parent's axis
	Width   float64 // exact, 0 for what the content needs
	MinW    float64
	MaxW    float64
	MinH    float64
	Wrap    bool    // a row that breaks into lines
	SideBy  float64 // a column that becomes a row when it is at least this wide
	FromW   float64 // left out where the parent is narrower
	Beside  bool    // left out where the parent's children do not stand side by side
	Head    bool    // of a Page's child: stays at the top while the rest scrolls
	Foot    bool    // of a Page's child: stays at the bottom, under the thumb
	Center  bool    // stands in the middle of its parent when narrower (with MaxW)
}

// Focusable tells whether the part can have the focus.
func (p *Part) Focusable() bool {
	if p.ID == "" || p.State.Has(Disabled) {
		return false
	}
	switch p.Role {
	case Button, Choice, Field, Item:
		return true
	}
	return false
}

// Find returns the part with the id, or nil.
func (p *Part) Find(id string) *Part {
	if p.ID == id && id != "" {
		return p
	}
	for i := range p.Children {
		if found := p.Children[i].Find(id); found != nil {
			return found
		}
	}
	return nil
}

// Each calls do for the part and all below it, in reading order, until do returns false.
func (p *Part) Each(do func(*Part) bool) bool {
	if !do(p) {
		return false
	}
	for i := range p.Children {
		if !p.Children[i].Each(do) {
			return false
		}
	}
	return true
}

// Equal tells whether two trees show the same.
func (p *Part) Equal(o *Part) bool {
	return p.ID == o.ID && p.Role == o.Role && p.Name == o.Name && p.Value == o.Value && p.Hint == o.Hint &&
		p.Cue == o.Cue && p.State == o.State && p.Style == o.Style && p.Layout == o.Layout &&
		slices.Equal(p.Spans, o.Spans) && p.Chart.Equal(o.Chart) && slices.Equal(p.Keys, o.Keys) && slices.Equal(p.Slots, o.Slots) &&
		slices.EqualFunc(p.Children, o.Children, func(a, b Part) bool { return a.Equal(&b) })
}

// Pressed returns the part that a key presses, or nil.
func (p *Part) Pressed(key string) *Part {
	var found *Part
	p.Each(func(q *Part) bool {
		if q.Focusable() && slices.Contains(q.Keys, key) {
			found = q
		}
		return found == nil
	})
	return found
}
