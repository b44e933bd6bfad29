# Sourced by bin/cluster: is it well, who is what, and the table of it.
# shellcheck shell=bash disable=SC2154

ask() { curl --noproxy '*' -fsS -m 2 "http://$host:$1$2" 2> /dev/null; }

answers() { ask "$@" > /dev/null; }

wait_until() {
    local until=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        nothing_ended
        if ((SECONDS >= until)); then
            show_status >&2
            fail "waited in vain until $what; see $dir/log"
        fi
        sleep 0.3
    done
}

# What ends right after its start says why in its log; waiting for it helps nobody.
nothing_ended() {
    local name
    for name in "${pieces[@]}"; do
        if [[ ! -f $dir/run/$name.pid ]] || pid_of "$name" > /dev/null; then continue; fi
        fail "$name ended: $(tail -n 1 -- "$dir/log/$name.log")"
    done
}

etcd_is_well() {
    local name
    for name in "${etcds[@]}"; do
        answers "$(port_of "$name" etcd)" /health || return 1
    done
}

# A primary and two that follow it, one of them synchronously; and none that only was so a moment ago.
database_is_well() {
    local name wanted='leader running,replica streaming,sync_standby streaming,'
    for name in "${nodes[@]}"; do postmaster_of "$name" > /dev/null || return 1; done
    [[ $(members | cut -d ' ' -f 2,3 | sort | tr '\n' ,) == "$wanted" ]]
}

program_is_well() {
    local name pid
    # A worker cannot be asked: it is well when it did not end at once.
    for name in worker1 worker2; do
        pid=$(pid_of "$name") || return 1
        (($(ps -o etimes= -p "$pid" || echo 0) >= 2)) || return 1
    done
    answers "$(port_of serve1)" /ready && answers "$(port_of serve2)" /ready && answers "$port" /ready
}

# Prints name, role and state of the nodes, as whichever Patroni answers knows them.
members() {
    local name answer
    for name in "${nodes[@]}"; do
        answer=$(ask "$(port_of "$name" rest)" /cluster) || continue
        grep -oE '"name": "[^"]*", "role": "[^"]*", "state": "[^"]*"' <<< "$answer" \
            | sed -E 's/"[a-z]+": "([^"]*)",? ?/\1 /g; s/ $//'
        return
    done
}

member_that_is() { members | sed -n "s/ $1 .*//p" | grep .; }

show_status() {
    local name
    printf '%-10s %8s %6s  %s\n' piece pid port role
    for name in "${etcds[@]}"; do row "$name" "$(port_of "$name" etcd)" "$(role_of_etcd "$name")"; done
    for name in "${nodes[@]}"; do
        row "$name" "$(port_of "$name" rest)" Patroni
        printf '%-10s %8s %6s  %s\n' '' "$(postmaster_of "$name" || echo -)" "$(port_of "$name" postgres)" \
            "PostgreSQL, $(role_of_node "$name")"
    done
    for name in serve1 serve2 proxy; do row "$name" "$(port_of "$name")" "$(role_of_server "$(port_of "$name")")"; done
    for name in worker1 worker2; do row "$name" - 'timed work'; done
}

row() {
    local pid
    if ! pid=$(pid_of "$1"); then printf '%-10s %8s %6s  %s\n' "$1" - "$2" 'not running'; return; fi
    printf '%-10s %8s %6s  %s\n' "$1" "$pid" "$2" "$3"
}

role_of_etcd() {
    local metrics
    metrics=$(ask "$(port_of "$1" etcd)" /metrics) || true
    case $metrics in
        *etcd_server_is_leader\ 1*) echo leader ;;
        *etcd_server_has_leader\ 1*) echo member ;;
        *) echo 'no leader' ;;
    esac
}

role_of_node() {
    local known
    known=$(members | grep "^$1 ") || known='- unknown -'
    postmaster_of "$1" > /dev/null || known='- not running'
    cut -d ' ' -f 2- <<< "$known"
}

role_of_server() {
    if answers "$1" /ready; then echo ready; else echo 'not ready'; fi
}
