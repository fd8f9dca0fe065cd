package game_test

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"coderounds/codesets"
	"coderounds/game"
	"coderounds/game/view"
	"coderounds/quiz"

	"github.com/stretchr/testify/require"
)

// cupboard is a shelf in memory.
type cupboard struct {
	mu    sync.Mutex
	kept  map[string][]byte
	fails error
}

func (c *cupboard) Names() ([]string, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Sorted(maps.Keys(c.kept)), c.fails
}

func (c *cupboard) Load(name string) ([]byte, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	data, ok := c.kept[name]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return data, nil
}

func (c *cupboard) Save(name string, data []byte) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.fails != nil {
		return c.fails
	}
	if c.kept == nil {
		c.kept = make(map[string][]byte)
	}
	c.kept[name] = data
	return nil
}

func (c *cupboard) Remove(name string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.kept, name)
	return c.fails
}

func (c *cupboard) names() []string {
	names, _ := c.Names()
	return names
}

// reader is a player with a shelf, and with the settings of the machine that was used before.
func reader(t *testing.T, shelf *cupboard, stock game.Stock, m *machine, files ...fs.FS) *player {
	t.Helper()
	p := &player{t: t, machine: m, store: new(quiz.Unsaved), now: evening}
	desk, scene, err := game.Open(game.Start{
		Store: p.store, Device: m, Rand: rand.New(rand.NewPCG(1, 2)), Now: p.now, Files: files,
		Settings: m.settings, Shelf: shelf, Stock: stock,
	})
	require.NoError(t, err)
	p.desk, p.scene = desk, scene
	p.do()
	return p
}

// order is an order file of a year with a few codes.
func order(year, title string) fs.FS {
	rows := ""
	for i, code := range []string{"A00    ", "A000   ", "A001   ", "A009   "} {
		rows += fmt.Sprintf("%05d %s %d %-60s %s %d\r\n", i+1, code, min(i, 1), title, title, i)
	}
	return fstest.MapFS{"icd10cm_order_" + year + ".txt": {Data: []byte(rows)}}
}

// index is an index file of a year with one term.
func index(year, title string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(`<?xml version="1.0"?><ICD10CM.index><version>` + year + `</version><title>` + title +
		`</title><letter><title>A</title><mainTerm><title>Aase</title><code>A00.0</code></mainTerm></letter></ICD10CM.index>`)}
}

func TestBooksNameTheYearOfEachIndex(t *testing.T) {
	p := reader(t, new(cupboard), nil, new(machine))
	p.drop(order("2026", "Cholera"))
	p.press("ok")
	p.drop(fstest.MapFS{"index.xml": index("2017", "ICD-10-CM INDEX TO DISEASES and INJURIES"),
		"external.xml": index("2025", "ICD-10-CM EXTERNAL CAUSE INDEX")})
	p.press("ok")
	p.press("books")
	require.Contains(t, p.shows(), "The Alphabetic Index is that of FY2017.")
	require.Contains(t, p.shows(), "The External Cause Index is that of FY2025.")
}

func TestBooksAreThereAtTheNextStart(t *testing.T) {
	shelf, m := new(cupboard), new(machine)
	p := reader(t, shelf, nil, m)
	p.press("books")
	require.Contains(t, p.shows(), "Only the starter sets are here")
	p.drop(order("2025", "Cholera as it was"))
	require.Contains(t, p.shows(), "Now open: ICD-10-CM FY2025 · 4 codes.")
	p.press("ok")
	p.drop(order("2026", "Cholera as it is"))
	p.press("ok")
	require.Equal(t, []string{"icd10cm-fy2025.set", "icd10cm-fy2026.set"}, shelf.names())

	p = reader(t, shelf, nil, m)
	require.Contains(t, p.shows(), "ICD-10-CM FY2026 · 4 codes")
	p.press("books")
	require.Contains(t, p.shows(), "3 billable codes, 1 header")
	require.Contains(t, p.shows(), "No Tabular List: notes come from the starter set.")
	p.press("ask/icd10cm/icd10cm-fy2025.set")
	require.Equal(t, "FY2025", p.desk.Library.Set(codesets.ICD10CM).Release().Label)

	p = reader(t, shelf, nil, m)
	require.Equal(t, "FY2025", p.desk.Library.Set(codesets.ICD10CM).Release().Label, "the choice is remembered")
	p.press("books")
	p.press("ask/icd10cm/starter")
	require.True(t, p.desk.Library.Set(codesets.ICD10CM).Release().Starter)

	p = reader(t, shelf, nil, m)
	require.True(t, p.desk.Library.Set(codesets.ICD10CM).Release().Starter)
	p.press("books")
	p.press("ask/icd10cm/icd10cm-fy2026.set")
	p.press("remove/icd10cm-fy2026.set")
	p.press("keep")
	p.press("remove/icd10cm-fy2026.set")
	p.press("remove/yes")
	require.Equal(t, "FY2025", p.desk.Library.Set(codesets.ICD10CM).Release().Label, "another of its system is asked")
	require.Equal(t, []string{"icd10cm-fy2025.set"}, shelf.names())
	p.press("back")
	require.Contains(t, p.shows(), "ICD-10-CM FY2025 · 4 codes")
}

func TestQuestionsAreThereAtTheNextStart(t *testing.T) {
	shelf, m := new(cupboard), new(machine)
	p := reader(t, shelf, nil, m)
	p.drop(fstest.MapFS{"My Week.csv": {Data: []byte("front,back\nfirst,one\nsecond,two\n")}})
	require.Contains(t, p.shows(), "2 questions came in")
	before := cards(p.desk)
	require.Equal(t, []string{"questions-my-week.csv"}, shelf.names())

	p = reader(t, shelf, nil, m)
	require.Equal(t, before, cards(p.desk))
	p.press("books")
	require.Contains(t, p.shows(), "2 questions of your own.")
	p.press("remove/questions-my-week.csv")
	p.press("remove/yes")
	require.Empty(t, shelf.names())
	require.Equal(t, before-2, cards(p.desk))
}

// cards counts the cards there are.
func cards(desk *game.Desk) int {
	n := 0
	for _, deck := range desk.Decks() {
		n += len(deck.Cards())
	}
	return n
}

func TestADamagedBookIsToldAndCanBeRemoved(t *testing.T) {
	shelf, m := new(cupboard), new(machine)
	p := reader(t, shelf, nil, m)
	p.drop(order("2026", "Cholera"))
	shelf.kept["icd10cm-fy2026.set"][50]++
	shelf.kept["questions-x.csv"] = []byte("nothing of the kind")

	p = reader(t, shelf, nil, m)
	require.Contains(t, p.shows(), "icd10cm-fy2026.set could not be opened: Unpack a set: the packed set is damaged or cut short")
	require.True(t, p.desk.Library.Set(codesets.ICD10CM).Release().Starter, "the game goes on with the starter set")
	p.press("books")
	require.Contains(t, p.shows(), "questions-x.csv cannot be opened")
	p.press("remove/icd10cm-fy2026.set")
	p.press("remove/yes")
	p.press("remove/questions-x.csv")
	p.press("remove/yes")
	require.Empty(t, shelf.names())
	require.NotContains(t, p.shows(), "cannot be opened")
}

func TestWhatCannotBeKeptIsOpenAllTheSame(t *testing.T) {
	shelf := &cupboard{fails: errors.New("the room for this site is full")}
	p := reader(t, shelf, nil, new(machine))
	require.Contains(t, p.shows(), "Your books could not be opened: The room for this site is full.")
	p.drop(order("2026", "Cholera"))
	require.Contains(t, p.shows(), "ICD-10-CM FY2026 is open until you close the game, but could not be kept")
	require.Equal(t, 4, p.desk.Library.Set(codesets.ICD10CM).Len())
}

func TestEraseEverythingErasesBooks(t *testing.T) {
	shelf, m := new(cupboard), new(machine)
	stock := &cupboard{kept: map[string][]byte{"hcpcs-2019.set": packedHCPCS(t)}}
	p := reader(t, shelf, stock, m)
	before := cards(p.desk)
	p.drop(order("2026", "Cholera"))
	p.press("ok")
	p.drop(fstest.MapFS{"mine.csv": {Data: []byte("front,back\nfirst,one\n")}})
	p.press("ok")
	p.press("settings")
	p.press("erase")
	p.press("erase/yes")
	require.Empty(t, shelf.names())
	require.Len(t, stock.names(), 1)
	require.True(t, p.desk.Library.Set(codesets.ICD10CM).Release().Starter)
	require.Equal(t, "2019", p.desk.Library.Set(codesets.HCPCS).Release().Label)
	require.Equal(t, before, cards(p.desk), "our own questions stay")
}

func packedHCPCS(t *testing.T) []byte {
	t.Helper()
	set, err := codesets.Build(codesets.Draft{
		Release: codesets.Release{System: codesets.HCPCS, Label: "2019", Source: "CMS"},
		Codes: codesets.CodesOf([]codesets.Code{{Code: "A0001", Billable: true, Long: "Transport, there"}, {Code: "A0002", Billable: true, Long: "Transport, back"},
			{Code: "A0003", Billable: true, Long: "Transport, away", Ended: 20180101}}),
	}, nil)
	require.NoError(t, err)
	var file bytes.Buffer
	require.NoError(t, set.Pack(&file))
	return file.Bytes()
}

func TestStockIsOpenAndStays(t *testing.T) {
	shelf, m := new(cupboard), new(machine)
	stock := &cupboard{kept: map[string][]byte{"hcpcs-2019.set": packedHCPCS(t)}}
	p := reader(t, shelf, stock, m)
	require.Contains(t, p.shows(), "HCPCS Level II 2019 · 3 codes")
	p.press("books")
	require.Contains(t, p.shows(), "2 billable codes, 1 with an end date")
	require.Contains(t, p.shows(), "Comes with this edition. Source: CMS.")
	page := p.scene.View()
	require.Nil(t, page.Find("remove/hcpcs-2019.set"))
	p.press("ask/hcpcs/starter")
	require.True(t, p.desk.Library.Set(codesets.HCPCS).Release().Starter)

	p.drop(fstest.MapFS{"any name.set": {Data: packedHCPCS(t)}})
	require.Contains(t, p.shows(), "Now open: HCPCS Level II 2019 · 3 codes.", "a packed set is a release too")
	require.Equal(t, []string{"hcpcs-2019.set"}, shelf.names())
}

func TestFilesOfTheCommandLineAreJoinedToTheShelf(t *testing.T) {
	shelf, m := new(cupboard), new(machine)
	p := reader(t, shelf, nil, m)
	p.drop(fstest.MapFS{"mine.csv": {Data: []byte("front,back\nfirst,one\n")}})
	p = reader(t, shelf, nil, m, order("2026", "Cholera"))
	require.Contains(t, p.shows(), "Now open: ICD-10-CM FY2026")
	require.Equal(t, []string{"icd10cm-fy2026.set", "questions-mine.csv"}, shelf.names())
	p.press("ok")
	p.press("books")
	require.Contains(t, p.shows(), "1 question of your own.")
}

func TestPrivateBooksStayOnTheDevice(t *testing.T) {
	shelf, m := new(cupboard), new(machine)
	p := reader(t, shelf, nil, m)
	rows := "code,descriptor\n"
	for i := range 30 {
		rows += fmt.Sprintf("%04d%c,Made-up measure %d\n", 9900+i, 'F', i) // none of them is real
	}
	p.drop(fstest.MapFS{"mine.csv": {Data: []byte(rows)}})
	require.Empty(t, shelf.names(), "nothing is kept before the player says so")
	p.press("licensed")
	require.Len(t, shelf.names(), 1)
	p = reader(t, shelf, nil, m)
	require.Equal(t, 30, p.desk.Library.Set(codesets.CPT2).Len())
	p.press("books")
	require.Contains(t, p.shows(), "for you alone: it stays on this device")
	p.do(view.Event{Kind: view.Back})
	require.IsType(t, new(game.Home), p.scene)
}
