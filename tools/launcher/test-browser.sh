#!/usr/bin/env bash
# Starts a portal with data of its own, runs the Playwright tests against it that test-production.sh does not, and stops it.
set -euo pipefail
. tools/launcher/browser.sh
find_browser
CAAS_DATA_DIR=$(mktemp -d)
export CAAS_DATA_DIR
log=.portal/browser-portal.log
report=$(mktemp)

set -m
./portal start >"$log" 2>&1 &
portal=$!
set +m
stop() {
  kill -TERM -- "-$portal" 2>/dev/null || true
  wait "$portal" 2>/dev/null || true
  rm -rf "$CAAS_DATA_DIR"
}
trap stop EXIT
until grep -q 'portal: the portal answers' "$log"; do
  if ! kill -0 "$portal" 2>/dev/null; then
    tail -n 60 "$log" >&2
    echo "portal: the portal for the browser tests did not start." >&2
    exit 1
  fi
  sleep 0.5
done
grep 'portal: the portal answers' "$log"

status=0
PLAYWRIGHT_JSON_OUTPUT_NAME=$report \
  node node_modules/@playwright/test/cli.js test --grep-invert @production --reporter=list,json || status=$?
node tools/launcher/record-playwright.mjs "browser tests" "$report" "$PORTAL_RESULTS" || status=1
node tools/launcher/check-log.mjs "$log" || status=1
exit "$status"
