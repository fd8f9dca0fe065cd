package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// fetcher fetches archives into a folder.
type fetcher struct {
	client      *http.Client
	dir         string
	out, errors io.Writer
	watched     bool          // somebody watches errors
	pause       time.Duration // before what broke off is tried again
}

// attempts is how often a transfer is begun or gone on with.
const attempts = 4

// maxArchive is the most that is fetched of one archive.
const maxArchive = 256 << 20

// errNotThere is the error of an address at which there is no archive: the next one is tried.
var errNotThere = errors.New("there is no archive at that address")

// fetch fetches an archive into the folder. One that is there is replaced when there is a newer one, and serves when there is
// no network.
func (f fetcher) fetch(ctx context.Context, a archive) error {
	var err error
	for _, from := range a.Addresses {
		if err = f.fetchFrom(ctx, a, from); err == nil {
			say(f.out, "%s: %s", a.What, from.Year)
			return nil
		}
		if !errors.Is(err, errNotThere) {
			break
		}
		say(f.errors, "%s: %v; look at %s and mend cmd/sets/archives.json if it moved", from.URL, err, a.Page)
	}
	if _, there := os.Stat(f.path(a)); there == nil && ctx.Err() == nil {
		say(f.errors, "%s could not be fetched (%v); what was fetched before serves", a.Name, err)
		return nil
	}
	return err
}

func (f fetcher) path(a archive) string { return filepath.Join(f.dir, a.Name+".zip") }

// fetchFrom fetches from one address, going on where a transfer broke off.
func (f fetcher) fetchFrom(ctx context.Context, a archive, from address) (err error) {
	// What is not whole lies outside the folder that is read.
	t := transfer{fetcher: f, name: a.Name, url: from.URL, path: f.path(a), part: filepath.Join(filepath.Dir(f.dir), a.Name+".part")}
	for attempt := range attempts {
		if attempt > 0 {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(f.pause << (attempt - 1)):
			}
		}
		again := false
		if again, err = t.try(ctx); err == nil || !again || ctx.Err() != nil {
			break
		}
		say(f.errors, "%s broke off (%v); going on", a.Name, err)
	}
	return err
}

// transfer is one archive on its way from one address. What has come of it is in the file part. Beside that, and later beside the
// archive, lies a note of what it is: the address, and what the server calls this state of it.
type transfer struct {
	fetcher
	name, url, path, part string
}

const noteSuffix = ".from"

// try asks for the archive, or for what is missing of it. again tells that a failure may pass.
func (t transfer) try(ctx context.Context) (again bool, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, t.url, nil)
	if err != nil {
		return false, err
	}
	request.Header.Set("User-Agent", "code-rounds-sets")
	come := t.resume(request)
	response, err := t.client.Do(request)
	if err != nil {
		return !offline(err), unreached(err)
	}
	defer response.Body.Close()
	switch response.StatusCode {
	case http.StatusNotModified:
		return false, nil
	case http.StatusOK:
		come = 0
	case http.StatusPartialContent:
		if !strings.HasPrefix(response.Header.Get("Content-Range"), "bytes "+strconv.FormatInt(come, 10)+"-") {
			return true, errors.Join(errors.New("the server sent another piece than was asked for"), t.discard())
		}
	case http.StatusRequestedRangeNotSatisfiable:
		return true, errors.Join(errors.New("what was there does not fit"), t.discard())
	case http.StatusNotFound, http.StatusGone:
		return false, fmt.Errorf("the server answered %s: %w", response.Status, errNotThere)
	default:
		return response.StatusCode >= 500, fmt.Errorf("the server answered %s", response.Status)
	}
	if again, err := t.receive(response, come); err != nil {
		return again, err
	}
	return false, t.finish(response)
}

// unreached says what is wrong when nothing answers. The address is said beside it, and not once more by the client.
func unreached(err error) error {
	var request *url.Error
	if errors.As(err, &request) {
		err = request.Err
	}
	var name *net.DNSError
	if errors.As(err, &name) {
		return fmt.Errorf("%s cannot be reached; is this computer online? (%w)", name.Name, err)
	}
	return fmt.Errorf("the server cannot be reached: %w", err)
}

// offline tells that no server was found at all, which seconds of patience do not mend.
func offline(err error) bool {
	var name *net.DNSError
	return errors.As(err, &name)
}

// note is where the note of the archive lies: not in the folder that is read.
func (t transfer) note() string { return strings.TrimSuffix(t.part, ".part") + noteSuffix }

// resume asks for the rest of what has come, or only for what is newer than what is there, and returns how much has come.
func (t transfer) resume(request *http.Request) (come int64) {
	mark, err := os.ReadFile(t.part + noteSuffix)
	url, tag, ok := strings.Cut(string(mark), "\n")
	if info, statErr := os.Stat(t.part); err == nil && statErr == nil && ok && url == t.url && tag != "" && info.Size() > 0 {
		request.Header.Set("Range", "bytes="+strconv.FormatInt(info.Size(), 10)+"-")
		request.Header.Set("If-Range", tag)
		return info.Size()
	}
	mark, err = os.ReadFile(t.note())
	url, tag, ok = strings.Cut(string(mark), "\n")
	if _, statErr := os.Stat(t.path); err == nil && statErr == nil && ok && url == t.url && tag != "" {
		header := "If-Modified-Since"
		if strings.HasPrefix(tag, `"`) || strings.HasPrefix(tag, "W/") {
			header = "If-None-Match"
		}
		request.Header.Set(header, tag)
	}
	return 0
}

// tagOf is what tells one state of a file from another: a strong tag, else the date.
func tagOf(response *http.Response) string {
	if tag := response.Header.Get("ETag"); strings.HasPrefix(tag, `"`) {
		return tag
	}
	return response.Header.Get("Last-Modified")
}

// discard forgets what has come.
func (t transfer) discard() error {
	return errors.Join(removeIfThere(t.part), removeIfThere(t.part+noteSuffix))
}

func removeIfThere(name string) error {
	if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}
