package quiz

// Streak is how many days in a row were played. A day missed costs a freeze, if there is one, and does not end the row:
// life comes first. One freeze is given at the start of a row and one more for each seven days played; two are kept at
// most. Today ends nothing before it is over.
type Streak struct {
	// Days is how many days of the row were played, Best how many of the longest row ever.
	Days, Best int
	// Frozen is how many missed days of the row freezes stood for, Freezes how many are left.
	Frozen, Freezes int
	// Played tells that today was.
	Played bool
}

const (
	freezeEach  = 7
	freezesMost = 2
)

// Streak returns the row of days as it stands on a day. Cost: a microsecond for a month since the first day played.
func (m *Memory) Streak(today Day) Streak {
	first := today
	for d := range m.days {
		first = min(first, d)
	}
	s := Streak{Freezes: 1}
	for d := first; d <= today; d++ {
		switch {
		case m.days[d].answers > 0:
			s.Days++
			s.Best = max(s.Best, s.Days)
			s.Played = d == today
			if s.Days%freezeEach == 0 {
				s.Freezes = min(freezesMost, s.Freezes+1)
			}
		case d == today:
		case s.Days > 0 && s.Freezes > 0:
			s.Freezes--
			s.Frozen++
		default:
			s.Days, s.Frozen, s.Freezes = 0, 0, 1
		}
	}
	return s
}
