import fastify, { type FastifyReply } from 'fastify'
import { languages, type Language } from '#locales'
import { assetRoutes } from '../../server/asset-routes.ts'
import { ownWordsRoutes } from '../../server/own-words-routes.ts'
import { securityHeaders, securityHeadersFor } from '../../server/plugins/security-headers.ts'
import { loadViews } from '../../server/views.ts'
import { examplePages } from '../../views/examples.ts'

/** An example page at an address of its own. */
export type ServedPage = {
  readonly name: string
  readonly language: Language
  readonly path: string
  /** Whether a script changes what there is to see. */
  readonly scripted: boolean
}

export type ExampleServer = {
  readonly url: string
  close(): Promise<void>
}

const views = await loadViews()
const pages = languages.flatMap(language =>
  examplePages(language).map(({ name, render }, index) => {
    const html = render(views.renderer)
    const scripted = /<script src="\/assets\/(?!leave-only)/.test(html)
    return { name, language, html, scripted, path: `/examples/${language}/${index}` }
  })
)

/** Every page in every state and language. */
export const servedPages: readonly ServedPage[] = pages

/** The same page where its script is not there: never arrived, or not wanted. */
export const withoutScript = (path: string) => `${path}/plain`

/** Serves the example pages as the server would: with its headers, styles and scripts. */
export async function serveExamples(): Promise<ExampleServer> {
  const app = fastify()
  await app.register(securityHeaders, { headers: securityHeadersFor(views.styleHashes, false) })
  assetRoutes(app, views)
  await ownWordsRoutes(app)
  for (const { path, html } of pages) {
    app.get(path, (_request, reply) => sendPage(reply, html))
    app.get(withoutScript(path), (_request, reply) =>
      sendPage(reply, html.replace(/<script src[^>]*><\/script>/, ''))
    )
  }
  const url = await app.listen({ host: '127.0.0.1', port: 0 })
  return { url, close: () => app.close() }
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page)
}
