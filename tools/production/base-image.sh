#!/usr/bin/env bash
# base-image.sh IMAGE: makes a base image out of Debian's packages and the Node of this machine, for places from which no image
# registry can be reached. Needs root, buildah and debootstrap; trusts the certificate authorities of this machine.
set -euo pipefail
image=$1
debian=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=$work/root

debootstrap --variant=minbase --include=ca-certificates bookworm "$root" "$debian" >"$work/log" 2>&1 || {
  tail -n 20 "$work/log" >&2
  exit 1
}
node=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
cp "$node/bin/node" "$root/usr/local/bin/node"
cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*

container=$(buildah from scratch)
buildah add --quiet "$container" "$root" / >/dev/null
# The build asks package registries, perhaps through a proxy with a certificate of the house.
buildah config --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt --cmd node "$container"
buildah commit --quiet --rm "$container" "$image" >/dev/null
echo "made $image from Debian 12 and Node $("$root/usr/local/bin/node" --version)"
