package game

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"time"

	"coderounds/codesets/starter"
	"coderounds/quiz"
	"coderounds/quiz/concept"
	"coderounds/quiz/drill"
)

// Start is what a game is opened with.
type Start struct {
	Store    quiz.Store
	Settings []byte // as saved; nil at a first start
	Device   Device
	// Shelf keeps what the player loads; nil keeps nothing.
	Shelf Shelf
	// Stock is books that are there without the player having loaded any; it may be nil.
	Stock Stock
	Rand  *rand.Rand
	Now   time.Time
	// Files are taken in before the first page: releases, questions.
	Files []fs.FS
	// Notices are shown on the home page.
	Notices []string
}

// Open opens the books that come with the program, replays the journal and returns the desk with the first scene. A journal
// that cannot be read is a scene too; an error means that the program was built wrongly.
func Open(s Start) (*Desk, Scene, error) {
	curriculum, err := starter.Library()
	if err != nil {
		return nil, nil, fmt.Errorf("open the starter sets: %w", err)
	}
	items, err := concept.Items()
	if err != nil {
		return nil, nil, fmt.Errorf("open the concept items: %w", err)
	}
	drills, err := drill.Decks(curriculum, curriculum, nil)
	if err != nil {
		return nil, nil, err
	}
	desk := &Desk{
		Library: curriculum, Curriculum: curriculum, drills: drills,
		Device: s.Device, Rand: s.Rand, Notices: s.Notices, items: items, ours: items,
		starters: drills, shelf: s.Shelf,
	}
	if desk.Settings, err = ParseSettings(s.Settings); err != nil {
		desk.Notices = append(desk.Notices, sentence(err)+" The usual settings are used.")
	}
	desk.Journal, err = quiz.OpenJournal(s.Store, desk.newMemory())
	var scene Scene = NewHome(desk, s.Now)
	if err != nil {
		if desk.Journal, err = damaged(desk, s.Store, err, &scene); err != nil {
			return nil, nil, err
		}
	}
	desk.openShelf(s.Stock)
	for _, files := range s.Files {
		scene = NewLoad(desk, scene, files)
	}
	return desk, scene, nil
}

// newMemory returns an empty memory with what the settings say.
func (d *Desk) newMemory() *quiz.Memory {
	return quiz.NewMemory(d.model(), d.Settings.Workload.Retention)
}

// damaged puts a scene about the damage first and gives a journal that is not saved meanwhile.
func damaged(desk *Desk, store quiz.Store, why error, scene *Scene) (*quiz.Journal, error) {
	*scene = &Damaged{desk: desk, store: store, why: why}
	return quiz.OpenJournal(new(quiz.Unsaved), desk.newMemory())
}
