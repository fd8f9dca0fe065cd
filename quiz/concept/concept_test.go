package concept

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestItems(t *testing.T) {
	all, err := Items()
	require.NoError(t, err)
	t.Log(len(all))
}
