package view

import "unicode/utf8"

// Typewriter is [Faces] without a font: every letter is half as wide as it is high, and lines are 8 apart. Layouts
// made with it are the same on every machine, which is what tests want.
type Typewriter struct{}

// letters are the heights of [Size]s.
func (Typewriter) letters(size Size) float64 {
	return [...]float64{Body: 16, Small: 14, Large: 20, Title: 28, Display: 40}[size]
}

// Width implements [Faces].
func (t Typewriter) Width(text string, style Style, _ bool) float64 {
	return float64(utf8.RuneCountInString(text)) * t.letters(style.Size) / 2
}

// Height implements [Faces].
func (t Typewriter) Height(style Style) float64 { return t.letters(style.Size) + 8 }
