#!/usr/bin/env bash
# Makes a family of plugins from the house templates and holds it to every check, on SQLite and on a PostgreSQL that is
# started for this run.
set -euo pipefail
BACKSTAGE_TEST_DISABLE_DOCKER=true exec node tools/postgres/with-postgres.mjs node tools/new/check.mjs
