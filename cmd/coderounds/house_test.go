//go:build !js

package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/tools/go/packages"
)

// The four rules of the house, held against the code as it is built for a desktop and for a browser.

const module = "coderounds/"

// house loads every package of the module for an operating system.
func house(t *testing.T, goos, goarch string) []*packages.Package {
	t.Helper()
	root, err := filepath.Abs("../..")
	require.NoError(t, err)
	loaded, err := packages.Load(&packages.Config{
		Dir: root, Env: append(os.Environ(), "GOOS="+goos, "GOARCH="+goarch, "CGO_ENABLED=0"),
		Mode: packages.NeedName | packages.NeedImports | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo,
	}, "./...")
	require.NoError(t, err)
	require.NotEmpty(t, loaded)
	var whole []*packages.Package
	for _, p := range loaded {
		if len(p.Syntax) > 0 {
			require.Empty(t, p.Errors)
			whole = append(whole, p)
		}
	}
	return whole
}

// houses are the packages as they are built for each kind of device.
type houses map[string][]*packages.Package

func TestHouse(t *testing.T) {
	h := houses{"desktop": house(t, "linux", "amd64"), "browser": house(t, "js", "wasm")}
	t.Run("who knows whom", h.whoKnowsWhom)
	t.Run("rule 1: devices", h.devices)
	t.Run("rule 2: purity", h.purity)
	t.Run("rule 3: interfaces", h.interfaces)
	t.Run("rule 4: main wires", h.mainWires)
}

func room(p *packages.Package) string { return strings.TrimPrefix(p.PkgPath, module) }

// mayImport says which of our packages each package may know.
var mayImport = map[string][]string{
	"codesets":          {},
	"codesets/release":  {"codesets"},
	"codesets/starter":  {"codesets"},
	"codesets/sought":   {"codesets"},
	"quiz":              {"codesets", "quiz/fsrs"},
	"quiz/exam":         {"codesets", "quiz", "quiz/fsrs"},
	"quiz/fsrs":         {},
	"quiz/drill":        {"codesets", "quiz"},
	"quiz/exchange":     {"codesets", "quiz"},
	"quiz/concept":      {"quiz", "quiz/exchange"},
	"quiz/pupil":        {"codesets", "quiz", "quiz/fsrs"},
	"game":              {"codesets", "codesets/release", "codesets/starter", "quiz", "quiz/exam", "quiz/fsrs", "quiz/drill", "quiz/exchange", "quiz/concept", "game/view"},
	"game/view":         {},
	"game/screen":       {"game", "game/view"},
	"wasm":              {"game/view"},
	"wasm/page":         {},
	"wasm/journey":      {},
	"cmd/internal/disk": {"codesets"},
	"cmd/instructor":    {"cmd/internal/disk", "codesets", "codesets/release", "codesets/starter"},
	"cmd/sets":          {"cmd/internal/disk", "codesets", "codesets/release"},
	"cmd/site":          {"codesets", "wasm/page"},
	"cmd/coderounds":    {"cmd/internal/disk", "game", "game/screen", "wasm"},
}

func (h houses) whoKnowsWhom(t *testing.T) {
	for name, house := range h {
		for _, p := range house {
			allowed, known := mayImport[room(p)]
			if !known {
				if strings.Contains(p.PkgPath, "/testdata/") {
					continue
				}
				t.Errorf("%s: package %s has no place in the house; name whom it may know", name, p.PkgPath)
				continue
			}
			for path := range p.Imports {
				if ours, is := strings.CutPrefix(path, module); is && !slices.Contains(allowed, ours) {
					t.Errorf("%s: %s may not import %s", name, p.PkgPath, path)
				}
			}
		}
	}
}

// Rule 1: only game/screen and cmd/coderounds know Ebitengine, only wasm knows syscall/js.
func (h houses) devices(t *testing.T) {
	for name, house := range h {
		for _, p := range house {
			for path := range p.Imports {
				if strings.HasPrefix(path, "github.com/hajimehoshi/ebiten") && room(p) != "game/screen" && room(p) != "cmd/coderounds" && !strings.Contains(p.PkgPath, "/testdata/") {
					t.Errorf("%s: %s imports Ebitengine", name, p.PkgPath)
				}
				if path == "syscall/js" && room(p) != "wasm" {
					t.Errorf("%s: %s imports syscall/js", name, p.PkgPath)
				}
			}
		}
	}
}

// forbidden is what a pure package may not touch: packages, and functions of packages.
var (
	forbiddenPackages  = []string{"os", "os/exec", "net", "net/http", "syscall", "syscall/js", "math/rand", "log"}
	forbiddenFunctions = map[string][]string{
		"time": {"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker"},
		"math/rand/v2": {"Int", "IntN", "Int32", "Int32N", "Int64", "Int64N", "Uint32", "Uint32N", "Uint64", "Uint64N", "Uint", "UintN",
			"Float32", "Float64", "NormFloat64", "ExpFloat64", "Perm", "Shuffle", "N"},
	}
)

func pure(p *packages.Package) bool {
	first, _, _ := strings.Cut(room(p), "/")
	return (first == "codesets" || first == "quiz" || first == "game") && room(p) != "game/screen"
}

// Rule 2: pure packages touch no clock, no global randomness, no disk, no network.
func (h houses) purity(t *testing.T) {
	for name, house := range h {
		for _, p := range house {
			if !pure(p) {
				continue
			}
			for path := range p.Imports {
				if slices.Contains(forbiddenPackages, path) {
					t.Errorf("%s: %s imports %s", name, p.PkgPath, path)
				}
			}
			for id, object := range p.TypesInfo.Uses {
				f, is := object.(*types.Func)
				if !is || f.Pkg() == nil || f.Signature().Recv() != nil {
					continue
				}
				if slices.Contains(forbiddenFunctions[f.Pkg().Path()], f.Name()) {
					t.Errorf("%s: %s calls %s.%s at %s", name, p.PkgPath, f.Pkg().Path(), f.Name(), p.Fset.Position(id.Pos()))
				}
			}
		}
	}
}

// interfaceMost is how many methods an interface may have and still be small.
const interfaceMost = 6

// Rule 3: an interface is small, declared where it is used, and has two implementations.
func (h houses) interfaces(t *testing.T) {
	implementers := make(map[string]map[string]bool) // interface → types
	for _, house := range h {
		for _, p := range house {
			for _, name := range p.Types.Scope().Names() {
				declared, is := p.Types.Scope().Lookup(name).(*types.TypeName)
				if !is || declared.IsAlias() {
					continue
				}
				i, is := declared.Type().Underlying().(*types.Interface)
				if !is || i.NumMethods() == 0 {
					continue
				}
				full := p.PkgPath + "." + name
				require.LessOrEqual(t, i.NumMethods(), interfaceMost, full)
				if implementers[full] == nil {
					implementers[full] = make(map[string]bool)
				}
				maps.Copy(implementers[full], implementing(house, p.PkgPath, name))
			}
		}
	}
	require.NotEmpty(t, implementers)
	for name, who := range implementers {
		require.GreaterOrEqual(t, len(who), 2, "%s is implemented by %v only", name, slices.Collect(maps.Keys(who)))
	}
}

// implementing returns the types of a house that implement an interface of it.
func implementing(house []*packages.Package, path, name string) map[string]bool {
	i := find(house, path).Scope().Lookup(name).Type().Underlying().(*types.Interface)
	found := make(map[string]bool)
	for _, p := range house {
		for _, n := range p.Types.Scope().Names() {
			object, is := p.Types.Scope().Lookup(n).(*types.TypeName)
			if is && !types.IsInterface(object.Type()) && types.Implements(types.NewPointer(object.Type()), i) {
				found[p.PkgPath+"."+n] = true
			}
		}
	}
	return found
}

func find(house []*packages.Package, path string) *types.Package {
	for _, p := range house {
		if p.PkgPath == path {
			return p.Types
		}
	}
	return nil
}

// Rule 4: main wires and nothing else: no types, no loops but over what was handed in, short files.
func (h houses) mainWires(t *testing.T) {
	for name, house := range h {
		for _, p := range house {
			if room(p) != "cmd/coderounds" {
				continue
			}
			for _, f := range p.Syntax {
				file := p.Fset.Position(f.Pos()).Filename
				require.Less(t, p.Fset.Position(f.End()).Line, 120, "%s: %s", name, file)
				for _, d := range f.Decls {
					if g, is := d.(*ast.GenDecl); is {
						require.NotEqual(t, token.TYPE, g.Tok, "%s: %s declares a type", name, file)
					}
				}
			}
		}
	}
}
