#!/usr/bin/env bash
# Runs every jest test of the repository, on SQLite and on a PostgreSQL that is started for this run.
set -euo pipefail
report=$(mktemp)
status=0
CI=true BACKSTAGE_TEST_DISABLE_DOCKER=true node tools/postgres/with-postgres.mjs \
  node .yarn/releases/yarn-*.cjs backstage-cli repo test --watchAll=false --json --outputFile="$report" || status=$?
node tools/launcher/record-jest.mjs "$report" "$PORTAL_RESULTS" || status=1
rm -f "$report"
exit "$status"
