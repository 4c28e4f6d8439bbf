import fp from 'fastify-plugin'

/**
 * What browsers are told with every answer: to run and load nothing but ours, to tell nobody where a reader came
 * from, to ask for no sensor. Constant, so it costs a request next to nothing.
 */
export const securityHeaders = fp<{ headers: Headers }>(async (app, { headers }) => {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(headers)
    // What answers a sending is kept by nobody on the way, and not by the browser for whoever uses it next.
    if (request.method !== 'GET' && request.method !== 'HEAD') reply.header('cache-control', 'no-store')
    done()
  })
})

type Headers = Readonly<Record<string, string>>

/** @param styleHashes of the inline style sheets, as a Content-Security-Policy takes them */
export function securityHeadersFor(styleHashes: readonly string[], https: boolean): Headers {
  return {
    'content-security-policy': [
      "default-src 'none'",
      `style-src ${styleHashes.join(' ')}`,
      "script-src 'self'",
      "img-src 'self'",
      "media-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'"
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'geolocation=(), camera=(), microphone=(), browsing-topics=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...(https && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' })
  }
}
