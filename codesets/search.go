package codesets

import "math/bits"

// Search returns the positions of the best k codes that a query finds, best first, and the exact number of all that it does.
// An empty query finds nothing.
//
// A code is found by each of its names: its long title, its inclusion terms, and the paths of the index that lead to it, as
// far as they are loaded. A name is found when every word of the query begins a word of it. A lay phrase (lay.txt) may also
// be met by the words that it stands for. Small words such as "in" need not be met where nothing meets all. Only the first 16
// words of a query count.
//
// The best come first: names that have more words as they are typed, rather than begun so or only among nonessential modifiers
// or behind "without" in an index, where a lay phrase that is typed in full and met by its meaning counts for all its words and one more; then lighter ones (see
// weigh), which is to say those with less beyond
// the query; then those of the index before inclusion terms and titles; then official order.
//
// Cost: some microseconds for each word of the query over 100,000 codes, and one allocation.
func (s *Set) Search(query string, k int) (hits []int32, total int) {
	f := s.finders.Get().(*finder)
	defer s.finders.Put(f)
	total = f.find(s, query, k, span{})
	if len(f.hits) == 0 {
		return nil, total
	}
	hits = make([]int32, len(f.hits))
	for i, h := range f.hits {
		hits[i] = h.at
	}
	return hits, total
}

// finder is what a search of a set works in.
type finder struct {
	query query
	hits  []hit
	// streams are those of the names that the query finds: of the index, of inclusion terms, and last of the titles.
	streams []stream
	// all has the ranks of the titles of all codes found that are not among the hits yet.
	all bitmap
}

// hit is a code that was found, by its title or by another name of it.
type hit struct {
	at   int32
	name *name // nil for the title
}

// find finds the best k codes, which are then in f.hits until the next time, and returns how many there are. Those at the
// positions of except are left out.
func (f *finder) find(s *Set, typed string, k int, except span) (total int) {
	f.hits = f.hits[:0]
	f.query.read(typed, s.lay)
	if len(f.query.words) == 0 {
		return 0
	}
	if total = f.findAll(s, k, except); total == 0 && f.query.dropSmall() {
		total = f.findAll(s, k, except)
	}
	return total
}

// findAll finds what meets all words of the query that count.
func (f *finder) findAll(s *Set, k int, except span) (total int) {
	defer f.leave()
	most := 0
	for i := range s.names {
		most = max(most, f.open(&s.names[i].words, &s.names[i]))
	}
	most = max(most, f.open(&s.words, nil))
	f.unite(s, except)
	total = f.all.count()
	for points := most; points >= 0 && len(f.hits) < min(k, total); points-- {
		f.merge(s, points, min(k, total))
	}
	return total
}

// open looks the query up in an index, adds the stream of what is found, and returns the most points that any name has. The
// stream of the titles is always added, and others where there is something in them.
func (f *finder) open(ix *wordIndex, names *linkedNames) (most int) {
	room := ix.rooms.Get().(*searchRoom)
	if !room.find(ix, &f.query) && names != nil {
		ix.rooms.Put(room)
		return 0
	}
	f.streams = append(f.streams, stream{ix: ix, names: names, room: room})
	return room.base + room.most
}

// leave gives the rooms back.
func (f *finder) leave() {
	for _, st := range f.streams {
		st.ix.rooms.Put(st.room)
	}
	clear(f.streams)
	f.streams = f.streams[:0]
}

// unite makes f.all of the titles that were found and of those of the codes that other names lead to.
func (f *finder) unite(s *Set, except span) {
	titles := len(f.streams) - 1
	f.all = append(f.all[:0], f.streams[titles].room.found...)
	for _, st := range f.streams[:titles] {
		st.names.addCodes(f.all, st.room.found)
	}
	if except.lo == except.hi {
		return
	}
	for i, ranks := range f.all {
		for ; ranks != 0; ranks &= ranks - 1 {
			rank := i<<6 | bits.TrailingZeros64(ranks)
			if at := s.words.order[rank]; at >= except.lo && at < except.hi {
				f.all.remove(rank)
			}
		}
	}
}

// merge adds the codes of the names of so many points, until there are k.
func (f *finder) merge(s *Set, points, k int) {
	for i := range f.streams {
		f.streams[i].start(points)
	}
	for len(f.hits) < k {
		var best *stream
		for i := range f.streams {
			if st := &f.streams[i]; st.more && (best == nil || st.weight < best.weight) {
				best = st
			}
		}
		switch {
		case best == nil:
			return
		case best.names == nil:
			f.hit(s, best.rank, nil)
		default:
			by := &best.names.list[best.rank]
			for _, rank := range best.names.codes(by) {
				if len(f.hits) < k {
					f.hit(s, rank, by)
				}
			}
		}
		best.next()
	}
}

// hit adds the code whose title has a rank, unless it is a hit already or none to be found.
func (f *finder) hit(s *Set, rank int32, by *name) {
	if f.all.has(int(rank)) {
		f.all.remove(int(rank))
		f.hits = append(f.hits, hit{s.words.order[rank], by})
	}
}

// stream is the names of an index that were found, by points and then by weight.
type stream struct {
	ix    *wordIndex
	names *linkedNames // nil for titles
	room  *searchRoom
	// What comes next, if more: its rank and weight.
	rank   int32
	weight int
	more   bool
	// place is the next of the places where names of so many points may be; at and left are the one before, and what is left there.
	points, place, at int
	left              uint64
}

// start begins with the names of so many points.
func (st *stream) start(points int) {
	st.points, st.place, st.left, st.weight = points-st.room.base, 0, 0, 0
	if st.more = st.points >= 0 && st.points <= st.room.most; st.more {
		st.next()
	}
}

// next goes on to the next name.
func (st *stream) next() {
	for st.left == 0 {
		if st.place == len(st.room.places) {
			st.more = false
			return
		}
		st.at = int(st.room.places[st.place])
		st.place++
		st.left = st.room.having(st.at, st.points)
	}
	st.rank = int32(st.at<<6 | bits.TrailingZeros64(st.left))
	st.left &= st.left - 1
	for st.rank >= st.ix.ends[st.weight] {
		st.weight++
	}
}
