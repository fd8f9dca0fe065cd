package game

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"

	"coderounds/codesets"
	"coderounds/codesets/release"
	"coderounds/quiz"
	"coderounds/quiz/drill"
	"coderounds/quiz/exchange"
)

// headBytes is how much of a file is looked at to tell what it is.
const headBytes = 4096

// takeIn reads whatever files hold: question files, backups and packed sets by themselves, all else as a release.
// The drills over the library that comes of it are made here too, since they take time.
func takeIn(files fs.FS, library, curriculum *codesets.Library, step codesets.Step) brought {
	var b brought
	known := make(map[string]bool)
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		took, err := takeFile(files, name, &b, step)
		if took {
			known[name] = true
		}
		return err
	})
	if err != nil {
		return brought{err: err}
	}
	loaded, err := release.Open(files, step, library.Sets()...)
	if err != nil && (len(known) == 0 || !errors.Is(err, release.ErrNothing)) {
		return brought{err: err}
	}
	b.sets = append(b.sets, loaded.Sets...)
	for _, f := range loaded.Files {
		b.files = append(b.files, f.String())
	}
	for _, o := range loaded.Others {
		if !known[o.Name] {
			b.files = append(b.files, o.String())
		}
	}
	if len(b.sets) == 0 {
		return b
	}
	b.library = library
	last := func(int, int) error { return step(release.Total, release.Total) }
	for _, s := range b.sets {
		// The book is kept as it is opened: with what it lacks taken from the one it replaces.
		b.library = b.library.With(s)
		if err := last(0, 0); err != nil {
			return brought{err: err}
		}
		book, err := setBook(b.library.Set(s.Release().System), last)
		if err != nil {
			return brought{err: err}
		}
		b.books = append(b.books, book)
	}
	b.drills, b.err = drill.Decks(b.library, curriculum, last)
	return b
}

// takeFile reads a file if it is a question file, a backup or a packed set.
func takeFile(files fs.FS, name string, b *brought, step codesets.Step) (took bool, err error) {
	f, err := files.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	head := make([]byte, headBytes)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false, err
	}
	head = head[:n]
	return b.take(name, head, io.MultiReader(bytes.NewReader(head), f), step)
}

// take reads what begins with head, if it is known by that.
func (b *brought) take(name string, head []byte, whole io.Reader, step codesets.Step) (took bool, err error) {
	switch {
	case isBackup(head):
		if err := b.takeBackup(whole); err != nil {
			return true, fmt.Errorf("%s: %w", name, err)
		}
	case quiz.IsReviews(head):
		reviews, err := quiz.ReadReviews(quiz.Lines(whole, quiz.LineMost), 1, math.MaxInt)
		if err != nil {
			return true, fmt.Errorf("%s: %w", name, err)
		}
		b.reviews = append(b.reviews, reviews...)
	case codesets.IsPacked(head):
		set, err := codesets.Unpack(whole, step)
		if err != nil {
			return true, fmt.Errorf("%s: %w", name, err)
		}
		b.sets = append(b.sets, set)
	case exchange.RecognisedAnki(head):
		return true, b.takeItems(name, whole, exchange.ReadAnki)
	case exchange.Recognised(head):
		return true, b.takeItems(name, whole, exchange.ReadCSV)
	default:
		return false, nil
	}
	return true, nil
}

// takeBackup takes in all that a backup holds, the files of questions as if they had been dropped.
func (b *brought) takeBackup(whole io.Reader) error {
	backup, err := ReadBackup(whole)
	if err != nil {
		return err
	}
	for _, f := range backup.Questions {
		took, err := b.take(f.Name, f.Data[:min(len(f.Data), headBytes)], bytes.NewReader(f.Data), nil)
		if err == nil && !took {
			err = fmt.Errorf("%s in it is no file of questions", f.Name)
		}
		if err != nil {
			return err
		}
	}
	b.settings, b.reviews = &backup.Settings, append(b.reviews, backup.Reviews...)
	return nil
}

// questionsMost is how large a file of questions may be, in bytes.
const questionsMost = 64 << 20

// takeItems takes questions in, the file they stand in, and what is said of those that were left out.
func (b *brought) takeItems(name string, whole io.Reader, read func(io.Reader, string) ([]quiz.Item, []exchange.Problem, error)) error {
	data, err := io.ReadAll(io.LimitReader(whole, questionsMost))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	items, bad, err := read(bytes.NewReader(data), name)
	b.items = append(b.items, items...)
	for _, p := range bad {
		b.says = append(b.says, p.String())
	}
	if len(items) > 0 {
		b.books = append(b.books, questionsBook(name, data, items))
	}
	return err
}
