# Sourced by bin/cluster: its folder, its ports, and the templates of deploy/cluster filled in.
# shellcheck shell=bash disable=SC2154

host=127.0.0.1

address() { printf 'http://%s:%d' "$host" "$port"; }

# Which port a piece listens at: etcd2 has one for its clients (etcd) and one for its peers (peer), node2 one of
# PostgreSQL and one of Patroni (rest).
port_of() {
    local number=${1//[^0-9]/}
    case $1:${2:-} in
        proxy:) echo "$port" ;;
        serve?:) echo $((port + number)) ;;
        etcd?:etcd) echo $((port + 10 + number)) ;;
        etcd?:peer) echo $((port + 20 + number)) ;;
        node?:postgres) echo $((port + 30 + number)) ;;
        node?:rest) echo $((port + 40 + number)) ;;
        *) fail "no port of $*" ;;
    esac
}

find_folder() {
    if [[ ! -f $dir/port ]]; then fail "there is no cluster in $dir: bin/cluster start"; fi
    port=$(< "$dir/port")
}

# A folder keeps the port it was made with.
choose_folder() {
    [[ $dir =~ ^[A-Za-z0-9_./-]+$ ]] || fail "a folder with other signs than letters, digits, _, - and . : $dir"
    if [[ -f $dir/port ]]; then
        if [[ -n $port && $port != "$(< "$dir/port")" ]]; then fail "the cluster in $dir has port $(< "$dir/port")"; fi
        port=$(< "$dir/port")
        return
    fi
    if [[ -e $dir && -n $(ls -A -- "$dir") ]]; then fail "$dir holds something else"; fi
    port=${port:-7400}
    [[ $port =~ ^[1-9][0-9]{3,4}$ ]] || fail "no port: $port"
}

# PostgreSQL refuses to run as root: then it and its like run as the user that Debian's package made.
make_folder() {
    local name
    mkdir -p -- "$dir"
    printf '%d\n' "$port" > "$dir/port"
    mkdir -p -- "$dir/log" "$dir/run" "$dir/data"
    chmod 700 -- "$dir/data" "$dir/log" "$dir/run"
    make_database_folder conf
    for name in "${etcds[@]}" "${nodes[@]}"; do make_database_folder "$name"; done
    as_database test -x "$root/.venv-cluster/bin/patroni" -a -x "$dir/conf" \
        || fail "the user postgres may not enter $root or $dir"
}

make_database_folder() {
    if [[ -d $dir/$1 ]]; then return; fi
    mkdir -m 700 -- "$dir/$1"
    if ((EUID == 0)); then chown postgres: -- "$dir/$1"; fi
}

ports_are_free() {
    local name
    for name in "${pieces[@]}"; do
        if pid_of "$name" > /dev/null; then continue; fi
        case $name in
            etcd?) port_is_free "$(port_of "$name" etcd)"; port_is_free "$(port_of "$name" peer)" ;;
            # Its PostgreSQL may have outlived a Patroni, which takes it over again.
            node?) port_is_free "$(port_of "$name" rest)" ;;
            worker?) ;;
            *) port_is_free "$(port_of "$name")" ;;
        esac
    done
}

port_is_free() {
    if (exec 3<> "/dev/tcp/$host/$1") 2> /dev/null; then fail "something answers on port $1 already (--port)"; fi
}

# Filled anew at every start, so that a changed template counts; the passwords stay.
fill_templates() {
    local -A value=()
    local name
    make_passwords
    gather_values
    for name in "${etcds[@]}"; do
        value[NAME]=$name value[ETCD_PORT]=$(port_of "$name" etcd) value[PEER_PORT]=$(port_of "$name" peer)
        fill etcd.yml "$name.yml"
    done
    for name in "${nodes[@]}"; do
        value[NAME]=$name value[REST_PORT]=$(port_of "$name" rest) value[POSTGRES_PORT]=$(port_of "$name" postgres)
        fill patroni.yml "$name.yml"
    done
    for name in haproxy.cfg lianxin.env post-bootstrap sorry.html unsure.html; do fill "$name" "$name"; done
    chmod 700 -- "$dir/conf/post-bootstrap"
    write_private "$dir/conf/lianxin.password" "${value[LIANXIN_PASSWORD]}"
    # Of the program, which need not run as the user of the database.
    (umask 077 && printf '*:*:lianxin:lianxin:%s\n' "${value[LIANXIN_PASSWORD]}" > "$dir/pgpass")
}

make_passwords() {
    local name
    if [[ -f $dir/passwords ]]; then return; fi
    (umask 077 && : > "$dir/passwords.new")
    for name in SUPERUSER REPLICATOR REWINDER REST LIANXIN; do
        printf '%s_PASSWORD=%s\n' "$name" "$(od -An -N18 -tx1 /dev/urandom | tr -d ' \n')" >> "$dir/passwords.new"
    done
    mv -- "$dir/passwords.new" "$dir/passwords"
}

gather_values() {
    local name line members=() clients=() databases=()
    for name in "${etcds[@]}"; do
        members+=("$name=http://$host:$(port_of "$name" peer)")
        clients+=("$host:$(port_of "$name" etcd)")
    done
    for name in "${nodes[@]}"; do databases+=("$host:$(port_of "$name" postgres)"); done
    while IFS= read -r line; do value[${line%%=*}]=${line#*=}; done < "$dir/passwords"
    value+=(
        [DIR]=$dir [HOST]=$host [NETWORK]=$host/32 [BIND]=$host:$port [PUBLIC_URL]=$(address)
        [ETCD_MEMBERS]=$(IFS=, && echo "${members[*]}") [ETCD_HOSTS]=$(IFS=, && echo "${clients[*]}")
        [POSTGRES_HOSTS]=$(IFS=, && echo "${databases[*]}") [POSTGRES_BIN]=$(postgres_bin)
        [POST_BOOTSTRAP]=$dir/conf/post-bootstrap [SHARED_BUFFERS]=128MB [WATCHDOG]=off
        [SERVE1]=$host:$(port_of serve1) [SERVE2]=$host:$(port_of serve2)
        [PAGES]=$dir/conf [PASSFILE]=$dir/pgpass
    )
}

postgres_bin() {
    local found
    found=$(compgen -G '/usr/lib/postgresql/*/bin/postgres' | sort -V | tail -n 1)
    echo "${found%/postgres}"
}

# By the shell's own replacement and not by sed: the passwords would stand in the list of processes.
fill() {
    local text key
    text=$(< "$root/deploy/cluster/$1")
    for key in "${!value[@]}"; do text=${text//"<$key>"/"${value[$key]}"}; done
    if [[ $text =~ \<[A-Z_0-9]+\> ]]; then fail "nothing to put into ${BASH_REMATCH[0]} of $1"; fi
    write_private "$dir/conf/$2" "$text"
}

write_private() {
    (umask 077 && printf '%s\n' "$2" > "$1")
    if ((EUID == 0)); then chown postgres: -- "$1"; fi
}

# For every `lianxin` that is started from here.
load_settings() {
    set -a
    # shellcheck disable=SC1091
    source "$dir/conf/lianxin.env"
    set +a
}
