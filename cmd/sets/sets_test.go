package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

// agency is a server that publishes archives, and what it was asked.
type agency struct {
	*httptest.Server
	mu     sync.Mutex
	files  map[string][]byte
	breaks map[string]int // how often a file breaks off half way
	asked  []string
}

func newAgency(t *testing.T) *agency {
	a := &agency{files: make(map[string][]byte), breaks: make(map[string]int)}
	a.Server = httptest.NewServer(a)
	t.Cleanup(a.Close)
	return a
}

func (a *agency) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	a.mu.Lock()
	defer a.mu.Unlock()
	name := strings.TrimPrefix(r.URL.Path, "/")
	a.asked = append(a.asked, strings.TrimSpace(name+" "+r.Header.Get("Range")))
	data, ok := a.files[name]
	if !ok {
		http.Error(w, "<html>not found", http.StatusNotFound)
		return
	}
	w.Header().Set("ETag", fmt.Sprintf(`"%d-%x"`, len(data), data[len(data)/2]))
	if a.breaks[name] > 0 {
		a.breaks[name]--
		w.Header().Set("Content-Length", fmt.Sprint(len(data)))
		_, _ = w.Write(data[:len(data)/2])
		return // the server cuts the connection: less was written than was promised
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

func (a *agency) taken() []string {
	a.mu.Lock()
	defer a.mu.Unlock()
	asked := a.asked
	a.asked = nil
	return asked
}

// shop is a run of the command.
type shop struct {
	t        *testing.T
	o        options
	f        fetcher
	out, err bytes.Buffer
}

func newShop(t *testing.T, server string, archives ...archive) *shop {
	t.Helper()
	for i := range archives {
		for j := range archives[i].Addresses {
			archives[i].Addresses[j].URL = server + "/" + archives[i].Addresses[j].URL
		}
	}
	data, err := json.Marshal(list{Archives: archives})
	require.NoError(t, err)
	dir := t.TempDir()
	s := &shop{t: t, o: options{Out: filepath.Join(dir, "sets"), List: filepath.Join(dir, "list.json")}}
	require.NoError(t, os.WriteFile(s.o.List, data, 0o600))
	s.f = fetcher{client: http.DefaultClient, dir: filepath.Join(s.o.Out, "archives"), out: &s.out, errors: &s.err}
	return s
}

func (s *shop) run() error {
	s.out.Reset()
	s.err.Reset()
	return run(context.Background(), s.o, s.f)
}

// set opens what was packed.
func (s *shop) set(name string) *codesets.Set {
	s.t.Helper()
	f, err := os.Open(filepath.Join(s.o.Out, name))
	require.NoError(s.t, err, s.err.String())
	defer f.Close()
	set, err := codesets.Unpack(f, nil)
	require.NoError(s.t, err)
	return set
}

func orderArchive(name string, urls ...string) archive {
	a := archive{System: "icd10cm", Name: name, What: "codes", Page: "the agency's page"}
	for _, url := range urls {
		a.Addresses = append(a.Addresses, address{URL: url, Year: "this year"})
	}
	return a
}

// order is a zip with an order file of some codes.
func order(t *testing.T, year string, codes int) []byte {
	t.Helper()
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	w, err := z.CreateHeader(&zip.FileHeader{Name: "icd10cm_order_" + year + ".txt"}) // stored, so that it has a size
	require.NoError(t, err)
	for i := range codes {
		fmt.Fprintf(w, "%05d %c%02d     1 %-60s Title %d of %s\r\n", i+1, 'A'+i/100, i%100, "Title", i, year)
	}
	require.NoError(t, z.Close())
	return file.Bytes()
}

func TestFetchesAndPacks(t *testing.T) {
	a := newAgency(t)
	a.files["order.zip"] = order(t, "2026", 50)
	s := newShop(t, a.URL, orderArchive("codes", "order.zip"))
	require.NoError(t, s.run())
	require.Equal(t, 50, s.set("icd10cm-fy2026.set").Len())
	require.Contains(t, s.out.String(), "50 codes")
	require.Equal(t, []string{"order.zip"}, a.taken())

	require.NoError(t, s.run(), "nothing is new")
	require.Equal(t, []string{"order.zip"}, a.taken())

	a.files["order.zip"] = order(t, "2027", 60)
	require.NoError(t, s.run(), "the archive changed at its place")
	require.Equal(t, 60, s.set("icd10cm-fy2027.set").Len())
	require.NoFileExists(t, filepath.Join(s.o.Out, "icd10cm-fy2026.set"))
}

func TestGoesOnWhereAConnectionBrokeOff(t *testing.T) {
	a := newAgency(t)
	data := order(t, "2026", 500)
	a.files["order.zip"], a.breaks["order.zip"] = data, 1
	s := newShop(t, a.URL, orderArchive("codes", "order.zip"))
	require.NoError(t, s.run())
	require.Equal(t, 500, s.set("icd10cm-fy2026.set").Len())
	asked := a.taken()
	require.Len(t, asked, 2)
	require.Contains(t, asked[1], fmt.Sprintf("bytes=%d-", len(data)/2))
	require.Contains(t, s.err.String(), "going on")
}

// It breaks off for good, and the next run goes on; unless the archive has changed meanwhile, which is then fetched whole.
func TestGoesOnInTheNextRun(t *testing.T) {
	for _, changed := range []bool{false, true} {
		a := newAgency(t)
		a.files["order.zip"], a.breaks["order.zip"] = order(t, "2026", 500), attempts
		s := newShop(t, a.URL, orderArchive("codes", "order.zip"))
		require.ErrorContains(t, s.run(), "the starter sets that come with the game serve there")
		a.taken()
		want := 500
		if changed {
			want = 700
			a.files["order.zip"] = order(t, "2026", want)
		}
		require.NoError(t, s.run())
		require.Equal(t, want, s.set("icd10cm-fy2026.set").Len())
		require.Contains(t, a.taken()[0], "bytes=")
	}
}

func TestTakesTheNextAddress(t *testing.T) {
	a := newAgency(t)
	a.files["page.zip"] = []byte("<!doctype html><p>This page has moved. " + strings.Repeat("x", 500))
	a.files["old.zip"] = order(t, "2025", 20)
	s := newShop(t, a.URL, orderArchive("codes", "gone.zip", "page.zip", "old.zip"))
	require.NoError(t, s.run())
	require.Equal(t, 20, s.set("icd10cm-fy2025.set").Len())
	require.Contains(t, s.err.String(), "gone.zip: the server answered 404 Not Found: there is no archive at that address; look at the agency's page")
	require.Contains(t, s.err.String(), "page.zip: the server sent a page or something else instead of a zip")
}

func TestWithoutANetwork(t *testing.T) {
	a := newAgency(t)
	a.files["order.zip"] = order(t, "2026", 50)
	s := newShop(t, a.URL, orderArchive("codes", "order.zip"))
	require.NoError(t, s.run())
	a.Close()
	require.NoError(t, s.run())
	require.Contains(t, s.err.String(), "what was fetched before serves")
	require.Equal(t, 50, s.set("icd10cm-fy2026.set").Len())

	fresh := newShop(t, a.URL, orderArchive("codes", "order.zip"))
	err := fresh.run()
	require.ErrorContains(t, err, "no set for icd10cm: the starter sets that come with the game serve there; when you are online, run it again")
	require.Contains(t, fresh.err.String(), "the server cannot be reached")
}

func TestAnArchiveThatIsNoRelease(t *testing.T) {
	a := newAgency(t)
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	w, err := z.Create("readme.txt")
	require.NoError(t, err)
	fmt.Fprintln(w, "nothing of the kind")
	require.NoError(t, z.Close())
	a.files["order.zip"] = file.Bytes()
	s := newShop(t, a.URL, orderArchive("codes", "order.zip"))
	require.Error(t, s.run())
	require.Contains(t, s.err.String(), "what was fetched does not read as a release")
}

// TestReferenceArchives fetches the agencies' own archives, as far as they are beside the checkout.
func TestReferenceArchives(t *testing.T) {
	const dir = "../../../shared/data/releases"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the reference releases are not beside the checkout")
	}
	a := newAgency(t)
	archives := []archive{orderArchive("codes", "icd10cm-2026-code-descriptions.zip"), orderArchive("tabular", "icd10cm-2021-tabular-xml.zip")}
	archives[1].Optional = true
	pcs := archive{System: "icd10pcs", Name: "pcs", Addresses: []address{{URL: "icd10pcs-2026-order-file.zip"}}}
	hcpcs := archive{System: "hcpcs", Name: "hcpcs", Addresses: []address{{URL: "hcpcs-2019-alpha-numeric.zip"}}}
	lost := orderArchive("index", "nowhere.zip")
	lost.Optional = true
	for _, from := range append(archives, pcs, hcpcs) {
		name := from.Addresses[0].URL
		data, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		a.files[name] = data
	}
	a.breaks["icd10pcs-2026-order-file.zip"] = 2
	s := newShop(t, a.URL, append(archives, lost, pcs, hcpcs)...)
	require.NoError(t, s.run())
	require.Contains(t, s.err.String(), "index: the server answered 404")
	diagnoses := s.set("icd10cm-fy2026.set")
	require.Equal(t, 98186, diagnoses.Len())
	require.True(t, diagnoses.HasNotes())
	require.Equal(t, 80029, s.set("icd10pcs-fy2026.set").Len())
	require.Equal(t, 6440, s.set("hcpcs-2019.set").Len())
}

// TestList holds the list in the program to what its readers rely on.
func TestList(t *testing.T) {
	l, err := readList("")
	require.NoError(t, err)
	require.Equal(t, []string{"icd10cm", "icd10pcs", "hcpcs"}, l.systems())
	for _, a := range l.Archives {
		require.NotEmpty(t, a.What)
		require.True(t, strings.HasPrefix(a.Page, "https://www.cms.gov/"))
		for _, from := range a.Addresses {
			require.True(t, strings.HasPrefix(from.URL, "https://www.cms.gov/files/zip/"), from.URL)
			require.NotEmpty(t, from.Year)
			require.NotEmpty(t, from.Known)
			_, err := time.Parse(time.DateOnly, from.Checked)
			require.NoError(t, err)
		}
	}
}

// nowhere is a network without names, as that of a machine that is offline.
type nowhere struct{ asked int }

func (n *nowhere) RoundTrip(*http.Request) (*http.Response, error) {
	n.asked++
	return nil, &net.DNSError{Err: "no such host", Name: "www.example.org"}
}

func TestOfflineIsSaidOnceAndAtOnce(t *testing.T) {
	s := newShop(t, "http://www.example.org", orderArchive("codes", "order.zip"))
	network := new(nowhere)
	s.f.client = &http.Client{Transport: network}
	require.Error(t, s.run())
	require.Equal(t, 1, network.asked)
	require.Equal(t, 1, strings.Count(s.err.String(), "cannot be reached"), s.err.String())
	require.NotContains(t, s.err.String(), "broke off")
}
