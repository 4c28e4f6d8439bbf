import type { FastifyInstance } from 'fastify'
import { isLanguage } from '#locales'
import { apiPage, type ApiOperation, type Renderer } from '#views'
import { sendDocument } from '../document.ts'
import { refused } from '../errors.ts'
import { rememberedDocuments } from '../remembered-documents.ts'
import { at } from './addresses.ts'
import { statuses } from './problem.ts'
import { listShown } from './consultation-routes.ts'
import type { Api } from './routes.ts'

/** The page that says to people what programs can read, with examples of what there is at the moment. */
export function apiPageRoutes(
  app: FastifyInstance,
  { api, operations, renderer }: { api: Api; operations: readonly ApiOperation[]; renderer: Renderer }
): void {
  const documents = rememberedDocuments()

  app.get<{ Params: { language: string } }>('/:language/api', async (request, reply) => {
    const { language } = request.params
    if (!isLanguage(language)) throw refused.notFound()
    const example = await exampleOf(api)
    const key = `${language} ${JSON.stringify(example)}`
    const document = await documents(key, 'text/html; charset=utf-8', () => {
      const input = {
        language,
        operations,
        problems: statuses,
        description: at.description,
        example
      }
      return renderer.render('api', apiPage(input))
    })
    return sendDocument(request, reply, document, 'public, max-age=60, must-revalidate')
  })
}

/** Parts of addresses that lead to something: of the consultation that closed last among those with a release. */
async function exampleOf(api: Api): Promise<Readonly<Record<string, string>>> {
  const shown = await listShown(api)
  const consultation = shown.find(({ latestRelease }) => latestRelease !== null) ?? shown[0]
  if (consultation === undefined) return {}
  const { slug, languages } = consultation
  const found = await api.findRelease(slug)
  const question = found?.release.tables[0]?.question
  return {
    slug,
    language: languages[0] ?? 'en',
    ...(question !== undefined && { release: 'latest', question })
  }
}
