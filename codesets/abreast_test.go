package codesets

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestAbreastCountsAllPieces(t *testing.T) {
	const pieces, each = 7, 100
	sum := 0
	step := func(done, total int) error {
		require.LessOrEqual(t, sum, done, "steps only go on")
		require.Equal(t, pieces*each, total)
		sum = done
		return nil
	}
	err := Abreast(pieces, step, func(_ int, step Step) error {
		for done := range each + 1 {
			if err := step(done, pieces*each); err != nil {
				return err
			}
		}
		return nil
	})
	require.NoError(t, err)
	require.Equal(t, pieces*each, sum)
}

func TestAbreastFailsAsTheFirstPieceDoes(t *testing.T) {
	for range 100 {
		err := Abreast(20, nil, func(piece int, step Step) error {
			if piece%5 == 3 {
				return fmt.Errorf("piece %d", piece)
			}
			return step(1, 20)
		})
		require.EqualError(t, err, "piece 3")
	}
	stopped := errors.New("stopped")
	err := Abreast(3, func(int, int) error { return stopped }, func(_ int, step Step) error { return step(1, 3) })
	require.ErrorIs(t, err, stopped)
}

func TestTextNumbersAreThoseOfAMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbers, known := newTextNumbers(new(texts), 0), make(map[string]uint32)
		for _, text := range rapid.SliceOf(rapid.StringMatching(`[ab]{0,6}`)).Draw(t, "texts") {
			number, isNew := numbers.number(strings.Clone(text))
			want, met := known[text]
			if !met {
				want = uint32(len(known))
				known[text] = want
			}
			require.Equal(t, want, number)
			require.Equal(t, !met, isNew)
			require.Equal(t, text, string(numbers.at(int(number))))
		}
	})
}
