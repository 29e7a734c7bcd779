#!/usr/bin/env bash
# Builds the container image, starts it as Kubernetes would, and says what holds. Without an image registry it makes the base
# image itself, from Debian's packages; BASE names another one. Needs root, and Debian's buildah, runc and debootstrap.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
for command in buildah runc debootstrap; do
  command -v "$command" >/dev/null || {
    echo "portal: '$command' is not installed. On Debian: apt-get install --no-install-recommends buildah runc debootstrap" >&2
    exit 1
  }
done
[ "$(id -u)" -eq 0 ] || { echo "portal: building and running containers without a daemon needs root." >&2; exit 1; }

base=${BASE:-localhost/portal-base}
image=${IMAGE:-localhost/portal}
log=${PORTAL_IMAGE_LOG:-.portal/image.log}
mkdir -p .portal
if [ "$base" = localhost/portal-base ] && ! buildah inspect --type image "$base" >/dev/null 2>&1; then
  tools/production/base-image.sh "$base"
fi
started=$SECONDS
# --isolation chroot: works where no cgroups can be made, such as in a build container.
# The cache of Yarn only saves downloads; --layers keeps what did not change.
cache=$(node .yarn/releases/yarn-*.cjs config get cacheFolder)
mkdir -p "$cache"
buildah bud --isolation chroot --format docker --layers --build-arg BASE="$base" \
  --volume "$cache:/root/.yarn/berry/cache" --tag "$image" . >"$log" 2>&1 || {
  tail -n 30 "$log" >&2
  echo "portal: the image could not be built; $log has the whole story." >&2
  exit 1
}
echo "built $image on $base in $((SECONDS - started)) s: $(buildah images --format '{{.Size}}' "$image"), of which the base has $(buildah images --format '{{.Size}}' "$base")"
node tools/postgres/with-postgres.mjs node tools/production/probeImage.mjs "$image"
