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

// takeIn reads whatever files hold: question files and backups by themselves, all else as a release.
// The drills over the library that comes of it are made here too, since they take time.
func takeIn(files fs.FS, library, curriculum *codesets.Library, step codesets.Step) brought {
	var b brought
	known := 0
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		took, err := takeFile(files, name, &b)
		if took {
			known++
		}
		return err
	})
	if err != nil {
		return brought{err: err}
	}
	loaded, err := release.Open(files, step, library.Sets()...)
	if err != nil && (known == 0 || !errors.Is(err, release.ErrNothing)) {
		return brought{err: err}
	}
	b.sets = loaded.Sets
	for _, f := range loaded.Files {
		b.says = append(b.says, f.String())
	}
	if len(b.sets) > 0 {
		b.library = library.With(b.sets...)
		b.drills, b.err = drill.Decks(b.library, curriculum, func(_, _ int) error { return step(release.Total, release.Total) })
	}
	return b
}

// takeFile reads a file if it is a question file or a backup.
func takeFile(files fs.FS, name string, b *brought) (took bool, err error) {
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
	whole := io.MultiReader(bytes.NewReader(head), f)
	switch {
	case isBackup(head):
		settings, reviews, err := ReadBackup(whole)
		if err != nil {
			return true, fmt.Errorf("%s: %w", name, err)
		}
		b.settings, b.reviews = &settings, append(b.reviews, reviews...)
		return true, nil
	case quiz.IsReviews(head):
		reviews, err := quiz.ReadReviews(quiz.Lines(whole), 1, math.MaxInt)
		if err != nil {
			return true, fmt.Errorf("%s: %w", name, err)
		}
		b.reviews = append(b.reviews, reviews...)
		return true, nil
	case exchange.RecognisedAnki(head):
		return true, b.takeItems(exchange.ReadAnki(whole, name))
	case exchange.Recognised(head):
		return true, b.takeItems(exchange.ReadCSV(whole, name))
	}
	return false, nil
}

// takeItems takes questions in, and what is said of those that were left out.
func (b *brought) takeItems(items []quiz.Item, bad []exchange.Problem, err error) error {
	b.items = append(b.items, items...)
	for _, p := range bad {
		b.says = append(b.says, p.String())
	}
	return err
}
