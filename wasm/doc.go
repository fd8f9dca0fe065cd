// Package wasm is what a browser adds to the game: the page around the canvas, and storage.
//
//	page, err := wasm.Open()        // a screen.Shell and a game.Device
//	store, notices := page.Store()  // a quiz.Store
//
// # The mirror
//
// A canvas says nothing to a screen reader, has no text cursor and no input method, and swallows every key. So over
// it lies the mirror: the laid-out tree as real elements, invisible, each at its place. Buttons and choices are
// buttons, the field is the one real input, headings, lists and tables are what they say. What a [view.Status] says goes
// into a live region that is always there, since a region that comes with its text is not read.
//
// The mirror takes pointers too, though they are meant for the canvas, and hands them on: an element that pointers pass
// through is not found by a finger that explores the screen, and Safari does not call it pressable. A press made by a
// screen reader has no pointer behind it, which is how the two are told apart and none counts twice.
//
// # The keyboard
//
// The browser's own focus walks the mirror, so Tab works as on any page and leaves it again. The keys a page has a use
// for become [view.Key] events; all others, and everything with Ctrl, Alt or Meta, stay the browser's. A letter typed
// beside the field goes into the field unless a part of the page claims it.
//
// # Two halves
//
// The JavaScript half is in page/: mirror.js builds the elements, events.js listens, files.js and store.js do what their
// names say, and viewport.js keeps the page within what a keyboard on the screen leaves of it. Nothing in it calls Go. It keeps a queue, which [Page.Events] takes once a frame as one string of JSON, and
// the tree goes the other way as one string too. What only translates is free of syscall/js and tested without a browser.
package wasm
