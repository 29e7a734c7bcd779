# The portal as a container: docs/runbooks/install.md. Build it from the root of the repository:
#
#   docker build --tag portal .        or        buildah bud --format docker --tag portal .
#
# BASE is an image of Debian 12 with Node 24 or 22.14 and later; a house that keeps its own names it with --build-arg BASE=….
# Nothing here needs a compiler, and no stage has a secret.
ARG BASE=docker.io/library/node:24.21.0-bookworm-slim

# The files that say what is to be installed, apart from the sources, so that the install is only done again for a change of theirs.
FROM ${BASE} AS manifests
WORKDIR /src
COPY . .
RUN mkdir /manifests \
 && find package.json yarn.lock .yarnrc.yml backstage.json .yarn/releases packages/*/package.json plugins/*/package.json packages/*/bin -type f \
  | tar --create --files-from=- | tar --extract --directory=/manifests

FROM ${BASE} AS build
ENV CI=true YARN_ENABLE_PROGRESS_BARS=false
WORKDIR /src
COPY --from=manifests /manifests ./
RUN node .yarn/releases/yarn-*.cjs install --immutable
COPY . .
RUN node .yarn/releases/yarn-*.cjs workspace backend build \
 && mkdir /skeleton /bundle \
 && cp --recursive --parents package.json yarn.lock .yarnrc.yml backstage.json .yarn/releases /skeleton \
 && tar --extract --file=packages/backend/dist/skeleton.tar.gz --directory=/skeleton \
 && tar --extract --file=packages/backend/dist/bundle.tar.gz --directory=/bundle

# What runs: production dependencies, the bundle over them, and what app-config.yaml names beside it, at the same places as on a laptop.
FROM ${BASE} AS install
ENV YARN_ENABLE_PROGRESS_BARS=false
WORKDIR /app
COPY --from=build /skeleton ./
RUN node .yarn/releases/yarn-*.cjs workspaces focus backend --production \
 && rm -rf .yarn
COPY tools/checks/nativeAddOns.mjs /checks/
RUN node /checks/nativeAddOns.mjs node_modules
COPY --from=build /bundle ./
COPY app-config.yaml app-config.production.yaml ./
COPY catalog ./catalog
COPY templates ./templates

# mkdocs, which TechDocs runs. The folder on the path has its command only, not its Python.
FROM ${BASE} AS techdocs
RUN apt-get update \
 && apt-get install --yes --no-install-recommends python3 python3-venv ca-certificates
ARG TECHDOCS_CORE=mkdocs-techdocs-core==1.7.1
RUN python3 -m venv /opt/techdocs \
 && /opt/techdocs/bin/pip install --no-cache-dir --disable-pip-version-check "${TECHDOCS_CORE}" \
 && mkdir /opt/techdocs/path \
 && ln -s ../bin/mkdocs /opt/techdocs/path/mkdocs \
 && /opt/techdocs/bin/mkdocs --version \
 && /opt/techdocs/bin/pip uninstall --yes pip setuptools

FROM ${BASE}
LABEL org.opencontainers.image.title="CaaS Portal" \
      org.opencontainers.image.description="容器云门户 / CaaS Portal: an internal developer portal for enterprise container clouds"
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ca-certificates python3 tini \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt /var/cache/debconf /var/log/*
COPY --from=techdocs /opt/techdocs /opt/techdocs
COPY --from=install /app /app
ENV NODE_ENV=production \
    HOME=/tmp \
    PATH=/opt/techdocs/path:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    NO_MKDOCS_2_WARNING=true \
    PYTHONDONTWRITEBYTECODE=1
WORKDIR /app/packages/backend
# Nothing in the image belongs to this user; it writes to /tmp, and to what is mounted.
USER 1000:1000
EXPOSE 7007
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORTAL_PORT || 7007) + '/.backstage/health/v1/liveness').then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# mkdocs starts processes of its own; tini buries them when they are left behind, and hands every signal on to node.
ENTRYPOINT ["/usr/bin/tini", "--"]
CMD ["node", ".", "--config", "../../app-config.yaml", "--config", "../../app-config.production.yaml"]
