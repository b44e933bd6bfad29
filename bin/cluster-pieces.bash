# Sourced by bin/cluster: how each piece is started, found again and stopped.
# shellcheck shell=bash disable=SC2154

etcds=(etcd1 etcd2 etcd3)
nodes=(node1 node2 node3)
programs=(serve1 serve2 worker1 worker2)
pieces=("${etcds[@]}" "${nodes[@]}" "${programs[@]}" proxy)

if ((EUID == 0)); then
    database_user=(setpriv --reuid=postgres --regid=postgres --init-groups --reset-env --)
else
    database_user=()
fi

as_database() { "${database_user[@]}" "$@"; }

# Marks of what was killed, or of what ran before the machine was restarted.
forget_what_ended() {
    local name
    for name in "${pieces[@]}"; do
        pid_of "$name" > /dev/null || rm -f -- "$dir/run/$name.pid"
    done
}

start_pieces() {
    local name
    for name in "$@"; do
        if pid_of "$name" > /dev/null; then continue; fi
        start_piece "$name"
    done
}

start_piece() {
    local demo=no
    if [[ -e $dir/data/demo.json ]]; then demo=yes; fi
    case $1 in
        etcd?) launch "$1" "${database_user[@]}" /usr/bin/etcd --config-file "$dir/conf/$1.yml" ;;
        node?) launch "$1" "${database_user[@]}" "$root/.venv-cluster/bin/patroni" "$dir/conf/$1.yml" ;;
        proxy) launch "$1" "${database_user[@]}" /usr/sbin/haproxy -db -f "$dir/conf/haproxy.cfg" ;;
        serve?)
            launch "$1" "$lianxin" serve --data "$dir/data" --port "$(port_of "$1")" --no-worker --demo "$demo" ;;
        worker?) launch "$1" "$lianxin" worker --data "$dir/data" ;;
    esac
}

# In a session of its own: Ctrl-C here ends nothing there.
launch() {
    local name=$1
    shift
    setsid "$@" < /dev/null >> "$dir/log/$name.log" 2>&1 &
    echo $! > "$dir/run/$name.pid"
    # Its end is nothing for this shell to announce.
    disown
}

# Prints the process of a piece, if it runs. After a restart of the machine its number may be somebody else's: all of
# ours name the folder in their command.
pid_of() {
    local pid
    pid=$(cat -- "$dir/run/$1.pid" 2> /dev/null) || return 1
    grep -qaF -- "$dir/" "/proc/$pid/cmdline" 2> /dev/null || return 1
    echo "$pid"
}

postmaster_of() {
    local pid
    pid=$(head -n 1 -- "$dir/$1/data/postmaster.pid" 2> /dev/null) || return 1
    grep -qaF -- "$dir/$1/data" "/proc/$pid/cmdline" 2> /dev/null || return 1
    echo "$pid"
}

# From the top down. Standbys before the primary, or it would be handed over on the way.
stop_all() {
    local node last
    stop_piece proxy USR1 20
    stop_pieces TERM 15 serve1 serve2 worker1 worker2
    last=$(member_that_is leader) || last=''
    for node in "${nodes[@]}"; do
        if [[ $node != "$last" ]]; then stop_node "$node"; fi
    done
    if [[ -n $last ]]; then stop_node "$last"; fi
    # One by one, so that the leader finds somebody to hand over to.
    for node in "${etcds[@]}"; do stop_piece "$node" TERM 15; done
}

stop_node() {
    stop_piece "$1" TERM 40
    if postmaster_of "$1" > /dev/null; then
        say "PostgreSQL of $1 outlived its Patroni"
        as_database "$(postgres_bin)/pg_ctl" stop -D "$dir/$1/data" -m fast -s
    fi
}

stop_pieces() {
    local signal=$1 seconds=$2 name pid
    shift 2
    # All are told before the first is waited for.
    for name in "$@"; do
        if pid=$(pid_of "$name"); then kill -s "$signal" "$pid"; fi
    done
    for name in "$@"; do wait_for_end "$name" "$seconds"; done
}

stop_piece() { stop_pieces "$2" "$3" "$1"; }

wait_for_end() {
    local name=$1 until=$((SECONDS + $2)) pid
    while pid=$(pid_of "$name"); do
        if ((SECONDS >= until)); then
            say "$name ($pid) does not end, killed"
            kill -KILL "$pid" 2> /dev/null || true
        fi
        sleep 0.2
    done
    rm -f -- "$dir/run/$name.pid"
}
