# Starts and stops the parts of the portal. Each part runs in a process group of its own, because the Backstage CLI
# ignores signals once its child has crashed: only a signal to the whole group is sure to end it.
# shellcheck shell=bash

launched=()

require_free_ports() {
  local port
  for port in "$@"; do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "portal: port $port is taken by another program. Stop it (perhaps a portal that still runs), then try again." >&2
      exit 1
    fi
  done
}

# Not awk: Debian's holds lines back until it has a block of them, and a part that fails would end without its reason.
prefix_lines() {
  local line
  while IFS= read -r line; do printf '%-8s| %s\n' "$1" "$line"; done
}

# launch NAME COMMAND…: runs the command in the background, every line of its output prefixed with the name.
launch() {
  local name=$1
  shift
  set -m
  { "$@" 2>&1 </dev/null | prefix_lines "$name"; } &
  set +m
  launched+=("$name:$!")
}

alive() {
  kill -0 -- "-$1" 2>/dev/null
}

stop_all() {
  trap - EXIT INT TERM
  local entry tries any
  for entry in "${launched[@]}"; do
    kill -TERM -- "-${entry#*:}" 2>/dev/null || true
  done
  for tries in $(seq 40); do
    any=
    for entry in "${launched[@]}"; do
      alive "${entry#*:}" && any=yes
    done
    [ -z "$any" ] && return
    sleep 0.25
  done
  for entry in "${launched[@]}"; do
    kill -KILL -- "-${entry#*:}" 2>/dev/null || true
  done
}

wait_for_any() {
  wait -n "${launched[@]#*:}" || true
}
