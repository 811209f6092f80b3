#!/bin/sh
# The real window without a screen: how soon it is painted, what memory it has,
# what it does when left alone. Wants Xvfb, xdotool, ImageMagick's import, and a
# software GL (Mesa). Run it on a quiet machine, on a release build:
#
#   tests/bench/window.sh [PROGRAM [RUNS]]
#
# Start is from the process to the first frame that is not one colour, looked
# for from outside; the looking itself takes some 20 ms. On a busy machine the
# CPU time until then tells more. CPU time and PSS are read from /proc.
set -eu
program=${1:-target/release/kutip}
runs=${2:-5}
home=$(mktemp -d)
display=:$((70 + $$ % 20))
Xvfb "$display" -screen 0 1400x900x24 +extension GLX >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; rm -rf "$home"' EXIT INT TERM
export DISPLAY="$display" HOME="$home" XDG_CONFIG_HOME="$home/.config" XDG_DATA_HOME="$home/.local/share"
export LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY || true
sleep 1

now() { date +%s%N; }
ticks() { awk '{print $14 + $15}' "/proc/$1/stat"; }
painted() {
    window=$(xdotool search --onlyvisible --name Kutip 2>/dev/null | tail -1)
    [ -n "$window" ] || return 1
    colors=$(import -window "$window" -crop 400x300+0+0 -format %k info:- 2>/dev/null) || return 1
    [ "${colors:-1}" -gt 8 ]
}

run=0
while [ "$run" -le "$runs" ]; do
    begun=$(now)
    "$program" >/dev/null 2>&1 &
    kutip=$!
    until painted; do
        kill -0 $kutip 2>/dev/null || { echo "the window did not stay" >&2; exit 1; }
    done
    took=$((($(now) - begun) / 1000000))
    spent=$(($(ticks $kutip) * 1000 / $(getconf CLK_TCK)))
    # The first run makes the sample project and fills the caches.
    if [ "$run" -eq 0 ]; then
        echo "first start ever: $took ms, $spent ms of CPU"
    else
        echo "start: $took ms, $spent ms of CPU"
    fi
    if [ "$run" -eq "$runs" ]; then
        sleep 3
        before=$(ticks $kutip)
        sleep 20
        after=$(ticks $kutip)
        echo "left alone for 20 s: $(((after - before) * 1000 / $(getconf CLK_TCK))) ms of CPU"
        awk '/^Pss:/ {sum += $2} END {printf "memory: %.1f MB PSS\n", sum / 1024}' "/proc/$kutip/smaps_rollup"
        awk '/^[0-9a-f]+-/ {name = ($6 == "" ? "[anonymous]" : $6)} /^Pss:/ {pss[name] += $2}
            END {for (name in pss) if (pss[name] > 1024) printf "  %6.1f MB %s\n", pss[name] / 1024, name}' \
            "/proc/$kutip/smaps" | sort -rn
    fi
    kill $kutip 2>/dev/null || true
    wait $kutip 2>/dev/null || true
    run=$((run + 1))
done
