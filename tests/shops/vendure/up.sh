#!/usr/bin/env bash
# Starts a freshly filled shop on 127.0.0.1:$PORT, its files in $DATA (a folder of its own). Returns when it answers, having
# printed one line of JSON: endpoints, login, API key. down.sh stops it.
set -euo pipefail
. "$(dirname "$0")/common.sh"
prepare

export PORT=${PORT:-3070}
export DATA=${DATA:-$cache/run-$PORT}
if [ -f "$DATA/pid" ] && kill -0 "$(cat "$DATA/pid")" 2>/dev/null; then
    echo "vendure: a shop is already running in $DATA" >&2
    exit 1
fi
mkdir -p "$DATA"
rm -f "$DATA/shop.json"
cp -r "$seed/." "$DATA/"
NODE_PATH=$modules/node_modules setsid "$node" "$vendure/shop.js" serve >"$DATA/log" 2>&1 </dev/null &
echo $! >"$DATA/pid"
for _ in $(seq 900); do
    if [ -f "$DATA/shop.json" ]; then
        cat "$DATA/shop.json"
        exit 0
    fi
    if ! kill -0 "$(cat "$DATA/pid")" 2>/dev/null; then
        break
    fi
    sleep 0.2
done
echo "vendure: the shop did not start:" >&2
cat "$DATA/log" >&2
"$vendure/down.sh"
exit 1
