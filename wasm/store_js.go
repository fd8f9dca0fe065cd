package wasm

import (
	"bytes"
	"fmt"
	"syscall/js"
)

// Store keeps the journal and the settings in the browser's database (IndexedDB). It is a quiz.Store.
//
// The journal is one record a line under keys that the database counts up, so windows that append at the same time
// each add their own. Errors are sentences that say what to do.
//
// Where the browser lets the page keep nothing, the store is empty, and each attempt to save says why.
type Store struct {
	js js.Value
	// fault is why there is no database.
	fault error
}

// openStore opens the database, and makes it when it is missing. It blocks until that is done, so it must not be
// called in a JavaScript callback.
func openStore(page js.Value) *Store {
	s := &Store{js: page.Get("store")}
	if o := <-begin(s.js, "open"); o.err != nil {
		s.fault = fmt.Errorf("open storage: %w", o.err)
	}
	return s
}

// Append saves lines, all or none; none may contain a line feed. The channel, which is buffered, sends nil once they are
// on the disk. After the first lines it asks the browser, once, not to clear the data when room gets scarce.
func (s *Store) Append(lines ...[]byte) <-chan error {
	return s.change("save the answer", "append", string(bytes.Join(lines, []byte{'\n'})))
}

// Lines returns all lines, oldest first. It blocks, so it must not be called in a JavaScript callback.
func (s *Store) Lines() ([][]byte, error) {
	text, err := s.text("read the journal", "lines")
	if err != nil || text == "" {
		return nil, err
	}
	return bytes.Split([]byte(text), []byte{'\n'}), nil
}

// Erase removes all lines, and sends nil once that is done.
func (s *Store) Erase() <-chan error { return s.change("erase the journal", "erase") }

// LoadSettings returns the settings as they were saved, nil when they never were. It blocks as [Store.Lines] does.
func (s *Store) LoadSettings() ([]byte, error) {
	text, err := s.text("read the settings", "loadSettings")
	if err != nil || text == "" {
		return nil, err
	}
	return []byte(text), nil
}

// SaveSettings replaces the settings, UTF-8 text, and sends nil once that is done.
func (s *Store) SaveSettings(settings []byte) <-chan error {
	return s.change("save the settings", "saveSettings", string(settings))
}

// text waits for what a method resolves to.
func (s *Store) text(action, method string) (string, error) {
	if s.fault != nil {
		return "", nil
	}
	o := <-begin(s.js, method)
	if o.err != nil {
		return "", fmt.Errorf("%s: %w", action, o.err)
	}
	return o.value.String(), nil
}

// change starts a method that saves something and passes on how it ended, with what was tried.
func (s *Store) change(action, method string, args ...any) <-chan error {
	result := make(chan error, 1)
	if s.fault != nil {
		result <- fmt.Errorf("%s: %w", action, s.fault)
		return result
	}
	ended := begin(s.js, method, args...)
	go func() {
		o := <-ended
		if o.err != nil {
			o.err = fmt.Errorf("%s: %w", action, o.err)
		}
		result <- o.err
	}()
	return result
}
