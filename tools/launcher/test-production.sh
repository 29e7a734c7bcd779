#!/usr/bin/env bash
# Starts the production bundle on a PostgreSQL that is started for this run, and visits it with Playwright.
set -euo pipefail
root=$PWD
# shellcheck source=tools/launcher/browser.sh
. tools/launcher/browser.sh
# shellcheck source=tools/launcher/techdocs.sh
. tools/launcher/techdocs.sh
find_browser
setup_techdocs
report=$(mktemp)
status=0
PLAYWRIGHT_JSON_OUTPUT_NAME=$report \
  node tools/postgres/with-postgres.mjs node tools/production/with-bundle.mjs \
  node node_modules/@playwright/test/cli.js test --grep @production --reporter=list,json || status=$?
node tools/launcher/record-playwright.mjs "production visit" "$report" "$PORTAL_RESULTS" || status=1
rm -f "$report"
exit "$status"
