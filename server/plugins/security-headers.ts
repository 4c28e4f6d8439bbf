import helmet from '@fastify/helmet'
import fp from 'fastify-plugin'

/** A strict Content-Security-Policy, and nothing told to anyone about where a reader came from. */
export const securityHeaders = fp<{ styleHashes: readonly string[]; https: boolean }>(
  async (app, { styleHashes, https }) => {
    await app.register(helmet, {
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          styleSrc: [...styleHashes],
          scriptSrc: ["'self'"],
          imgSrc: ["'self'"],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"]
        }
      },
      frameguard: { action: 'deny' },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: true } : false
    })
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('permissions-policy', 'geolocation=(), camera=(), microphone=(), browsing-topics=()')
    })
  }
)
