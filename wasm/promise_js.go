package wasm

import (
	"errors"
	"fmt"
	"syscall/js"
)

// call calls a method of a JavaScript object. What it throws is returned.
func call(object js.Value, method string, args ...any) (result js.Value, err error) {
	defer func() {
		if thrown := recover(); thrown != nil {
			err = reason(thrown)
		}
	}()
	return object.Call(method, args...), nil
}

func reason(thrown any) error {
	var fault js.Error
	if err, ok := thrown.(error); ok && errors.As(err, &fault) {
		return errors.New(complaint(fault.Value))
	}
	return fmt.Errorf("%v", thrown)
}

// complaint returns what a JavaScript error says.
func complaint(fault js.Value) string {
	if fault.Type() == js.TypeObject {
		if m := fault.Get("message"); m.Type() == js.TypeString {
			return m.String()
		}
	}
	return fault.String()
}

// outcome is what a promise came to.
type outcome struct {
	value js.Value
	err   error
}

// begin calls a method that returns a promise and returns the channel on which its outcome arrives. It does not block.
func begin(object js.Value, method string, args ...any) <-chan outcome {
	arrived := make(chan outcome, 1)
	promise, err := call(object, method, args...)
	if err != nil {
		arrived <- outcome{err: err}
		return arrived
	}
	var kept, broken js.Func
	settle := func(o outcome) any {
		kept.Release()
		broken.Release()
		arrived <- o
		return nil
	}
	first := func(args []js.Value) js.Value {
		if len(args) == 0 {
			return js.Undefined()
		}
		return args[0]
	}
	kept = js.FuncOf(func(_ js.Value, args []js.Value) any { return settle(outcome{value: first(args)}) })
	broken = js.FuncOf(func(_ js.Value, args []js.Value) any {
		return settle(outcome{err: errors.New(complaint(first(args)))})
	})
	if _, err := call(promise, "then", kept, broken); err != nil {
		settle(outcome{err: err})
	}
	return arrived
}
