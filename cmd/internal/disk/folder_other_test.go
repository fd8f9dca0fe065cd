//go:build !windows

package disk

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDownloadDir(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty", "", ""},
		{"in home", "# made by xdg-user-dirs-update\nXDG_DESKTOP_DIR=\"$HOME/Desktop\"\nXDG_DOWNLOAD_DIR=\"$HOME/Down loads\"\n", "/h/Down loads"},
		{"elsewhere", `XDG_DOWNLOAD_DIR="/data/in"`, "/data/in"},
		{"escaped", `XDG_DOWNLOAD_DIR="$HOME/a\"b\\c\$d"`, `/h/a"b\c$d`},
		{"spaces", "  XDG_DOWNLOAD_DIR = \"/x\"  \r\n", "/x"},
		{"last one counts", "XDG_DOWNLOAD_DIR=\"/a\"\nXDG_DOWNLOAD_DIR=\"/b\"\n", "/b"},
		{"switched off", `XDG_DOWNLOAD_DIR="$HOME/"`, "/h"},
		{"not absolute", `XDG_DOWNLOAD_DIR="Downloads"`, ""},
		{"comment", `#XDG_DOWNLOAD_DIR="/a"`, ""},
		{"cut short", `XDG_DOWNLOAD_DIR="/a\`, `/a\`},
	} {
		t.Run(c.name, func(t *testing.T) { require.Equal(t, c.want, downloadDir(c.text, "/h")) })
	}
}
