// Package release reads the code-set files that publishers release.
//
// [Read] takes whatever a person has: the zip as published, a folder, or a single file, as a file system. It looks
// into each file and recognises it by its content, since names drift from year to year, and returns a
// built set for each code system found:
//
//	sets, err := release.Read(os.DirFS("2026-code-descriptions-tabular-order"), nil)
//
// Read today: the order files of ICD-10-CM and ICD-10-PCS of any year (CMS layout: columns 1–5 order number,
// 7–13 code, 15 billable flag, 17–76 short title, 78– long title).
//
// A file that is recognised but damaged is an [Error] that names file and line, and yields no set at all. Input is
// not trusted: archives may declare what they like, sizes are bounded while reading.
package release
