package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"time"

	"github.com/schollz/progressbar/v3"
)

// receive writes what comes behind what has come. again tells that a failure may pass.
func (t transfer) receive(response *http.Response, come int64) (again bool, err error) {
	flags := os.O_WRONLY | os.O_CREATE | os.O_APPEND
	if come == 0 {
		flags |= os.O_TRUNC
	}
	if err := os.WriteFile(t.part+noteSuffix, []byte(t.url+"\n"+tagOf(response)), 0o644); err != nil {
		return false, err
	}
	part, err := os.OpenFile(t.part, flags, 0o644)
	if err != nil {
		return false, err
	}
	defer part.Close()
	body := io.LimitReader(response.Body, maxArchive+1-come)
	if come == 0 {
		if body, err = zipped(body); err != nil {
			return false, errors.Join(err, t.discard())
		}
	}
	bar, end := t.bar(come, response.ContentLength)
	defer end()
	n, err := io.Copy(io.MultiWriter(part, bar), body)
	switch {
	case err != nil:
		return true, err
	case come+n > maxArchive:
		return false, errors.Join(fmt.Errorf("it is larger than %d MB, which no release is", maxArchive>>20), t.discard())
	case response.ContentLength > 0 && n < response.ContentLength:
		return true, io.ErrUnexpectedEOF
	}
	return false, part.Sync()
}

// zipped passes an archive on. What a server sends instead is mostly a page that says so.
func zipped(body io.Reader) (io.Reader, error) {
	head := make([]byte, 4)
	n, err := io.ReadFull(body, head)
	if err != nil && n == 0 {
		return nil, fmt.Errorf("the server sent nothing: %w", err)
	}
	if !bytes.HasPrefix(head[:n], []byte("PK\x03\x04")) {
		return nil, fmt.Errorf("the server sent a page or something else instead of a zip: %w", errNotThere)
	}
	return io.MultiReader(bytes.NewReader(head[:n]), body), nil
}

// finish gives the archive its name.
func (t transfer) finish(response *http.Response) error {
	if err := os.Rename(t.part, t.path); err != nil {
		return err
	}
	return errors.Join(os.WriteFile(t.note(), []byte(t.url+"\n"+tagOf(response)), 0o644), t.discard())
}

// bar shows how much has come, where somebody watches.
func (t transfer) bar(come, left int64) (w io.Writer, end func()) {
	if !t.watched {
		return io.Discard, func() {}
	}
	size := int64(-1)
	if left > 0 {
		size = come + left
	}
	bar := progressbar.NewOptions64(size, progressbar.OptionSetWriter(t.errors), progressbar.OptionSetDescription(t.name),
		progressbar.OptionShowBytes(true), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
	_ = bar.Set64(come)
	return bar, func() { _ = bar.Clear() }
}
