package game_test

import (
	"testing"

	"coderounds/quiz"

	"github.com/stretchr/testify/require"
)

// TestLookUpSaysWhy: a lay word and a typing slip are told, in the list and in its name for a screen reader.
func TestLookUpSaysWhy(t *testing.T) {
	p := start(t, new(quiz.Unsaved))
	p.press("lookup")
	p.edit("search", "htn")
	require.Contains(t, p.shows(), `"I10 Essential (primary) hypertension (\"htn\" is read as essential primary hypertension)"`)
	require.Contains(t, p.shows(), `text "\"htn\" is read as essential primary hypertension"`)
	require.NotContains(t, p.shows(), "was taken for")
	p.edit("search", "diabetse")
	require.Contains(t, p.shows(), `text "Nothing matches as it is typed; \"diabetse\" was taken for \"diabetes\"."`)
	p.edit("search", "diabetes")
	require.NotContains(t, p.shows(), "was taken for")
	p.edit("search", "hypertension nobodyhas")
	require.Contains(t, p.shows(), `text "Nothing matches as it is typed; \"nobodyhas\" was left out."`)
	require.Contains(t, p.shows(), "I10 Essential (primary) hypertension")
}
