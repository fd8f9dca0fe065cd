package quiz

import "time"

// clock reads times as [time.Time] writes them in JSON. Reviews follow one another within a day and a zone, so it keeps
// the latest of both. The zero clock is ready.
type clock struct {
	date   [10]byte // "2026-11-23"
	days   int64    // since 1 January 1970, to that date
	zone   *time.Location
	offset int // of zone, in seconds east of UTC
}

// read reads "2026-11-23T09:00:00.25-05:00", or with Z for the zone and with no fraction; ok is false for any other form
// and for what is no time.
func (c *clock) read(b []byte) (t time.Time, ok bool) {
	if len(b) < len("2006-01-02T15:04:05Z") || b[10] != 'T' || b[13] != ':' || b[16] != ':' {
		return time.Time{}, false
	}
	if [10]byte(b) != c.date && !c.turn(b) {
		return time.Time{}, false
	}
	hour, minute, second := two(b[11:]), two(b[14:]), two(b[17:])
	if hour > 23 || minute > 59 || second > 59 {
		return time.Time{}, false
	}
	nanos, b := fraction(b[19:])
	if !c.move(b) {
		return time.Time{}, false
	}
	seconds := int64(hour*3600 + minute*60 + second - c.offset)
	return time.Unix(c.days*86400+seconds, nanos).In(c.zone), true
}

// turn goes to another date.
func (c *clock) turn(b []byte) bool {
	year, month, day := 100*two(b)+two(b[2:]), two(b[5:]), two(b[8:])
	if b[4] != '-' || b[7] != '-' || year > 9999 {
		return false
	}
	// An impossible day becomes another one.
	midnight := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if midnight.Year() != year || int(midnight.Month()) != month || midnight.Day() != day {
		return false
	}
	c.date, c.days = [10]byte(b), midnight.Unix()/86400
	return true
}

// move goes to another zone: "Z", "-05:00".
func (c *clock) move(b []byte) bool {
	switch {
	case len(b) == 1 && b[0] == 'Z':
		c.zone, c.offset = time.UTC, 0
		return true
	case len(b) != len("+00:00") || b[0] != '+' && b[0] != '-' || b[3] != ':':
		return false
	}
	hours, minutes := two(b[1:]), two(b[4:])
	if hours > 23 || minutes > 59 {
		return false
	}
	offset := hours*3600 + minutes*60
	if b[0] == '-' {
		offset = -offset
	}
	if c.zone == nil || offset != c.offset {
		c.zone, c.offset = time.FixedZone("", offset), offset
	}
	return true
}

// two is a number of two digits, or one over 9999.
func two(b []byte) int {
	tens, ones := b[0]-'0', b[1]-'0'
	if tens > 9 || ones > 9 {
		return 10_000
	}
	return int(10*tens + ones)
}

// fraction reads a point and up to nine digits, if there are any, and returns what is behind them.
func fraction(b []byte) (nanos int64, rest []byte) {
	if b[0] != '.' {
		return 0, b
	}
	n, unit := 1, int64(time.Second)
	for ; n < len(b) && n <= 9 && b[n] >= '0' && b[n] <= '9'; n++ {
		unit /= 10
		nanos += int64(b[n]-'0') * unit
	}
	if n == 1 {
		return 0, nil
	}
	return nanos, b[n:]
}
