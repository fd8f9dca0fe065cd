package pure

import (
	"slices"
	"sort"
	"strings"

	"coderounds/codesets"
)

// first is how many codes a look-up answers with.
const first = 10

// prefixMap is the fastest known peer: every prefix there is, with its answer worked out beforehand.
type prefixMap map[string]prefixAnswer

type prefixAnswer struct {
	first [first]int32
	total int32
}

func newPrefixMap(set *codesets.Set) prefixMap {
	m := make(prefixMap)
	for i := range set.Len() {
		code := set.Code(i)
		for length := 1; length <= len(code); length++ {
			answer := m[code[:length]]
			if answer.total < first {
				answer.first[answer.total] = int32(i)
			}
			answer.total++
			m[code[:length]] = answer
		}
	}
	return m
}

// Prefix answers as [codesets.Set.Prefix] does, for k = first.
func (m prefixMap) Prefix(dst []int32, prefix string) ([]int32, int) {
	answer, ok := m[prefix]
	if !ok {
		return dst, 0
	}
	total := int(answer.total)
	return append(dst, answer.first[:min(first, total)]...), total
}

// bounds is the peer that everybody would write: sorted codes and two binary searches. It has less to do than the others,
// since it answers in ASCII order.
type bounds struct {
	names  []string
	places []int32
}

func newBounds(set *codesets.Set) *bounds {
	b := &bounds{places: make([]int32, set.Len())}
	for i := range b.places {
		b.places[i] = int32(i)
	}
	slices.SortFunc(b.places, func(x, y int32) int {
		return strings.Compare(set.Code(int(x)), set.Code(int(y)))
	})
	for _, place := range b.places {
		b.names = append(b.names, set.Code(int(place)))
	}
	return b
}

// Prefix answers with the first codes in ASCII order.
func (b *bounds) Prefix(dst []int32, prefix string) ([]int32, int) {
	lo := sort.Search(len(b.names), func(i int) bool { return b.names[i] >= prefix })
	size := sort.Search(len(b.names)-lo, func(i int) bool { return !strings.HasPrefix(b.names[lo+i], prefix) })
	return append(dst, b.places[lo:lo+min(first, size)]...), size
}
