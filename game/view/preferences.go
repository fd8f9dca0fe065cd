package view

// Preferences are what the system says of its user.
type Preferences struct {
	Dark bool
	// Calm is the wish for reduced motion.
	Calm bool
	// Keyboard tells that there is one, so that keys are worth showing.
	Keyboard bool
}
