package game

import (
	"slices"

	"coderounds/codesets"
	"coderounds/game/view"
)

// Licence asks, before codes that belong to somebody are opened, whether the player may use them.
type Licence struct {
	load    *Load
	brought brought
}

// private tells whether any set is for licence holders only.
func (b *brought) private() bool {
	return slices.ContainsFunc(b.sets, func(s *codesets.Set) bool { return s.Release().Private })
}

// Update implements [Scene].
func (l *Licence) Update(in Input) Scene {
	for _, e := range in.Events {
		switch {
		case e.Kind == view.Press && e.ID == "licensed":
			l.load.licensed = true
			return l.load.finish(l.brought)
		case e.Kind == view.Back, e.Kind == view.Press && e.ID == "leave out":
			return l.load.back
		}
	}
	return l
}

// View implements [Scene].
func (l *Licence) View() view.Part {
	leave := primary("leave out", "Leave them out")
	leave.State |= view.Wanted
	return page("licence", "CPT codes", heading("These codes belong to the AMA", view.Title),
		text("The file holds CPT Category II codes and descriptors. CPT is a registered trademark of the American Medical Association, "+
			"and its codes may be used under a licence only."),
		text("With a licence of your own you may train with them here. They stay on this device: backups and exports leave them out."),
		foot(across(12, grow(button("licensed", "I have a licence")), grow(leave))))
}
