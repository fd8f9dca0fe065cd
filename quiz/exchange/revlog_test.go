package exchange_test

import (
	"bytes"
	"testing"
	"time"

	"coderounds/quiz"
	"coderounds/quiz/exchange"
	"coderounds/quiz/fsrs"

	"github.com/stretchr/testify/require"
)

func TestWriteRevlog(t *testing.T) {
	start := time.Date(2026, 3, 1, 9, 0, 0, 0, time.FixedZone("", 3600))
	review := func(card quiz.CardID, after time.Duration, grade fsrs.Grade) quiz.Review {
		return quiz.Review{Version: 1, Card: card, Time: start.Add(after), Grade: grade, TookMS: 4200}
	}
	var file bytes.Buffer
	require.NoError(t, exchange.WriteRevlog(&file, []quiz.Review{
		review("item/b", 0, fsrs.Again),
		review("item/a", time.Minute, fsrs.Good),
		review("item/b", 2*time.Minute, fsrs.Good),
		review("item/b", 24*time.Hour, fsrs.Again),
		review("item/b", 25*time.Hour, fsrs.Hard),
		review("item/b", 26*time.Hour, fsrs.Good),
		review("item/b", 48*time.Hour, fsrs.Good),
		review("item/b", 49*time.Hour, fsrs.Good),
	}))
	require.Equal(t, `card_id,review_time,review_rating,review_state,review_duration
1,1772352000000,1,0,4200
2,1772352060000,3,0,4200
1,1772352120000,3,1,4200
1,1772438400000,1,2,4200
1,1772442000000,2,3,4200
1,1772445600000,3,3,4200
1,1772524800000,3,2,4200
1,1772528400000,3,2,4200
`, file.String())
}
