package main

import (
	"context"
	"io"
	"net"
	"net/http"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestServe(t *testing.T) {
	s, err := listen("localhost", 0)
	require.NoError(t, err)
	require.Regexp(t, `^http://localhost:\d+/$`, s.address())
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.serve(ctx, files()) }()

	request, err := http.NewRequest("GET", s.address(), nil)
	require.NoError(t, err)
	request.Header.Set("Accept-Encoding", "gzip")
	answer, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	body, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	require.NoError(t, answer.Body.Close())
	require.Equal(t, 200, answer.StatusCode)
	require.Equal(t, "page in gzip", string(body))
	http.DefaultClient.CloseIdleConnections()

	cancel()
	require.NoError(t, <-ended)
	_, err = net.Dial("tcp", s.listener.Addr().String())
	require.Error(t, err, "the port is free again")
}

func TestListenTaken(t *testing.T) {
	taken, err := net.Listen("tcp", "localhost:0")
	require.NoError(t, err)
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port
	_, err = listen("localhost", port)
	require.EqualError(t, err, "port "+strconv.Itoa(port)+" is taken by another program: end that one, or choose another port with PORT="+strconv.Itoa(port+1))

	// It is told before anything is built: there is no such program.
	err = run(context.Background(), options{Serve: true, Host: "localhost", Port: port, Program: "./gone", Out: t.TempDir()})
	require.ErrorContains(t, err, "is taken by another program")
}

func TestListenNowhere(t *testing.T) {
	_, err := listen("no.such.host.invalid", 0)
	require.ErrorContains(t, err, "PORT=")
}

func TestAddress(t *testing.T) {
	for host, want := range map[string]string{"127.0.0.1": "http://127.0.0.1:", "0.0.0.0": "http://localhost:", "": "http://localhost:"} {
		s, err := listen(host, 0)
		require.NoError(t, err)
		require.Contains(t, s.address(), want, host)
		require.NoError(t, s.listener.Close())
	}
}

func TestOpener(t *testing.T) {
	const address = "http://localhost:8080/"
	for _, test := range []struct {
		name, system string
		env          map[string]string
		want         []string
	}{
		{"x", "linux", map[string]string{"DISPLAY": ":0"}, []string{"xdg-open", address}},
		{"wayland", "linux", map[string]string{"WAYLAND_DISPLAY": "wayland-0"}, []string{"xdg-open", address}},
		{"no screen", "linux", nil, nil},
		{"ci", "linux", map[string]string{"DISPLAY": ":0", "CI": "true"}, nil},
		{"mac", "darwin", nil, []string{"open", address}},
		{"windows", "windows", nil, []string{"rundll32", "url.dll,FileProtocolHandler", address}},
	} {
		require.Equal(t, test.want, opener(test.system, func(name string) string { return test.env[name] }, address), test.name)
	}
}
