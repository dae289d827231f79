# The small plotly.js, from npm by the lock file's hashes.
FROM node:22.12-bookworm-slim AS bundle
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund

# The locked Python dependencies and the program, by the same targets a person uses.
FROM python:3.12-slim-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends make && rm -rf /var/lib/apt/lists/*
WORKDIR /srv/dashboard
COPY Makefile requirements.lock package-lock.json ./
COPY --from=bundle /build/node_modules/plotly.js-basic-dist-min/plotly-basic.min.js static/vendor/plotly-basic.min.js
RUN touch static/vendor/.done && make setup
COPY app app
COPY assets assets
COPY datasets datasets
COPY deploy deploy
RUN make check

FROM python:3.12-slim-bookworm
RUN apt-get update && apt-get install -y --no-install-recommends fonts-noto-cjk fonts-liberation && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --no-create-home dashboard
WORKDIR /srv/dashboard
COPY --from=build /srv/dashboard /srv/dashboard
ENV HOST=0.0.0.0 PORT=8050 PYTHONDONTWRITEBYTECODE=1 PYTHONUTF8=1
USER 10001
EXPOSE 8050
HEALTHCHECK --interval=30s --timeout=3s --start-period=15s CMD [".venv/bin/python", "-m", "app", "health"]
CMD [".venv/bin/python", "-m", "app", "serve"]
