# Courant as it runs: no build step, an ordinary user, one volume.
FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production DATABASE_URL=/data/courant.db NODE_COMPILE_CACHE=/data/compile-cache \
  WEB_HOST=0.0.0.0
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json slack-manifest.yaml ./
COPY bin bin
COPY src src
COPY adapters adapters
COPY digests digests
COPY samples samples
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8787/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
STOPSIGNAL SIGTERM
# The image's own Node is the right one: npm's `node` package is for machines with another.
CMD ["node", "--disable-warning=ExperimentalWarning", "bin/cli.js", "serve"]
