package codesets

// Definition explains one value of an axis of ICD-10-PCS, as the Definitions that go with the tables do: root
// operations and approaches are defined, body parts and devices name what they include.
type Definition struct {
	// Section is the first character of the codes it holds for, 0 for all.
	Section byte
	// Position is the character that it explains, 1 to 7.
	Position int
	// Axis names the position, for example "Operation".
	Axis string
	// Titles are the labels of the value; more than one when they share their text.
	Titles []string
	// Text and Explanation may be empty.
	Text, Explanation string
	// Includes are procedures, parts or devices that it covers.
	Includes []string
}

// Definitions returns the definitions of ICD-10-PCS, if the set has them. The slice is the set's own.
func (s *Set) Definitions() []Definition { return s.definitions }

// Define finds what explains a label at a position (1 to 7) of the codes of a section; ok is false when nothing does.
// Cost: a pass over the definitions, about a thousand.
func (s *Set) Define(section byte, position int, label string) (d Definition, ok bool) {
	for _, d := range s.definitions {
		if d.Position != position || d.Section != 0 && d.Section != section {
			continue
		}
		for _, title := range d.Titles {
			if title == label {
				return d, true
			}
		}
	}
	return Definition{}, false
}
