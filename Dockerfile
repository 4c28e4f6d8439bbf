FROM node:22-slim

ENV NODE_ENV=production
WORKDIR /srv/earshot

# The packages change less often than the code; PostgreSQL's programs among them serve where no DATABASE_URL is set.
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force

COPY . .

# Answers and keys live apart from each other and from the code, and outlive the container.
RUN mkdir -p /var/lib/earshot/data /var/lib/earshot/keys \
  && chown -R node:node /var/lib/earshot \
  && chmod 700 /var/lib/earshot/data /var/lib/earshot/keys
ENV HOST=0.0.0.0 PORT=3000 EARSHOT_DATA=/var/lib/earshot/data EARSHOT_KEYS=/var/lib/earshot/keys
VOLUME ["/var/lib/earshot/data", "/var/lib/earshot/keys"]

USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]

# Node itself, not npm, so that a stop reaches it and the database is left in order.
CMD ["node", "--import", "tsx", "server/main.ts"]
