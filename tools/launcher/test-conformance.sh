#!/usr/bin/env bash
# Holds the sandbox's Kubernetes to its protocol, and the suite itself to a real kube-apiserver where one can be had.
set -euo pipefail
report=$(mktemp)
status=0
CI=true node tools/kube-apiserver/with-kube-apiserver.mjs node .yarn/releases/yarn-*.cjs \
  workspace @caas/sandbox test --watchAll=false --json --outputFile="$report" src/conformance || status=$?
node tools/launcher/record-jest.mjs "$report" "$PORTAL_RESULTS" conformance || status=1
rm -f "$report"
exit "$status"
