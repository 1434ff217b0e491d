#!/usr/bin/env bash
# shellcheck disable=SC2317,SC2329  # The cases are called by name.
# Does config/debian13 keep its word when things go wrong? Each case has a cache, a package list and
# apt sources of its own, in a private mount namespace where this system looks like Debian 12.
# Needs root; nothing is downloaded: the mirrors here refuse, or never answer.
set -euo pipefail

if [ "$(id -u)" != 0 ] || ! unshare --mount true 2>/dev/null; then
    echo "skipped: only root may make the mounts of this test"
    exit 77
fi
[ "${1:-}" = inside ] || exec unshare --mount "$0" inside

here=$(dirname "$(dirname "$(dirname "$(realpath "$0")")")")
work=$(mktemp -d /tmp/platform-test-XXXXXX)
clean_up() {
    local pids
    pids=$(jobs -p)
    # shellcheck disable=SC2086  # One argument a process.
    [ -z "$pids" ] || kill $pids 2>/dev/null || true
    umount -lR "$work"
    rmdir "$work"
}
trap clean_up EXIT
mount -t tmpfs -o size=4g platform-test "$work"

mkdir -p "$work"/{config,cache}
chmod 755 "$work"
cp "$here/config/debian13" "$work/config"
echo 'hello # one small package' >"$work/config/packages"
printf 'ID=debian\nVERSION_ID=12\nVERSION_CODENAME=bookworm\n' >"$work/os-release"
mount --bind "$work/os-release" "$(realpath /etc/os-release)"
export XDG_CACHE_HOME=$work/cache APT_CONFIG=$work/apt.conf
unset MOTLAN_DEBIAN13
cat >"$APT_CONFIG" <<END
Dir::Etc::SourceList "$work/sources.list";
Dir::Etc::SourceParts "/dev/null";
Dir::State::lists "$work/lists";
Dir::Cache "$work/apt-cache";
Acquire::Retries "0";
END

failures=0

mirror() { echo "deb [trusted=yes] $1 bookworm main" >"$work/sources.list"; }

# Runs the script, keeps what it says in $work/{stdout,stderr} and its exit status in $status.
debian13() {
    status=0
    "$work/config/debian13" "$@" >"$work/stdout" 2>"$work/stderr" </dev/null || status=$?
}

expect() { # WHAT COMMAND…
    if ! "${@:2}"; then
        echo "  FAILED: $1"
        sed 's/^/    stderr: /' "$work/stderr"
        failures=$((failures + 1))
    fi
}

nothing_half_made() { [ -z "$(find "$XDG_CACHE_HOME" -maxdepth 2 -name 'debian13-*')" ]; }
says() { grep -q "$1" "$work/stderr"; }
is_silent() { [ ! -s "$work/stdout" ]; }
is_one_sentence_at_the_end() { [ "$(grep -c 'nothing half-made is left' "$work/stderr")" = 1 ]; }

expect_clean_failure() { # WHAT IT SAYS
    expect "the exit status is not 0" [ "$status" != 0 ]
    expect "nothing half-made is left" nothing_half_made
    expect "it says '$1'" says "$1"
    expect "it says so once" is_one_sentence_at_the_end
    expect "standard output stays untouched" is_silent
}

# A mirror that accepts and never answers; prints its port and ends with its input.
silent_mirror() {
    python3 -c 'import socket, sys
server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)
sys.stdin.read()'
}

# Starts a set-up that hangs in its download and waits until it has begun.
start_hanging() {
    mirror "http://127.0.0.1:$port/debian"
    "$work/config/debian13" true >"$work/stdout" 2>"$work/stderr" </dev/null &
    pid=$!
    until says 'apt-get update' || ! kill -0 "$pid" 2>/dev/null; do sleep 0.05; done
}

a_mirror_that_cannot_be_reached() {
    mirror http://127.0.0.1:1/debian
    debian13 true
    expect_clean_failure "Check that 'apt-get update' works"
}

a_disk_that_is_full_before() {
    mount -t tmpfs -o size=8m small "$XDG_CACHE_HOME"
    debian13 true
    expect_clean_failure 'is full'
    umount "$XDG_CACHE_HOME"
}

a_disk_that_fills_up_on_the_way() {
    mount -t tmpfs -o size=4g,nr_inodes=20 full "$XDG_CACHE_HOME"
    debian13 true
    expect_clean_failure 'is full'
    umount "$XDG_CACHE_HOME"
}

a_set_up_that_is_interrupted() {
    start_hanging
    kill -TERM "$pid"
    status=0
    wait "$pid" || status=$?
    expect_clean_failure 'Interrupted'
}

a_set_up_that_is_killed_outright() {
    start_hanging
    kill -KILL "$pid"
    wait "$pid" 2>/dev/null || true
    mirror http://127.0.0.1:1/debian
    debian13 true
    expect_clean_failure "Check that 'apt-get update' works"
}

a_machine_without_an_archive() {
    echo >"$work/sources.list"
    debian13 true
    expect "it says so" says 'names no Debian archive'
    expect "the exit status is 1" [ "$status" = 1 ]
}

# The root that a set-up would make, here this system itself.
a_root_that_is_ready() {
    local root
    mirror http://127.0.0.1:1/debian
    debian13 true
    root=$(grep -oE '/[^ ]+/debian13-[0-9a-f]{12}' "$work/stderr" | head -1)
    mkdir "$root"
    mount --rbind / "$root"

    cd "$work/config"
    debian13 sh -c 'pwd; printf "<%s>" "$@"; echo; echo words >&2; exit 7' sh 'a b' '' '*' "it's"
    expect "arguments arrive intact, in this folder" \
        [ "$(cat "$work/stdout")" = "$work/config"$'\n'"<a b><><*><it's>" ]
    expect "standard error is the command's alone" [ "$(cat "$work/stderr")" = words ]
    expect "the exit status is the command's" [ "$status" = 7 ]
    debian13 sh -c 'touch /usr/x'
    expect "the system inside is read-only" [ "$status" != 0 ]

    status=0
    setpriv --reuid=65534 --regid=65534 --clear-groups "$work/config/debian13" \
        sh -c 'id -u; grep CapEff /proc/self/status' >"$work/stdout" 2>"$work/stderr" || status=$?
    expect "an ordinary user enters as that user, without powers" \
        [ "$(cat "$work/stdout")" = 65534$'\n'$'CapEff:\t0000000000000000' ]
}

coproc silent_mirror
read -r port <&"${COPROC[0]}"
for name in a_mirror_that_cannot_be_reached a_disk_that_is_full_before a_disk_that_fills_up_on_the_way \
    a_set_up_that_is_interrupted a_set_up_that_is_killed_outright a_machine_without_an_archive a_root_that_is_ready; do
    echo "${name//_/ }"
    "$name"
done
[ "$failures" = 0 ]
