# Build: docker build -t errata-lens .
# Run:   docker run --rm --read-only --network none -v "$PWD:/code:ro" errata-lens scan /code
FROM node:24-alpine AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY scripts ./scripts
COPY src ./src
COPY media ./media
RUN node scripts/build.ts

FROM node:24-alpine
COPY --from=build /build/dist /usr/local/lib/errata-lens/dist
COPY package.json LICENSE /usr/local/lib/errata-lens/
RUN ln -s /usr/local/lib/errata-lens/dist/cli.js /usr/local/bin/errata-lens
# Nothing is written and nobody is root; a refreshed catalogue needs a volume and --cache-dir.
USER node
WORKDIR /code
ENTRYPOINT ["errata-lens"]
CMD ["scan", "."]
