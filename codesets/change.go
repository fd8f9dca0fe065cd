package codesets

// ChangeKind is what happened to a code between a release and the one before.
type ChangeKind uint8

// The kinds of change. A code that turned from billable to header is deleted and then added.
const (
	Added ChangeKind = iota + 1
	Deleted
	Revised
)

// Change is one entry of the addenda.
type Change struct {
	Kind ChangeKind
	// Code is the code as it is now, or was when deleted.
	Code Code
	// Was is the code before a revision; it is empty otherwise.
	Was Code
}

// Changes returns what the addenda say, in their order: what took the place of a deleted code follows it. The slice is
// the set's own and is empty when no addenda are loaded.
func (s *Set) Changes() []Change { return s.changes }
