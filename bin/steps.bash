# Sourced by bin/test and bin/ci: named steps, each with its time, and the first failure ends the run by name.
# shellcheck shell=bash

steps_done=()

step() {
    local name=$1 started=$SECONDS status=0
    shift
    printf '\n=== %s: %s\n' "$name" "$*"
    "$@" || status=$?
    if ((status != 0)); then
        steps_done+=("$(printf '%-12s FAILED after %s (status %d)' "$name" "$(took "$started")" "$status")")
        steps_summary
        printf '\nFAILED: %s\n' "$name" >&2
        exit "$status"
    fi
    steps_done+=("$(printf '%-12s ok  %s' "$name" "$(took "$started")")")
}

took() { printf '%d:%02d' $(((SECONDS - $1) / 60)) $(((SECONDS - $1) % 60)); }

steps_summary() {
    printf '\n--- steps\n'
    printf '%s\n' "${steps_done[@]}" "$(printf '%-12s     %s' together "$(took 0)")"
}
