#!/bin/sh
# 按摘要签名。signing-config.json 不含公开的透明日志: 内部镜像的名字不会离开内网。
# Signs by digest. signing-config.json names no public transparency log: names of internal images stay inside.
set -eu
# shellcheck disable=SC1091
. ci/pipeline.env
printf '%s' "$REGISTRY_PASSWORD" | cosign login --username "$REGISTRY_USERNAME" --password-stdin "$REGISTRY"
cosign sign --yes --signing-config ci/signing-config.json --key "$COSIGN_KEY" "$(cat target/image.ref)"
