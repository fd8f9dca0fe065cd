package quiz

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestClockReadsWhatTimeWrites in whatever zone, and again one after another.
func TestClockReadsWhatTimeWrites(t *testing.T) {
	var c clock
	rapid.Check(t, func(t *rapid.T) {
		zone := time.FixedZone("", 60*rapid.IntRange(-23*60-59, 23*60+59).Draw(t, "minutes east"))
		unit := rapid.SampledFrom([]time.Duration{time.Second, time.Millisecond, time.Nanosecond}).Draw(t, "unit")
		at := time.Unix(rapid.Int64Range(-62135596800, 253402300799).Draw(t, "seconds"), rapid.Int64Range(0, 999_999_999).Draw(t, "nanos")).In(zone).Truncate(unit)
		text, err := at.MarshalText()
		if err != nil {
			return // a year of more digits there
		}
		got, ok := c.read(text)
		require.True(t, ok, "%s", text)
		require.True(t, at.Equal(got), "%s", text)
		require.Equal(t, DayOf(at), DayOf(got), "%s", text)
	})
}

// TestClockLeavesOtherForms to the library.
func TestClockLeavesOtherForms(t *testing.T) {
	var c clock
	for _, text := range []string{
		"", "2026", "2026-11-23", "2026-11-23T09:00:00", "2026-11-23 09:00:00Z", "2026-11-23t09:00:00Z", "2026-11-23T09:00:00z",
		"2026-02-29T09:00:00Z", "2026-00-10T09:00:00Z", "2026-13-10T09:00:00Z", "2026-11-31T09:00:00Z", "2026-11-00T09:00:00Z", "20x6-11-23T09:00:00Z",
		"2026-11-23T24:00:00Z", "2026-11-23T09:60:00Z", "2026-11-23T09:00:60Z", "2026-11-23T9:00:00ZZ", "2026-11-23T09:00:00,5Z",
		"2026-11-23T09:00:00.Z", "2026-11-23T09:00:00.0000000001Z", "2026-11-23T09:00:00.5", "2026-11-23T09:00:00+0500",
		"2026-11-23T09:00:00+24:00", "2026-11-23T09:00:00+05:60", "2026-11-23T09:00:00ZZ", "2026-11-23T09:00:00.1ZZ", "2026-11-23T09:00:00 05:00",
	} {
		_, ok := c.read([]byte(text))
		require.False(t, ok, text)
	}
	leap, ok := c.read([]byte("2024-02-29T09:00:00Z"))
	require.True(t, ok)
	require.Equal(t, time.Date(2024, 2, 29, 9, 0, 0, 0, time.UTC), leap)
}
