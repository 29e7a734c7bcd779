#!/bin/sh
# 有已修复的高危漏洞时失败 / Fails on a serious vulnerability that has a fix
set -eu
trivy image --exit-code 1 --severity HIGH,CRITICAL --ignore-unfixed "$(cat target/image.ref)"
