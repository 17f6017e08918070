#!/usr/bin/env bash
# Stops the shop that up.sh started with the same PORT and DATA, and no other.
set -euo pipefail
. "$(dirname "$0")/common.sh"
DATA=${DATA:-$cache/run-${PORT:-3070}}
[ -f "$DATA/pid" ] || exit 0
pid=$(cat "$DATA/pid")
rm -f "$DATA/pid" "$DATA/shop.json"
kill "$pid" 2>/dev/null || exit 0
for _ in $(seq 100); do
    kill -0 "$pid" 2>/dev/null || exit 0
    sleep 0.1
done
kill -KILL "$pid" 2>/dev/null || true
