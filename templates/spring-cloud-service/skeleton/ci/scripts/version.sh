#!/bin/sh
# 版本 = pom 版本-时间-提交, 例如 0.1.0-202611210930-1a2b3c4d。一个提交重新构建也不会覆盖已有的镜像。
# Version = pom version-time-commit: building a commit again never replaces an image.
set -eu
if ! git diff --quiet HEAD; then
  echo "工作区有未提交的改动, 不能出版本 / There are uncommitted changes, so this has no version" >&2
  exit 1
fi
pom_version=$(mvn -q -DforceStdout help:evaluate -Dexpression=project.version)
echo "${pom_version%-SNAPSHOT}-$(date -u +%Y%m%d%H%M)-$(git rev-parse --short=8 HEAD)"
