# Finds a Chromium for the browser tests, and installs Debian's where that is possible.
# shellcheck shell=bash

find_browser() {
  local name
  if [ -n "${CHROMIUM_PATH:-}" ]; then return; fi
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null; then
      CHROMIUM_PATH=$(command -v "$name")
      export CHROMIUM_PATH
      return
    fi
  done
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "portal: installing Debian's chromium and a Chinese font for the browser tests …"
    if apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-noto-cjk >.portal/apt.log 2>&1; then
      CHROMIUM_PATH=$(command -v chromium)
      export CHROMIUM_PATH
      return
    fi
  fi
  echo "portal: the browser tests need Chromium. Install it (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH." >&2
  exit 1
}
