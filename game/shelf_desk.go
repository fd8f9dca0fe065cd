package game

import (
	"errors"
	"fmt"
	"slices"

	"coderounds/codesets"
)

// BookSettings say which books are asked.
type BookSettings struct {
	// Asked is the name of the book by the key of its system, or "starter". A system that is not in it asks the book that
	// came last.
	Asked map[string]string `json:"asked,omitempty"`
}

// asks remembers which book of a system is asked. Settings that were handed out do not change.
func (s *BookSettings) asks(system codesets.System, name string) {
	asked := map[string]string{system.Key(): name}
	for key, other := range s.Asked {
		if key != system.Key() {
			asked[key] = other
		}
	}
	s.Asked = asked
}

// shelving is long work on the books, done beside the game. Its end comes on a channel and is put on the desk by
// [Desk.takeBooks], in a scene where nothing is under way that the books' change would disturb.
type shelving struct {
	says  string // what is being done
	ended chan opened
}

// shelve starts work on the books; what it is given to breathe with is the device's. Work that is under way comes first.
func (d *Desk) shelve(says string, work func(books []*volume, step codesets.Step) (opened, error)) {
	before, books := d.shelving, d.books
	s := &shelving{says: says, ended: make(chan opened, 1)}
	d.shelving = s
	go func() {
		var told []string
		if before != nil {
			o := <-before.ended
			books, told = o.books, o.says
		}
		o, err := work(books, d.Device.Breathe)
		if err != nil {
			o.says = append(o.says, sentence(err))
		}
		o.says = append(told, o.says...)
		s.ended <- o
	}()
}

// takeBooks puts what work on the books came to on the desk, and tells whether there was any.
func (d *Desk) takeBooks() (says []string, taken bool) {
	if d.shelving == nil {
		return nil, false
	}
	select {
	case o := <-d.shelving.ended:
		d.shelving = nil
		d.books = o.books
		if o.library != nil {
			d.open(o.library, o.drills)
		}
		d.gatherItems()
		return o.says, true
	default:
		return nil, false
	}
}

// take puts books that were loaded among the others, and asks the releases.
func (d *Desk) take(books []*volume) {
	d.books = with(d.books, books...)
	asks := false
	for _, b := range books {
		if b.set != nil {
			d.Settings.Books.asks(b.set.Release().System, b.name)
			asks = true
		}
	}
	if asks {
		d.save()
	}
	d.gatherItems()
}

// gatherItems puts our questions and those of the books together.
func (d *Desk) gatherItems() {
	items := slices.Clip(d.ours)
	for _, b := range d.books {
		items = append(items, b.items...)
	}
	d.SetItems(items)
}

// openShelf starts to open the books of the stock and of the shelf.
func (d *Desk) openShelf(stock Stock) {
	shelf, curriculum, starters, asked := d.shelf, d.Curriculum, d.starters, d.Settings.Books.Asked
	if shelf == nil && stock == nil {
		return
	}
	d.shelve("Opening your books", func(books []*volume, step codesets.Step) (opened, error) {
		var says []string
		for i, from := range []Stock{stock, shelf} {
			if from == nil {
				continue
			}
			some, told, err := openAll(from, step)
			if err != nil {
				return opened{books: books}, err
			}
			for _, b := range some {
				b.stock = i == 0
			}
			books, says = with(books, some...), append(says, told...)
		}
		o, err := arrange(books, asked, curriculum, starters, step)
		o.says = says
		return o, err
	})
}

// openAll opens all books there are, several at a time.
func openAll(from Stock, step codesets.Step) (books []*volume, says []string, err error) {
	names, err := from.Names()
	if err != nil {
		return nil, []string{"Your books could not be opened: " + sentence(err)}, nil
	}
	books = make([]*volume, len(names))
	err = codesets.Abreast(len(names), step, func(i int, step codesets.Step) (err error) {
		books[i], err = openBook(from, names[i], step)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	for _, b := range books {
		if b.fault != nil {
			says = append(says, fmt.Sprintf("%s could not be opened: %s You can remove it under Books, and load it again.", b.name, sentence(b.fault)))
		}
	}
	return books, says, nil
}

// rearrange starts to open the library anew, of the books there are.
func (d *Desk) rearrange(says string) {
	curriculum, starters, asked := d.Curriculum, d.starters, d.Settings.Books.Asked
	d.shelve(says, func(books []*volume, step codesets.Step) (opened, error) {
		return arrange(books, asked, curriculum, starters, step)
	})
}

// removeBook starts to remove a book for good.
func (d *Desk) removeBook(name string) {
	shelf, curriculum, starters, asked := d.shelf, d.Curriculum, d.starters, d.Settings.Books.Asked
	d.shelve("Removing "+name, func(books []*volume, step codesets.Step) (opened, error) {
		if shelf != nil {
			if err := shelf.Remove(name); err != nil {
				return opened{books: books}, err
			}
		}
		left := slices.DeleteFunc(slices.Clone(books), func(b *volume) bool { return b.name == name })
		return arrange(left, asked, curriculum, starters, step)
	})
}

// eraseAll starts to erase the journal and the books.
func (d *Desk) eraseAll() <-chan error {
	journal, shelf := d.Journal.Erase(), d.shelf
	erased := make(chan error, 1)
	go func() {
		err := <-journal
		if shelf != nil {
			err = errors.Join(err, emptied(shelf))
		}
		erased <- err
	}()
	return erased
}

func emptied(shelf Shelf) error {
	names, err := shelf.Names()
	for _, name := range names {
		err = errors.Join(err, shelf.Remove(name))
	}
	return err
}

// forgetBooks leaves the books that are not the player's own.
func (d *Desk) forgetBooks() {
	d.books = slices.DeleteFunc(slices.Clone(d.books), func(b *volume) bool { return !b.stock })
	d.gatherItems()
	d.rearrange("Putting the books back")
}
