import fp from 'fastify-plugin'

/** Forms arrive as URLSearchParams: repeated names stay a list, and no name can reach a prototype. */
export const formBody = fp(async app => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: unknown) => new URLSearchParams(String(body))
  )
})
