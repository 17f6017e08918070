# Sourced by the scripts beside it. Everything that is downloaded or made lies in the cache, never in the source tree; each
# part of it is named by the hash of what it was made from, so that a changed lockfile or catalogue makes a new one.

vendure=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${PURSER_TEST_CACHE:-$HOME/.cache/purser-test}/vendure
npm_ci=(npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error)

hash_of() {
    cat "$@" | sha256sum | cut -c1-16
}
modules=$cache/modules-$(hash_of "$vendure/package-lock.json")
newer_node=$cache/node-$(hash_of "$vendure/node/package-lock.json")
seed=$cache/seed-$(hash_of "$vendure/package-lock.json" "$vendure/shop.js")

# Vendure needs Node 20 or newer; Debian 12 has 18.
node_is_new_enough() {
    command -v node >/dev/null && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ]
}
find_node() {
    if node_is_new_enough; then
        node=$(command -v node)
    else
        node=$(echo "$newer_node"/node_modules/node-linux-*/bin/node)
    fi
}
shop() {
    NODE_PATH=$modules/node_modules "$node" "$vendure/shop.js" "$@"
}

free_port() {
    "$node" -e 'const probe = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(probe.address().port); probe.close(); })'
}

# install_into FOLDER LOCKED: the packages of LOCKED/package-lock.json, whole or not at all.
install_into() {
    rm -rf "$1.new"
    mkdir -p "$1.new"
    cp "$2/package.json" "$2/package-lock.json" "$1.new/"
    (cd "$1.new" && "${npm_ci[@]}") >&2
    mv "$1.new" "$1"
}

# Fetches the packages and fills the shop, once; later calls return at once.
prepare() {
    mkdir -p "$cache"
    {
        flock 9
        if ! node_is_new_enough && [ ! -d "$newer_node" ]; then
            echo "vendure: fetching a newer Node" >&2
            install_into "$newer_node" "$vendure/node" 9>&-
            # npm takes it for no matter when an optional package cannot be had.
            if ! "$newer_node"/node_modules/node-linux-*/bin/node --version >/dev/null 2>&1; then
                rm -rf "$newer_node"
                echo "vendure: a Node of version 20 or newer is needed, and could not be fetched from npm" >&2
                exit 1
            fi
        fi
        find_node
        if [ ! -d "$modules" ]; then
            echo "vendure: fetching Vendure (about 200 MB, once)" >&2
            install_into "$modules" "$vendure" 9>&-
        fi
        if [ ! -d "$seed" ]; then
            echo "vendure: filling the shop (once)" >&2
            rm -rf "$seed.new"
            PORT=$(free_port) DATA=$seed.new shop seed >&2 9>&-
            mv "$seed.new" "$seed"
        fi
    } 9>"$cache/lock"
}
