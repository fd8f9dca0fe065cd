package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"
)

// server is a taken port and what answers on it.
type server struct {
	listener net.Listener
	host     string
}

// listen takes a port; 0 is any free one.
func listen(host string, port int) (*server, error) {
	listener, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("port %d is taken by another program: end that one, or choose another port with PORT=%d", port, port+1)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("port %d is for the system's own programs: choose one above 1023 with PORT=8080", port)
	case err != nil:
		return nil, fmt.Errorf("take port %d on %s (another one can be chosen with PORT=): %w", port, host, err)
	}
	return &server{listener, host}, nil
}

// address is what a browser is given.
func (s *server) address() string {
	_, port, err := net.SplitHostPort(s.listener.Addr().String())
	if err != nil {
		return "http://" + s.listener.Addr().String() + "/"
	}
	host := s.host
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}

// serve answers until the context ends.
func (s *server) serve(ctx context.Context, files fs.FS) error {
	web := &http.Server{Handler: site{files}, ReadHeaderTimeout: 10 * time.Second}
	ended := make(chan error, 1)
	go func() { ended <- web.Serve(s.listener) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	patience, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	// A browser that keeps a connection open does not keep the program alive.
	if err := web.Shutdown(patience); err != nil {
		return web.Close()
	}
	return nil
}
