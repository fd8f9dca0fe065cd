package fsrs_test

import (
	"testing"

	"coderounds/quiz/fsrs"
)

func BenchmarkNext(b *testing.B) {
	sc := published(b)
	card := fsrs.State{Stability: 10, Difficulty: 5}
	for name, review := range map[string]struct {
		from fsrs.State
		days float64
		g    fsrs.Grade
	}{
		"first":    {fsrs.State{}, 0, fsrs.Good},
		"same day": {card, 0, fsrs.Good},
		"recall":   {card, 12, fsrs.Good},
		"lapse":    {card, 12, fsrs.Again},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sc.Next(review.from, review.days, review.g)
			}
		})
	}
}

func BenchmarkRetrievability(b *testing.B) {
	sc := published(b)
	b.ReportAllocs()
	for b.Loop() {
		sc.Retrievability(12, fsrs.State{Stability: 10, Difficulty: 5})
	}
}

func BenchmarkInterval(b *testing.B) {
	sc := published(b)
	b.ReportAllocs()
	for b.Loop() {
		sc.Interval(0.85, fsrs.State{Stability: 10, Difficulty: 5})
	}
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _ = fsrs.New(fsrs.DefaultParameters())
	}
}

func BenchmarkNextGuessed(b *testing.B) {
	card := state(10, 8, 5)
	for name, m := range both(b) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				m.NextGuessed(card, 12, fsrs.Good, 0.25)
			}
		})
	}
}

func BenchmarkDual(b *testing.B) {
	m, card := publishedDual(b), state(10, 8, 5)
	b.Run("Next", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			m.Next(card, 12, fsrs.Good)
		}
	})
	b.Run("Interval", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			m.Interval(0.85, card)
		}
	})
}
