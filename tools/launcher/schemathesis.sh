#!/usr/bin/env bash
# schemathesis.sh [CASES]: tries every operation of our OpenAPI documents with what schemathesis makes up, as everybody, on a
# portal and a PostgreSQL that are started for this run. Skipped where Python cannot be set up.
set -euo pipefail
wanted=schemathesis==4.32.5
venv=$PWD/.portal/schemathesis

skip() {
  echo "schemathesis: skipped: $1"
  [ -z "${PORTAL_RESULTS:-}" ] || echo "schemathesis (skipped)|0|0" >>"$PORTAL_RESULTS"
  exit 0
}

install_schemathesis() {
  python3 -m venv "$venv" &&
    "$venv/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 15 "$wanted" &&
    "$venv/bin/schemathesis" --version
}

command -v python3 >/dev/null || skip "python3 is not installed (Debian: apt-get install python3-venv)"
# A virtual environment holds the path of its Python and its own: it does not survive a change of either.
fingerprint="$wanted $venv $(python3 --version 2>&1)"
if [ ! -x "$venv/bin/schemathesis" ] || [ "$(cat "$venv/installed" 2>/dev/null)" != "$fingerprint" ]; then
  echo "schemathesis: fetching it (once) …"
  rm -rf "$venv"
  if ! install_schemathesis >.portal/schemathesis.log 2>&1; then
    rm -rf "$venv"
    skip "it could not be set up; it needs Python 3.10 with venv and pip, and the Python package index (PIP_INDEX_URL); .portal/schemathesis.log has the whole story"
  fi
  echo "$fingerprint" >"$venv/installed"
fi
exec node tools/postgres/with-postgres.mjs node -r @backstage/cli/config/nodeTransform.cjs tools/schemathesis/check.ts "$@"
