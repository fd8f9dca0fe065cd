package main

import (
	"context"
	"fmt"
	"time"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/regexp"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search/query"

	"coderounds/cmd/bench/contest"
	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
	"coderounds/codesets"
)

const (
	// first is how many codes a search answers with.
	first = 10
	// buildTime bounds the indexing of the titles.
	buildTime = time.Minute
	// bleveQueries are asked of each number of words: fewer than of ours alone, as bleve takes a hundred times as long.
	bleveQueries = 50
)

// bleveIndex answers as [codesets.Set.Search] does, but for the order: every word must begin a word of the title.
type bleveIndex struct{ bleve.Index }

// title is what is indexed of a code.
type title struct{ Long string }

// newBleve indexes the titles in memory, in batches until the time is up. It fails rather than answering from a part.
func newBleve(set *codesets.Set) (*bleveIndex, error) {
	fields, err := titleMapping()
	if err != nil {
		return nil, err
	}
	// Without a path the index is kept in memory.
	index, err := bleve.NewUsing("", fields, scorch.Name, scorch.Name, nil)
	if err != nil {
		return nil, fmt.Errorf("index titles with bleve: %w", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), buildTime)
	defer cancel()
	const batchSize = 20_000
	batch := index.NewBatch()
	for i := range set.Len() {
		if err := batch.Index(fmt.Sprint(i), title{set.Title(i)}); err != nil {
			return nil, fmt.Errorf("index titles with bleve: %w", err)
		}
		if batch.Size() < batchSize && i < set.Len()-1 {
			continue
		}
		if err := index.Batch(batch); err != nil {
			return nil, fmt.Errorf("index titles with bleve: %w", err)
		}
		if ctx.Err() != nil {
			return nil, fmt.Errorf("index titles with bleve: only %d of %d within %v", i+1, set.Len(), buildTime)
		}
		batch.Reset()
	}
	return &bleveIndex{index}, nil
}

// titleMapping makes words of titles as codesets does: runs of letters and digits, lower case. The titles of order files
// are plain ASCII.
func titleMapping() (mapping.IndexMapping, error) {
	const words, analyzer = "words", "titles"
	index := bleve.NewIndexMapping()
	err := index.AddCustomTokenizer(words, map[string]any{"type": regexp.Name, "regexp": `[\p{L}\p{Nd}]+`})
	if err != nil {
		return nil, fmt.Errorf("set bleve up: %w", err)
	}
	err = index.AddCustomAnalyzer(analyzer, map[string]any{
		"type": custom.Name, "tokenizer": words, "token_filters": []string{lowercase.Name},
	})
	if err != nil {
		return nil, fmt.Errorf("set bleve up: %w", err)
	}
	text := bleve.NewTextFieldMapping()
	text.Analyzer = analyzer
	// Only what a search needs is kept.
	text.Store, text.IncludeTermVectors, text.IncludeInAll, text.DocValues = false, false, false, false
	document := bleve.NewDocumentStaticMapping()
	document.AddFieldMappingsAt("Long", text)
	index.DefaultMapping = document
	return index, nil
}

// search returns how many titles match; bleve ranks the first ten of them.
func (x *bleveIndex) search(phrase string) (total int, err error) {
	words := codesets.Words(phrase)
	each := make([]query.Query, len(words))
	for i, w := range words {
		prefix := query.NewPrefixQuery(w)
		prefix.SetField("Long")
		each[i] = prefix
	}
	result, err := x.Search(bleve.NewSearchRequestOptions(query.NewConjunctionQuery(each), first, 0, false))
	if err != nil {
		return 0, fmt.Errorf("search with bleve: %w", err)
	}
	return int(result.Total), nil
}

// benchBleve measures word search beside bleve, natively: totals are compared first.
func benchBleve(set *codesets.Set, sheet *figure.Sheet) error {
	began := time.Now()
	index, err := newBleve(set)
	if err != nil {
		return err
	}
	defer index.Close()
	sheet.Note("bleve took %.1f s to index the titles of %s", time.Since(began).Seconds(), set.Release())
	var contests []contest.Times
	for words := 1; words <= corpus.MaxWords; words++ {
		queries, err := corpus.PlainPhrases(set, words, bleveQueries)
		if err != nil {
			return err
		}
		if err := agree(set, index, queries); err != nil {
			return err
		}
		times, err := contest.Hold(contest.Rounds, ours(set, queries), theirs(index, queries))
		if err != nil {
			return err
		}
		putBleve(sheet, fmt.Sprintf("words/%d/native", words), times, len(queries))
		contests = append(contests, times)
	}
	putBleve(sheet, "words/mean/native", contest.Sum(contests...), corpus.MaxWords*bleveQueries)
	return nil
}

// agree compares totals.
func agree(set *codesets.Set, index *bleveIndex, queries []string) error {
	for _, q := range queries {
		theirs, err := index.search(q)
		if err != nil {
			return err
		}
		if _, ours := set.Search(q, first); ours != theirs {
			return fmt.Errorf("search %q: %d titles, but bleve says %d", q, ours, theirs)
		}
	}
	return nil
}

func ours(set *codesets.Set, queries []string) contest.Contender {
	return contest.Timed(func() {
		for _, q := range queries {
			set.Search(q, first)
		}
	})
}

func theirs(index *bleveIndex, queries []string) contest.Contender {
	return func() (time.Duration, error) {
		began := time.Now()
		for _, q := range queries {
			if _, err := index.search(q); err != nil {
				return 0, err
			}
		}
		return time.Since(began), nil
	}
}

// putBleve puts bleve's figures beside ours: contender 0 is ours, contender 1 bleve.
func putBleve(sheet *figure.Sheet, name string, times contest.Times, queries int) {
	micros := float64(times.Median(1)) / float64(queries) / float64(time.Microsecond)
	sheet.Put(name+"/bleve", micros, figure.Microseconds)
	sheet.Put(name+"/ratio-to-bleve", times.Ratio(0, 1), figure.Times)
}
