package game

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
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
	out := bufio.NewWriter(w)
	out.Write(append(header, '\n'))
	for i := range reviews {
		line, err := reviews[i].Line()
		if err != nil {
			return fmt.Errorf("write backup: %w", err)
		}
		out.Write(append(line, '\n'))
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write backup: %w", err)
	}
	return nil
}

// backupLineMost is the longest line read.
const backupLineMost = 1 << 20

// ReadBackup reads what [WriteBackup] wrote. A file of a newer version, a damaged line and a file that is
// cut short are errors: a backup is restored whole or not at all.
func ReadBackup(r io.Reader) (Settings, []quiz.Review, error) {
	in := bufio.NewScanner(r)
	in.Buffer(nil, backupLineMost)
	var header backupHeader
	if !in.Scan() || json.Unmarshal(in.Bytes(), &header) != nil || header.Format != backupFormat {
		return Settings{}, nil, errors.New("read backup: line 1 is not the beginning of a Code Rounds backup")
	}
	if header.Version > backupVersion || header.Settings.Version > settingsVersion {
		return Settings{}, nil, fmt.Errorf("read backup: %w", quiz.ErrNewer)
	}
	reviews := make([]quiz.Review, 0, 1024)
	for line := 2; in.Scan(); line++ {
		r, err := quiz.ParseReview(in.Bytes())
		if err != nil {
			return Settings{}, nil, fmt.Errorf("read backup: line %d: %w", line, err)
		}
		reviews = append(reviews, r)
	}
	if err := in.Err(); err != nil {
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

// backUp gives the player the backup and says where it went.
func backUp(desk *Desk, now time.Time) string {
	var file bytes.Buffer
	if err := WriteBackup(&file, desk.Settings, desk.Journal.Reviews(), now); err != nil {
		return sentence(err)
	}
	where, err := desk.Device.Offer("coderounds-backup-"+now.Format("2006-01-02")+".jsonl", file.Bytes())
	if err != nil {
		return "The backup could not be written: " + err.Error() + "."
	}
	return "Backed up to " + where + "."
}
