# Gives the launcher a Node that Backstage supports, Yarn, and the installed dependencies.
# shellcheck shell=bash disable=SC2154

# better-sqlite3 13 needs 22.14; 24 is what the tests run on.
node_version=24.21.0

fail() {
  echo "portal: $*" >&2
  exit 1
}

prepare() {
  command -v git >/dev/null || fail "git is not installed, and the sandbox's Git host needs it. Install git (Debian: apt-get install git) and try again."
  find_node
  install_dependencies
}

find_node() {
  local local_node=$root/.portal/node/bin
  if [ -x "$local_node/node" ]; then
    export PATH=$local_node:$PATH
  elif ! supported_node; then
    fetch_node
    export PATH=$local_node:$PATH
  fi
}

supported_node() {
  command -v node >/dev/null || return 1
  node -e 'const [major, minor] = process.versions.node.split(".").map(Number);
    process.exit(major === 24 || (major === 22 && minor >= 14) ? 0 : 1)'
}

fetch_node() {
  command -v npm >/dev/null || fail "neither Node 22.14+ nor 24 nor npm is installed. Install Node 24 from https://nodejs.org, or npm so that the portal can fetch it."
  local os arch package
  os=$(uname -s | tr '[:upper:]' '[:lower:]')
  case "$(uname -m)" in
    x86_64 | amd64) arch=x64 ;;
    aarch64 | arm64) arch=arm64 ;;
    *) fail "there is no Node package for the processor '$(uname -m)'. Install Node 24 yourself and try again." ;;
  esac
  package=node-$os-$arch@$node_version
  echo "portal: fetching Node $node_version (this machine has ${1:-$(node --version 2>/dev/null || echo none)}) …"
  local work
  mkdir -p .portal
  work=$(mktemp -d .portal/node-XXXXXX)
  if ! (cd "$work" && npm pack "$package" --silent >/dev/null 2>npm.log && tar xzf node-*.tgz); then
    tail -n 5 "$work/npm.log" >&2
    rm -rf "$work"
    fail "could not fetch '$package' from the npm registry. Check the network and the registry in your npm configuration, or install Node 24 yourself."
  fi
  rm -rf .portal/node
  mv "$work/package" .portal/node
  rm -rf "$work"
}

yarn() {
  node "$root"/.yarn/releases/yarn-*.cjs "$@"
}

install_dependencies() {
  local wanted installed=.portal/installed
  wanted="$(cat yarn.lock package.json | git hash-object --stdin) $(node --version)"
  if [ -f "$installed" ] && [ -d node_modules ] && [ "$(cat "$installed")" = "$wanted" ]; then
    return
  fi
  mkdir -p .portal
  echo "portal: installing dependencies (a few minutes the first time) …"
  if ! yarn install --immutable >.portal/install.log 2>&1; then
    grep -E 'YN00(01|09|18|28|35|82)|error|Error' .portal/install.log | tail -n 8 >&2
    fail "installing the dependencies failed; .portal/install.log has the whole story. Check the network and the registry (YARN_NPM_REGISTRY_SERVER), then try again."
  fi
  echo "$wanted" >"$installed"
}
