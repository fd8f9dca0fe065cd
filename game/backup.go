package game

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"time"

	"coderounds/quiz"
)

// A backup is one file of JSON lines: a header with the settings, then every review as the journal holds it.

// backupFormat names the file's kind, backupVersion what this program writes.
const (
	backupFormat  = "coderounds backup"
	backupVersion = 1
)

type backupHeader struct {
	Format   string    `json:"format"`
	Version  int       `json:"v"`
	Made     time.Time `json:"made"`
	Settings Settings  `json:"settings"`
	Reviews  int       `json:"reviews"`
}

// WriteBackup writes settings and reviews as one file.
func WriteBackup(w io.Writer, settings Settings, reviews []quiz.Review, made time.Time) error {
	header, err := json.Marshal(backupHeader{backupFormat, backupVersion, made, settings, len(reviews)})
	if err != nil {
		return fmt.Errorf("write backup: %w", err)
	}
	if _, err := w.Write(append(header, '\n')); err != nil {
		return fmt.Errorf("write backup: %w", err)
	}
	if err := quiz.WriteReviews(w, reviews); err != nil {
		return fmt.Errorf("write backup: %w", err)
	}
	return nil
}

// ReadBackup reads what [WriteBackup] wrote. A file of a newer version, a damaged line and a file that is
// cut short are errors: a backup is restored whole or not at all.
func ReadBackup(r io.Reader) (Settings, []quiz.Review, error) {
	in := quiz.Lines(r)
	var header backupHeader
	if !in.Scan() || json.Unmarshal(in.Bytes(), &header) != nil || header.Format != backupFormat {
		return Settings{}, nil, errors.New("read backup: line 1 is not the beginning of a Code Rounds backup")
	}
	if header.Version > backupVersion || header.Settings.Version > settingsVersion {
		return Settings{}, nil, fmt.Errorf("read backup: %w", quiz.ErrNewer)
	}
	reviews, err := quiz.ReadReviews(in, 2, math.MaxInt)
	if err != nil {
		return Settings{}, nil, fmt.Errorf("read backup: %w", err)
	}
	if len(reviews) != header.Reviews {
		return Settings{}, nil, fmt.Errorf("read backup: it should hold %d reviews and holds %d; the file was cut short or changed", header.Reviews, len(reviews))
	}
	settings, err := json.Marshal(header.Settings)
	if err != nil {
		return Settings{}, nil, err
	}
	s, err := ParseSettings(settings)
	return s, reviews, err
}

// isBackup recognises a backup by its beginning.
func isBackup(head []byte) bool {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	return bytes.HasPrefix(bytes.TrimSpace(line), []byte(`{"format":"`+backupFormat+`"`))
}
