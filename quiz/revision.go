package quiz

// Revision is the worth of a round that the player asks for, of a chapter say: what is due first, then what is new, and
// what is not due yet rather than nothing.
type Revision struct{ everyday *Everyday }

// NewRevision returns the worth by what a memory knows now.
func NewRevision(m *Memory) *Revision { return &Revision{NewEveryday(m)} }

// early is the most that a card may be worth that is not due yet: less than a new one.
const early = begin / 2

// Worth implements [Worth].
func (r *Revision) Worth(c Card, on Day) float64 {
	if worth := r.everyday.Worth(c, on); worth > 0 {
		return worth
	}
	return early * (1 - r.everyday.memory.Recalled(c.ID, on)/2) // the least remembered first
}
