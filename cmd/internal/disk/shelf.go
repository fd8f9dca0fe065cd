package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

const booksName = "books"

// Names lists the books that are kept, by name. A file that was being written when the program was killed is none.
func (d *Disk) Names() ([]string, error) {
	var names []string
	err := <-d.inTurn(func() (err error) {
		names, err = booksIn(d.path(booksName))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("list the books: %w", err)
	}
	return names, nil
}

// booksIn lists the files of a folder, none where it is missing.
func booksIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		if e.Type().IsRegular() && !strings.HasSuffix(e.Name(), newSuffix) && !strings.HasPrefix(e.Name(), ".") {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// Load returns a book.
func (d *Disk) Load(name string) ([]byte, error) {
	var data []byte
	err := d.book(name, func(path string) (err error) {
		data, err = os.ReadFile(path)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the book: %w", err)
	}
	return data, nil
}

// Save keeps a book in place of the one of that name, wholly or not at all, and returns once it is on the disk.
func (d *Disk) Save(name string, data []byte) error {
	err := d.book(name, func(path string) error {
		if err := os.MkdirAll(filepath.Dir(path), folderPerm); err != nil {
			return err
		}
		return d.replace(path, data)
	})
	if err != nil {
		return fmt.Errorf("keep the book: %w; see that the disk has room and the folder can be written to", err)
	}
	return nil
}

// Remove removes a book; one that is not there is no error.
func (d *Disk) Remove(name string) error {
	err := d.book(name, func(path string) error {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("remove the book: %w; close what else has it open and try again", err)
	}
	return nil
}

// book does work on a book's file. A name that leads elsewhere is an error.
func (d *Disk) book(name string, work func(path string) error) error {
	if !isBookName(name) {
		return fmt.Errorf("%q is not the name of a book", name)
	}
	return <-d.inTurn(func() error { return work(filepath.Join(d.path(booksName), name)) })
}

func isBookName(name string) bool {
	return fs.ValidPath(name) && filepath.IsLocal(name) && !strings.ContainsAny(name, `/\:`) && name != "." &&
		!strings.HasPrefix(name, ".") && !strings.HasSuffix(name, newSuffix)
}

// Stock is a folder of books that are there without the player having loaded any. It may be missing.
type Stock string

// Names lists them, by name.
func (s Stock) Names() ([]string, error) {
	names, err := booksIn(string(s))
	if err != nil {
		return nil, fmt.Errorf("list the books: %w", err)
	}
	return names, nil
}

// Load returns one of them.
func (s Stock) Load(name string) ([]byte, error) {
	if !isBookName(name) {
		return nil, fmt.Errorf("read the book: %q is not the name of one", name)
	}
	data, err := os.ReadFile(filepath.Join(string(s), name))
	if err != nil {
		return nil, fmt.Errorf("read the book: %w", err)
	}
	return data, nil
}
