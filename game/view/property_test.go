package view_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"coderounds/game/view"
)

// anyPage draws a page as a scene might describe it, and some that none would.
func anyPage() *rapid.Generator[view.Part] {
	return rapid.Custom(func(t *rapid.T) view.Part {
		n := 0
		p := view.Part{Role: view.Page, ID: "page", Layout: view.Layout{Gap: float64(rapid.IntRange(0, 24).Draw(t, "gap"))}}
		for range rapid.IntRange(0, 6).Draw(t, "children") {
			child := anyPart(t, &n, 3)
			child.Layout.Head = rapid.IntRange(0, 9).Draw(t, "head") == 0
			child.Layout.Foot = rapid.IntRange(0, 9).Draw(t, "foot") == 0
			p.Children = append(p.Children, child)
		}
		if rapid.IntRange(0, 4).Draw(t, "asks") == 0 {
			dialog := anyPart(t, &n, 1)
			dialog.Role, dialog.ID = view.Dialog, ""
			p.Children = append(p.Children, dialog)
		}
		return p
	})
}

var leaves = []view.Role{view.Heading, view.Text, view.Button, view.Choice, view.Field, view.Item, view.Progress, view.Chip, view.Rule, view.Mark}

func anyPart(t *rapid.T, n *int, depth int) view.Part {
	*n++
	small := func(name string, most int) float64 { return float64(rapid.IntRange(0, most).Draw(t, name)) }
	p := view.Part{
		Role:  rapid.SampledFrom(leaves).Draw(t, "role"),
		ID:    fmt.Sprintf("part/%d", *n),
		Name:  rapid.StringOfN(rapid.SampledFrom([]rune("ab c\u00e4")), 0, 40, -1).Draw(t, "name"),
		State: rapid.SampledFrom([]view.State{0, view.Disabled, view.Primary, view.Wanted}).Draw(t, "state"),
		Style: view.Style{Size: rapid.SampledFrom([]view.Size{view.Body, view.Small, view.Title}).Draw(t, "size")},
		Layout: view.Layout{
			Grow: small("grow", 2), MinH: small("least", 60), Gap: small("gap", 8),
			Align:   rapid.SampledFrom([]view.Place{view.Stretch, view.Start, view.Center, view.End}).Draw(t, "align"),
			Justify: rapid.SampledFrom([]view.Place{view.Stretch, view.Center, view.End, view.Between}).Draw(t, "justify"),
		},
	}
	if depth > 0 && rapid.Bool().Draw(t, "inner") {
		p.Role = rapid.SampledFrom([]view.Role{view.Group, view.Group, view.List, view.Table, view.Choice}).Draw(t, "inner role")
		p.Layout.Axis = rapid.SampledFrom([]view.Axis{view.Down, view.Across}).Draw(t, "axis")
		p.Layout.Wrap = rapid.Bool().Draw(t, "wrap")
		p.Layout.SideBy = rapid.SampledFrom([]float64{0, 0, 200}).Draw(t, "side by")
		for range rapid.IntRange(1, 4).Draw(t, "children") {
			p.Children = append(p.Children, anyPart(t, n, depth-1))
		}
	}
	return p
}

func anyRoom() *rapid.Generator[view.Room] {
	return rapid.Custom(func(t *rapid.T) view.Room {
		return view.Room{
			W: float64(rapid.IntRange(320, 1400).Draw(t, "w")), H: float64(rapid.IntRange(200, 1000).Draw(t, "h")),
			Scroll: float64(rapid.IntRange(-10, 500).Draw(t, "scroll")), Keyboard: rapid.Bool().Draw(t, "keyboard"),
		}
	})
}

// hard tells that a part's insides may be wider than it is: its gaps and paddings alone nearly fill it.
func hard(b *view.Box) bool {
	return b.Rect.W < 32*float64(len(b.Kids)+1)+b.Layout.Gap*float64(len(b.Kids))
}

func TestNothingLeavesItsParentsWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPage().Draw(t, "page")
		laid := view.Lay(&p, anyRoom().Draw(t, "room"), view.Typewriter{})
		laid.Root.Each(func(b *view.Box) {
			require.GreaterOrEqual(t, b.Rect.W, 0.0)
			require.GreaterOrEqual(t, b.Rect.H, 0.0)
			for _, k := range b.Kids {
				require.GreaterOrEqual(t, k.Rect.X, b.Rect.X-0.01, "%s in %s", k.ID, b.ID)
				if !hard(b) {
					require.LessOrEqual(t, k.Rect.X+k.Rect.W, b.Rect.X+b.Rect.W+0.01, "%s in %s", k.ID, b.ID)
				}
			}
			for _, line := range b.Lines {
				if len(line.Runs) > 0 && b.Rect.W >= 64 && b.Role != view.Field {
					last := line.Runs[len(line.Runs)-1]
					require.LessOrEqual(t, last.X+last.W, b.Rect.X+b.Rect.W+0.01, b.ID)
				}
			}
		})
	})
}

func TestNothingInAColumnOverlaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPage().Draw(t, "page")
		laid := view.Lay(&p, anyRoom().Draw(t, "room"), view.Typewriter{})
		laid.Root.Each(func(b *view.Box) {
			if b == laid.Root || b.Layout.Axis == view.Across || b.Layout.SideBy > 0 {
				return
			}
			for i := 1; i < len(b.Kids); i++ {
				above, below := b.Kids[i-1].Rect, b.Kids[i].Rect
				require.GreaterOrEqual(t, below.Y, above.Y+above.H-0.01, b.ID)
			}
			if n := len(b.Kids); n > 0 {
				last := b.Kids[n-1].Rect
				require.LessOrEqual(t, last.Y+last.H, b.Rect.Y+b.Rect.H+0.01, b.ID)
			}
		})
	})
}

func TestEveryFocusableIsReached(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPage().Draw(t, "page")
		st := on(anyRoom().Draw(t, "room"), p)
		order := st.Laid().Root.Order()
		seen := make(map[string]bool)
		for range order {
			do(st, "Tab")
			id := focus(st)
			seen[id] = true
			b := st.Laid().Root.Find(id)
			if visible := b.Rect.Intersect(b.Clip); b.Clip.H >= 1 && b.Rect.W > 0 {
				require.Positive(t, visible.H, "%s is scrolled into view", id)
			}
		}
		require.Len(t, seen, len(order))
	})
}

func TestScrollingIsLayingOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, room := anyPage().Draw(t, "page"), anyRoom().Draw(t, "room")
		st := on(room, p)
		st.Handle(view.Event{Kind: view.Wheel, Y: room.Scroll})
		if room.Scroll = st.Scroll(); p.Children != nil && p.Children[len(p.Children)-1].Role == view.Dialog {
			room.Scroll, room.Asked = 0, room.Scroll // the dialog scrolls, not the page under it
		}
		require.Equal(t, plan(view.Lay(&p, room, view.Typewriter{})), plan(st.Laid()))
	})
}
