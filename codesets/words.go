package codesets

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// wordIndex finds the titles that hold given words: a sorted dictionary and, for each word, the
// ascending positions of the codes in whose long title it occurs.
type wordIndex struct {
	dict  []string
	posts [][]int32
	sizes []uint8 // words in each title, at most 255
}

// fold lowers s and strips the accents that some official titles carry and others lack.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s) && ascii; i++ {
		ascii = s[i] < unicode.MaxASCII
	}
	if ascii {
		return strings.ToLower(s)
	}
	bare := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
	return bare
}

// Words splits text into folded words: runs of letters and digits.
func Words(text string) []string {
	return strings.FieldsFunc(fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

func indexWords(codes []Code, step Step) (wordIndex, error) {
	ix := wordIndex{sizes: make([]uint8, len(codes))}
	ids := make(map[string]int, 16384)
	for i, c := range codes {
		words := Words(c.Long)
		ix.sizes[i] = uint8(min(len(words), 255))
		for _, w := range words {
			id, known := ids[w]
			if !known {
				id = len(ix.dict)
				ids[w] = id
				ix.dict = append(ix.dict, w)
				ix.posts = append(ix.posts, nil)
			}
			if p := ix.posts[id]; len(p) == 0 || p[len(p)-1] != int32(i) {
				ix.posts[id] = append(p, int32(i))
			}
		}
		if i%buildStep == buildStep-1 {
			if err := step.call(i+1, len(codes)); err != nil {
				return ix, err
			}
		}
	}
	ix.sort()
	return ix, step.call(len(codes), len(codes))
}

func (ix *wordIndex) sort() {
	order := make([]int, len(ix.dict))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(ix.dict[a], ix.dict[b]) })
	dict, posts := make([]string, len(order)), make([][]int32, len(order))
	for to, from := range order {
		dict[to], posts[to] = ix.dict[from], slices.Clip(ix.posts[from])
	}
	ix.dict, ix.posts = dict, posts
}

// beginning returns the range of dictionary words that begin with prefix.
func (ix *wordIndex) beginning(prefix string) (lo, hi int) {
	lo, _ = slices.BinarySearch(ix.dict, prefix)
	hi = lo
	for hi < len(ix.dict) && strings.HasPrefix(ix.dict[hi], prefix) {
		hi++
	}
	return lo, hi
}

// bitset is a set of positions.
type bitset []uint64

func (b bitset) add(places []int32) {
	for _, p := range places {
		b[p>>6] |= 1 << (p & 63)
	}
}

func (b bitset) has(p int) bool { return b[p>>6]&(1<<(p&63)) != 0 }

// Search returns the positions of the best k codes in whose long title every word of query begins
// a word, and the exact number of all such codes. An empty query finds nothing.
//
// The best come first: more words met exactly rather than by their beginning, then fewer words in
// the title, then official order. Cost: about 20 µs for each word of the query over 100,000 codes.
func (s *Set) Search(query string, k int) (hits []int32, total int) {
	words := Words(query)
	if len(words) == 0 {
		return nil, 0
	}
	all := make(bitset, len(s.codes)/64+1)
	exact := make([]bitset, 0, len(words))
	for n, w := range words {
		lo, hi := s.words.beginning(w)
		if lo == hi {
			return nil, 0
		}
		any := make(bitset, len(all))
		for _, places := range s.words.posts[lo:hi] {
			any.add(places)
		}
		for i := range all {
			if n == 0 {
				all[i] = any[i]
			} else {
				all[i] &= any[i]
			}
		}
		if s.words.dict[lo] == w {
			same := make(bitset, len(all))
			same.add(s.words.posts[lo])
			exact = append(exact, same)
		}
	}
	return s.rank(all, exact, k)
}

// rank keeps the best k of all in one pass, in order.
func (s *Set) rank(all bitset, exact []bitset, k int) (hits []int32, total int) {
	type scored struct {
		place int32
		score int // lower is better
	}
	best := make([]scored, 0, k+1)
	for w, word := range all {
		total += bits.OnesCount64(word)
		for ; word != 0 && k > 0; word &= word - 1 {
			p := w<<6 | bits.TrailingZeros64(word)
			score := int(s.words.sizes[p])
			for _, e := range exact {
				if e.has(p) {
					score -= 256
				}
			}
			if len(best) == k && score >= best[k-1].score {
				continue
			}
			at, _ := slices.BinarySearchFunc(best, score, func(b scored, score int) int {
				if b.score <= score {
					return -1
				}
				return 1
			})
			best = slices.Insert(best, at, scored{int32(p), score})
			best = best[:min(len(best), k)]
		}
	}
	hits = make([]int32, len(best))
	for i, b := range best {
		hits[i] = b.place
	}
	return hits, total
}
