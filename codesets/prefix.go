package codesets

import "strings"

// Prefix appends to dst the official positions of the first k codes, in official order, that
// begin with the normalised prefix, and returns it with the exact number of all that do.
// It allocates nothing when dst has room for k. Cost: a few binary searches, about half a
// microsecond.
func (s *Set) Prefix(dst []int32, prefix string, k int) ([]int32, int) {
	lo, hi := s.bounds(prefix)
	total := hi - lo
	if total == 0 {
		return dst, 0
	}
	if !s.inBlocks {
		return s.selectFirst(dst, s.place[lo:hi], k), total
	}
	first := s.blockStart(prefix, int(s.place[lo]), total)
	for i := first; i < first+min(k, total); i++ {
		dst = append(dst, int32(i))
	}
	return dst, total
}

// bounds returns the range of names that begin with prefix.
func (s *Set) bounds(prefix string) (lo, hi int) {
	lo = s.search(0, len(s.names), func(name string) bool { return name >= prefix })
	hi = s.search(lo, len(s.names), func(name string) bool { return !strings.HasPrefix(name, prefix) })
	return lo, hi
}

// search returns the first rank in [lo, hi) whose name is past, where names turn from not past to past once.
func (s *Set) search(lo, hi int, past func(name string) bool) int {
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if past(s.names[mid]) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// blockStart finds where the block of a prefix begins in official order, given one position
// inside it: no code before the block has the prefix, every one from its start to inside does.
func (s *Set) blockStart(prefix string, inside, size int) int {
	lo, hi := max(0, inside-size+1), inside
	for lo < hi {
		mid := int(uint(lo+hi) >> 1)
		if strings.HasPrefix(s.codes[mid].Code, prefix) {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// selectFirst appends the k smallest of places, ascending: the way for a set whose order scatters
// a prefix. Insertion keeps it free of allocations.
func (s *Set) selectFirst(dst, places []int32, k int) []int32 {
	base := len(dst)
	for _, p := range places {
		if len(dst)-base == k {
			if k == 0 || p > dst[len(dst)-1] {
				continue
			}
			dst = dst[:len(dst)-1]
		}
		dst = append(dst, p)
		for i := len(dst) - 1; i > base && dst[i-1] > dst[i]; i-- {
			dst[i-1], dst[i] = dst[i], dst[i-1]
		}
	}
	return dst
}
