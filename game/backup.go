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

// A backup is one file of JSON lines: a header with the settings, then every review as the journal holds it, then the player's
// files of questions. Code books are not in it: they are large, and some may not be passed on.

// backupFormat names the file's kind, backupVersion what this program writes: version 1 had no questions.
const (
	backupFormat  = "coderounds backup"
	backupVersion = 2
)

type backupHeader struct {
	Format    string    `json:"format"`
	Version   int       `json:"v"`
	Made      time.Time `json:"made"`
	Settings  Settings  `json:"settings"`
	Reviews   int       `json:"reviews"`
	Questions int       `json:"questions,omitempty"`
}

// backupLineMost is the longest line of a backup that is read, in bytes: a file of questions, in base64.
const backupLineMost = questionsMost / 3 * 4 * 2

// Backup is all that a player has made: what goes from one device to another.
type Backup struct {
	Settings  Settings
	Reviews   []quiz.Review
	Questions []QuestionFile
}

// QuestionFile is a file of questions as it was loaded.
type QuestionFile struct {
	Name string `json:"questions"`
	Data []byte `json:"data"`
}

// Backup returns what there is to be backed up. It shares the desk's reviews.
func (d *Desk) Backup() Backup {
	b := Backup{Settings: d.Settings, Reviews: d.Journal.Reviews()}
	for _, v := range d.books {
		if v.set == nil && v.fault == nil && !v.stock {
			b.Questions = append(b.Questions, QuestionFile{v.title(), v.file})
		}
	}
	return b
}

// Write writes the backup as one file, dated.
func (b Backup) Write(w io.Writer, made time.Time) error {
	lines := json.NewEncoder(w)
	err := lines.Encode(backupHeader{backupFormat, backupVersion, made, b.Settings, len(b.Reviews), len(b.Questions)})
	if err == nil {
		err = quiz.WriteReviews(w, b.Reviews)
	}
	for i := 0; err == nil && i < len(b.Questions); i++ {
		err = lines.Encode(b.Questions[i])
	}
	if err != nil {
		return fmt.Errorf("write backup: %w", err)
	}
	return nil
}

// ReadBackup reads what [Backup.Write] wrote, of this version or an earlier one. A file of a newer version, a damaged line and a
// file that is cut short are errors: a backup is restored whole or not at all.
func ReadBackup(r io.Reader) (Backup, error) {
	in := quiz.Lines(r, backupLineMost)
	var header backupHeader
	if !in.Scan() || json.Unmarshal(in.Bytes(), &header) != nil || header.Format != backupFormat {
		return Backup{}, errors.New("read backup: line 1 is not the beginning of a Code Rounds backup")
	}
	if header.Version > backupVersion || header.Settings.Version > settingsVersion {
		return Backup{}, fmt.Errorf("read backup: %w", quiz.ErrNewer)
	}
	var b Backup
	var err error
	if b.Reviews, err = quiz.ReadReviews(in, 2, header.Reviews); err != nil {
		return Backup{}, fmt.Errorf("read backup: %w", err)
	}
	if b.Questions, err = readQuestionFiles(in, 2+len(b.Reviews)); err != nil {
		return Backup{}, fmt.Errorf("read backup: %w", err)
	}
	if len(b.Reviews) != header.Reviews || len(b.Questions) != header.Questions {
		return Backup{}, fmt.Errorf("read backup: it should hold %s and %s and holds %d and %d; the file was cut short or changed",
			counted(header.Reviews, "review", "reviews"), counted(header.Questions, "file of questions", "files of questions"),
			len(b.Reviews), len(b.Questions))
	}
	settings, err := json.Marshal(header.Settings)
	if err == nil {
		b.Settings, err = ParseSettings(settings)
	}
	return b, err
}

// readQuestionFiles reads the lines behind the reviews, of which the first has a number.
func readQuestionFiles(in *bufio.Scanner, number int) (files []QuestionFile, err error) {
	for ; in.Scan(); number++ {
		var f QuestionFile
		if err := json.Unmarshal(in.Bytes(), &f); err != nil || f.Name == "" {
			return nil, fmt.Errorf("line %d is neither a review that was counted nor a file of questions", number)
		}
		files = append(files, f)
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("line %d: %w", number, err)
	}
	return files, nil
}

// isBackup recognises a backup by its beginning.
func isBackup(head []byte) bool {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	return bytes.HasPrefix(bytes.TrimSpace(line), []byte(`{"format":"`+backupFormat+`"`))
}
