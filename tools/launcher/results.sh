# Counts what passed and what failed over all steps, so that a run ends with one plain line.
# shellcheck shell=bash

results=${PORTAL_RESULTS:-.portal/results}

reset_results() {
  mkdir -p "$(dirname "$results")"
  [ -n "${PORTAL_RESULTS:-}" ] || : >"$results"
}

# record NAME PASSED FAILED
record() {
  echo "$1|$2|$3" >>"$results"
}

# step NAME COMMAND…: counts the step itself, unless its command recorded counts of its own.
step() {
  local name=$1 before started=$SECONDS status=0
  shift
  echo "── $name"
  before=$(wc -l <"$results")
  PORTAL_RESULTS=$results "$@" || status=$?
  if [ "$(wc -l <"$results")" -eq "$before" ]; then
    if [ "$status" -eq 0 ]; then record "$name" 1 0; else record "$name" 0 1; fi
  elif [ "$status" -ne 0 ] && ! tail -n +"$((before + 1))" "$results" | grep -qv '|0$'; then
    record "$name (exit code $status)" 0 1
  fi
  echo "── $name: $([ "$status" -eq 0 ] && echo passed || echo FAILED) in $((SECONDS - started)) s"
}

# beside NAME COMMAND…: a step that keeps one processor busy, beside those that follow. `finish_beside` waits for it, and then
# shows what it said.
beside() {
  beside_log=$(mktemp)
  (results=$beside_log.results && : >"$results" && step "$@") >"$beside_log" 2>&1 &
  beside_process=$!
}

finish_beside() {
  wait "$beside_process"
  cat "$beside_log"
  cat "$beside_log.results" >>"$results"
  rm -f "$beside_log" "$beside_log.results"
}

# report_results: the closing line, and the exit code.
report_results() {
  awk -F'|' '{ passed += $2; failed += $3 } $3 > 0 { print "failed: " $1 " (" $3 ")" }
    END { printf "%d passed, %d failed\n", passed, failed; exit failed > 0 || passed == 0 }' "$results"
}
