package game

// Theme says which colours are used.
type Theme string

// The themes. ThemeAuto follows the system.
const (
	ThemeAuto     Theme = "auto"
	ThemeLight    Theme = "light"
	ThemeDark     Theme = "dark"
	ThemeContrast Theme = "contrast"
)

// Look is how the game shows and sounds, as the player chose it.
type Look struct {
	Theme Theme `json:"theme"`
	// TextScale is 1 for 100 %; 0.9 to 2.
	TextScale float64 `json:"text_scale"`
	Sound     bool    `json:"sound"`
	// Calm turns animation off, as the system's wish for reduced motion does.
	Calm bool `json:"calm"`
}
