# Code Rounds. Needs Go; `make test` sets up what else it needs.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help play desktop sets test check site bench fuzz shots clean

# Nothing here needs a C compiler. What opens a screen finds its libraries when it runs.
export CGO_ENABLED := 0

PORT ?= 8080
FUZZTIME ?= 60s
export PORT

# What has neither screen nor page, and so runs anywhere.
PURE := ./codesets/... ./quiz/... ./game ./game/view ./wasm
# go test finds the runner for WebAssembly by its name in the path.
WASM := GOOS=js GOARCH=wasm PATH="$$PATH:$$(go env GOROOT)/lib/wasm"

help: ## what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-9s %s\n", $$1, $$2}' Makefile

play: ## play in the browser; PORT=8080
	go run ./cmd/site --serve

desktop: ## play in a window
	go run ./cmd/coderounds -sets build/sets

sets: ## fetch this year's official releases from the agencies; play and desktop then open them
	go run ./cmd/sets --out build/sets

test: check ## everything that must pass, as CI runs it; installs what is missing
	@echo '== tests'
	xvfb-run -a go test $$(go list ./... | grep -v /wasm/journey)
	go -C cmd/bench test ./...
	@echo '== tests as WebAssembly'
	$(WASM) go test $(PURE)
	@echo '== journeys in Chromium'
	JOURNEY=required go test -count=1 -timeout=15m ./wasm/journey

# cmd/bench is a module of its own, so that what is measured beside never becomes a dependency.
check:
	@.ci/setup
	@echo '== format'
	@bad=$$(gofmt -l cmd codesets game quiz wasm); [ -z "$$bad" ] || { echo "gofmt -w would change:"; echo "$$bad"; exit 1; }
	@echo '== vet'
	go vet ./...
	GOOS=js GOARCH=wasm go vet ./...
	go -C cmd/bench vet ./...
	@echo '== staticcheck'
	go tool staticcheck ./...
	GOOS=js GOARCH=wasm $$(go tool -n staticcheck) ./...
	staticcheck="$$(go tool -n staticcheck)" && cd cmd/bench && "$$staticcheck" ./...

site: ## the web edition for publishing, in build/site; takes minutes
	go run ./cmd/site --best

bench: ## our figures beside peers'; PEERS=1 adds peers under node
	cd cmd/bench && go run . $(if $(PEERS),-peers)

fuzz: ## every fuzz target in turn; FUZZTIME=60s each
	@for package in $$(go list ./...); do \
		for target in $$(go test -list='^Fuzz' $$package | grep '^Fuzz' || true); do \
			echo "== $$package $$target"; \
			go test -run='^$$' -fuzz="^$$target$$" -fuzztime=$(FUZZTIME) $$package; \
		done; \
	done

shots: ## pictures of the pages, light and dark, phone and desktop, in build/shots
	@.ci/setup
	JOURNEY=required JOURNEY_SHOTS="$(CURDIR)/build/shots" go test -count=1 -run='Shots|Statistics' -v ./wasm/journey

clean: ## removes what was built
	rm -rf build
