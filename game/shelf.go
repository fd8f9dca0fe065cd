package game

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"coderounds/codesets"
	"coderounds/quiz"
	"coderounds/quiz/drill"
)

// Stock is books that are there when the game opens. Its methods may block for long, so they are called from goroutines
// only.
type Stock interface {
	// Names lists the books by the names they are kept under.
	Names() ([]string, error)
	// Load returns what is kept under a name.
	Load(name string) ([]byte, error)
}

// Shelf is the stock that keeps what the player has loaded from one sitting to the next: a computer's disk and a browser's
// database are its two kinds. A name is made of small letters, digits, dots and hyphens.
type Shelf interface {
	Stock
	// Save keeps data under a name, in place of what was there, and returns once it is safe.
	Save(name string, data []byte) error
	// Remove removes what is kept under a name. There need be nothing.
	Remove(name string) error
}

// volume is a release that can be asked, or a file of questions. It is not changed once made.
type volume struct {
	// name is what it is kept under.
	name string
	// set is the release, nil for questions.
	set *codesets.Set
	// counts says how many codes the release has: they are counted once, beside the game.
	counts string
	// items are the questions.
	items []quiz.Item
	// file is what a file of questions holds.
	file []byte
	// stock tells that it is not the player's own, and so cannot be removed.
	stock bool
	// fault is why it could not be opened; nothing else is known of it then.
	fault error
}

// setBook makes a book of a release.
func setBook(set *codesets.Set, step codesets.Step) (*volume, error) {
	counted, err := counts(set, step)
	return &volume{name: set.Release().PackName(), set: set, counts: counted}, err
}

// questionsPrefix begins the names of files of questions.
const questionsPrefix = "questions-"

func questionsBook(file string, data []byte, items []quiz.Item) *volume {
	name := strings.TrimPrefix(file[strings.LastIndexByte(file, '/')+1:], questionsPrefix)
	return &volume{name: questionsPrefix + bookName(name), file: data, items: items}
}

// bookNameMost is how many bytes of a name are kept.
const bookNameMost = 80

// bookName makes a name of a text: small letters, digits, dots and hyphens.
func bookName(text string) string {
	name := []byte(strings.ToLower(text))
	for i, c := range name {
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && (c != '.' || i == 0 || i == len(name)-1) {
			name[i] = '-'
		}
	}
	if len(name) == 0 {
		return "unnamed"
	}
	return string(name[max(0, len(name)-bookNameMost):])
}

// with returns books with others put in place of those of their names.
func with(books []*volume, more ...*volume) []*volume {
	all := slices.Clone(books)
	for _, b := range more {
		if i := slices.IndexFunc(all, func(a *volume) bool { return a.name == b.name }); i >= 0 {
			all[i] = b
		} else {
			all = append(all, b)
		}
	}
	return all
}

// openBook makes a book of what is kept under a name.
func openBook(from Stock, name string, step codesets.Step) (*volume, error) {
	fault := func(err error) *volume { return &volume{name: name, fault: err} }
	data, err := from.Load(name)
	if err != nil {
		return fault(err), nil
	}
	if !strings.HasSuffix(name, codesets.PackSuffix) {
		var b brought
		_, err := b.take(name, data[:min(len(data), headBytes)], bytes.NewReader(data), step)
		if err == nil && len(b.items) == 0 {
			err = errors.New("it holds no questions")
		}
		if err != nil {
			return fault(err), nil
		}
		return &volume{name: name, file: data, items: b.items}, nil
	}
	var stopped error
	set, err := codesets.Unpack(bytes.NewReader(data), func(done, total int) error {
		stopped = step(done, total)
		return stopped
	})
	switch {
	case stopped != nil:
		return nil, stopped
	case err != nil:
		return fault(err), nil
	}
	counted, err := counts(set, step)
	return &volume{name: name, set: set, counts: counted}, err
}

// opened is what comes of work on the shelf, to be put on the desk.
type opened struct {
	books   []*volume
	library *codesets.Library
	drills  []quiz.Deck
	// says is what the player should know: what could not be opened or removed.
	says []string
}

// arrange makes the library of the books that are asked, over the starter sets, and the drills over it. It is long work.
func arrange(books []*volume, asked map[string]string, curriculum *codesets.Library, starters []quiz.Deck, step codesets.Step) (opened, error) {
	var sets []*codesets.Set
	for _, system := range codesets.Systems() {
		if b := askedOf(books, asked, system); b != nil {
			sets = append(sets, b.set)
		}
	}
	if len(sets) == 0 {
		return opened{books: books, library: curriculum, drills: starters}, nil
	}
	library := curriculum.With(sets...)
	drills, err := drill.Decks(library, curriculum, step)
	return opened{books: books, library: library, drills: drills}, err
}

// starterName is what the choice of the starter set is called.
const starterName = "starter"

// askedOf returns the book that is asked of a system: the one the player has chosen, else the last; nil is the starter set.
func askedOf(books []*volume, asked map[string]string, system codesets.System) *volume {
	name := asked[system.Key()]
	if name == starterName {
		return nil
	}
	var last *volume
	for _, b := range books {
		if b.set == nil || b.set.Release().System != system {
			continue
		}
		if b.name == name {
			return b
		}
		last = b
	}
	return last
}

// keep packs books and saves them, and returns sentences about those that could not be. It is long work.
func keep(shelf Shelf, books []*volume, step codesets.Step) []string {
	var says []string
	for _, b := range books {
		data := b.file
		var err error
		if b.set != nil {
			var file bytes.Buffer
			err = b.set.PackIn(&file, step)
			data = file.Bytes()
		}
		if err == nil {
			err = shelf.Save(b.name, data)
		}
		if err != nil {
			says = append(says, fmt.Sprintf("%s is open until you close the game, but could not be kept for the next time: %s", b.title(), sentence(err)))
		}
	}
	return says
}

// title is what a book is called in a sentence.
func (b *volume) title() string {
	switch {
	case b.set != nil:
		return b.set.Release().String()
	case b.items != nil:
		return strings.TrimPrefix(b.name, questionsPrefix)
	}
	return b.name
}
