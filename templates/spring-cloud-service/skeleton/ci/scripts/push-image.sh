#!/bin/sh
# 用 Jib 构建并推送镜像, 把带摘要的引用写进 target/image.ref, 供扫描与签名使用。
# Builds and pushes the image with Jib; target/image.ref names it by digest for the steps that follow.
set -eu
# shellcheck disable=SC1091
. ci/pipeline.env
image="$REGISTRY/$IMAGE_REPOSITORY"
# 凭据只进内存卷, 不上命令行 / The credentials go to the volume in memory, never onto a command line
umask 077
auth=$(printf '%s:%s' "$REGISTRY_USERNAME" "$REGISTRY_PASSWORD" | base64 | tr -d '\n')
printf '{"auths":{"%s":{"auth":"%s"}}}' "$REGISTRY" "$auth" >"$DOCKER_CONFIG/config.json"
mvn jib:build \
  -Djib.from.image="$BASE_IMAGE" \
  -Djib.to.image="$image:$VERSION" \
  -Djib.container.labels="org.opencontainers.image.version=$VERSION,org.opencontainers.image.revision=${VERSION##*-}"
echo "$image@$(cat target/jib-image.digest)" >target/image.ref
