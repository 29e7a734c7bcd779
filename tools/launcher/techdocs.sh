# Gives TechDocs the mkdocs that renders documentation pages. The portal starts without it too: TechDocs then says on
# the page what is missing.
# shellcheck shell=bash disable=SC2154

techdocs_core=mkdocs-techdocs-core==1.7.1

setup_techdocs() {
  local venv=$root/.portal/techdocs
  local installed=$venv/installed wanted
  if ! command -v python3 >/dev/null; then
    echo "portal: python3 is not installed, so documentation pages cannot be rendered; everything else works. Install it (Debian: apt-get install python3-venv) and start again."
    return 0
  fi
  # A virtual environment holds the path of its Python and its own: it does not survive a change of either.
  wanted="$techdocs_core $venv $(python3 --version 2>&1)"
  if [ ! -x "$venv/bin/mkdocs" ] || [ "$(cat "$installed" 2>/dev/null)" != "$wanted" ]; then
    echo "portal: fetching mkdocs for the documentation pages (once) …"
    rm -rf "$venv"
    if ! install_mkdocs "$venv" >.portal/techdocs.log 2>&1; then
      rm -rf "$venv"
      echo "portal: could not set up mkdocs, so documentation pages cannot be rendered; everything else works. It needs python3 with venv and pip, and the Python package index (PIP_INDEX_URL); .portal/techdocs.log has the whole story."
      return 0
    fi
    echo "$wanted" >"$installed"
  fi
  # Its theme would tell every reader what the next major version of mkdocs breaks; the version above is pinned.
  export NO_MKDOCS_2_WARNING=true
  # The commands of the environment, but not its Python: no other tool shall find that one.
  export PATH=$venv/path:$PATH
}

install_mkdocs() {
  local venv=$1
  mkdir -p .portal &&
    python3 -m venv "$venv" &&
    "$venv/bin/pip" install --quiet --disable-pip-version-check --retries 1 --timeout 15 "$techdocs_core" &&
    mkdir "$venv/path" &&
    ln -s ../bin/mkdocs "$venv/path/mkdocs" &&
    "$venv/bin/mkdocs" --version
}
