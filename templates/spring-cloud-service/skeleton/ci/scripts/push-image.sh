#!/bin/sh
# 构建并推送镜像, 把带摘要的引用写进 target/image.ref, 供扫描与签名使用。
# Builds and pushes the image; target/image.ref names it by digest for the steps that follow.
set -eu
# shellcheck disable=SC1091
. ci/pipeline.env
image="$REGISTRY/$IMAGE_REPOSITORY"
printf '%s' "$REGISTRY_PASSWORD" | buildah login --username "$REGISTRY_USERNAME" --password-stdin "$REGISTRY"
buildah --storage-driver vfs build --isolation chroot \
  --build-arg BASE_IMAGE="$BASE_IMAGE" \
  --label org.opencontainers.image.version="$VERSION" \
  --label org.opencontainers.image.revision="${VERSION##*-}" \
  --tag "$image:$VERSION" .
buildah --storage-driver vfs push --digestfile target/image.digest "$image:$VERSION"
echo "$image@$(cat target/image.digest)" >target/image.ref
