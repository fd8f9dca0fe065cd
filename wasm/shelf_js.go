package wasm

import (
	"fmt"
	"syscall/js"
)

// Shelf keeps books in the browser's database, beside the journal. Its methods block until the browser has answered,
// so they must not be called in a JavaScript callback.
type Shelf struct{ store *Store }

// Names lists the books that are kept; none where the browser lets the page keep nothing.
func (s Shelf) Names() ([]string, error) {
	if s.store.fault != nil {
		return nil, nil
	}
	o := <-begin(s.store.js, "bookNames")
	if o.err != nil {
		return nil, fmt.Errorf("list the books: %w", o.err)
	}
	return texts(o.value), nil
}

// Load returns a book.
func (s Shelf) Load(name string) ([]byte, error) {
	if s.store.fault != nil {
		return nil, fmt.Errorf("read the book: %w", s.store.fault)
	}
	return loaded(begin(s.store.js, "loadBook", name))
}

// Save keeps a book in place of the one of that name.
func (s Shelf) Save(name string, data []byte) error {
	return <-s.store.change("keep the book", "saveBook", name, bytesOf(data))
}

// Remove removes a book; one that is not there is no error.
func (s Shelf) Remove(name string) error {
	return <-s.store.change("remove the book", "removeBook", name)
}

// Stock is the books that lie beside the page, on its own host.
type Stock struct{ js js.Value }

// Names lists them; it does not block.
func (s Stock) Names() ([]string, error) {
	list, err := call(s.js, "stock")
	if err != nil {
		return nil, fmt.Errorf("list the books: %w", err)
	}
	return texts(list), nil
}

// Load fetches one. It blocks until it has come.
func (s Stock) Load(name string) ([]byte, error) { return loaded(begin(s.js, "fetchBook", name)) }

// loaded waits for bytes.
func loaded(coming <-chan outcome) ([]byte, error) {
	o := <-coming
	if o.err != nil {
		return nil, fmt.Errorf("read the book: %w", o.err)
	}
	data := make([]byte, o.value.Length())
	js.CopyBytesToGo(data, o.value)
	return data, nil
}

func bytesOf(data []byte) js.Value {
	array := js.Global().Get("Uint8Array").New(len(data))
	js.CopyBytesToJS(array, data)
	return array
}

func texts(list js.Value) []string {
	all := make([]string, list.Length())
	for i := range all {
		all[i] = list.Index(i).String()
	}
	return all
}
