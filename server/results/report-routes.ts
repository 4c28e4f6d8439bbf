import type { FastifyInstance } from 'fastify'
import { reportOf } from '#analytics'
import { addresses, reportPage, type Renderer } from '#views'
import type { Db } from '../database/client.ts'
import { sendDocument } from '../document.ts'
import { inTurn } from '../in-turn.ts'
import { rememberedDocuments } from '../remembered-documents.ts'
import { downloadName } from '../reports/download-name.ts'
import { formWordsFor } from '../reports/form-words.ts'
import type { Workshop } from '../workshop/index.ts'
import type { FindAsked, ReleaseParams } from './asked-release.ts'

type Params = { Params: ReleaseParams }

/** The words of the form may be set anew while the release stays. */
const untilItsWordsChange = 'public, no-cache'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Each holds its charts as pictures: about half a megabyte. */
const mostFiles = 30

/** The document of a release in Council form, as a page and in Word. */
export function reportRoutes(
  app: FastifyInstance,
  input: { db: Db; findAsked: FindAsked; renderer: Renderer; workshop: Workshop }
): void {
  const { db, findAsked, renderer, workshop } = input
  const pages = rememberedDocuments({ begun: inTurn() })
  const files = rememberedDocuments({ most: mostFiles })

  /** What was asked for, and a name that changes whenever its document does. */
  async function askedFor(params: ReleaseParams) {
    const [stored, language] = await findAsked(params)
    const formWords = await formWordsFor(db, stored.release.consultation.meeting)
    return { ...stored, language, formWords, name: `${stored.hash} ${language} ${JSON.stringify(formWords)}` }
  }

  app.get<Params>('/:language/results/:slug/:number/report', async (request, reply) => {
    const { name, ...asked } = await askedFor(request.params)
    const { release, language } = asked
    const { number } = release
    const { slug, languages } = release.consultation
    const pictureOf = ({ question }: { readonly question: string }) =>
      addresses.picture(language, slug, number, question)
    const page = await pages(name, 'text/html; charset=utf-8', () =>
      renderer.render(
        'report/report',
        reportPage({ report: reportOf(asked), slug, number, languages, pictureOf })
      )
    )
    return sendDocument(request, reply, page, untilItsWordsChange)
  })

  app.get<Params>('/:language/results/:slug/:number/report.docx', async (request, reply) => {
    const { name, release, ...asked } = await askedFor(request.params)
    const document = await files(name, wordType, () => workshop.word(asked))
    const file = downloadName(release, `${asked.language}.docx`)
    reply.header('content-disposition', `attachment; filename="${file}"`)
    return sendDocument(request, reply, document, untilItsWordsChange)
  })
}
