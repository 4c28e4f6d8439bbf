import type { FastifyInstance } from 'fastify'
import { chartOf } from '#views'
import { barsOf, fitsAPicture } from '#views/charts'
import { sendDocument } from '../document.ts'
import { refused } from '../errors.ts'
import { rememberedDocuments } from '../remembered-documents.ts'
import { downloadName } from '../reports/download-name.ts'
import type { Workshop } from '../workshop/index.ts'
import type { FindAsked, ReleaseParams } from './asked-release.ts'

type Params = { Params: ReleaseParams & { readonly file: string } }

/** A release never changes, but the next version of Earshot may draw it differently. */
const ofThisVersion = 'public, no-cache'

/** The charts of a release as pictures, each painted once and kept. */
export function pictureRoutes(
  app: FastifyInstance,
  { findAsked, workshop }: { findAsked: FindAsked; workshop: Workshop }
): void {
  const pictures = rememberedDocuments()

  app.get<Params>('/:language/results/:slug/:number/figures/:file', async (request, reply) => {
    const question = /^(.+)\.png$/.exec(request.params.file)?.[1]
    const [{ release, hash }, language] = await findAsked(request.params)
    const figure = question === undefined ? undefined : chartOf(release, question, language)
    if (figure === undefined || !fitsAPicture(barsOf(figure))) throw refused.notFound()
    const picture = await pictures(`${hash} ${question} ${language}`, 'image/png', async () => {
      const { png } = await workshop.paint(figure, language)
      return png
    })
    const name = downloadName(release, `${question}-${language}.png`)
    reply.header('content-disposition', `inline; filename="${name}"`)
    return sendDocument(request, reply, picture, ofThisVersion)
  })
}
