import type { FastifyInstance } from 'fastify'
import { reportOf, type Report } from '#analytics'
import type { Language } from '#locales'
import { addresses, reportPage, type Renderer } from '#views'
import type { ChartPainter } from '../charts/index.ts'
import type { Db } from '../database/client.ts'
import { sendDocument } from '../document.ts'
import type { StoredRelease } from '../releases/store.ts'
import { rememberedDocuments } from '../remembered-documents.ts'
import { docxOf } from '../reports/docx.ts'
import { downloadName } from '../reports/download-name.ts'
import { formWordsFor } from '../reports/form-words.ts'
import type { FindAsked, ReleaseParams } from './asked-release.ts'

type Params = { Params: ReleaseParams }

/** The words of the form may be set anew while the release stays. */
const untilItsWordsChange = 'public, no-cache'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Each holds its charts as pictures: about half a megabyte. */
const mostRemembered = 30

/** The document of a release in Council form, as a page and in Word. */
export function reportRoutes(
  app: FastifyInstance,
  input: { db: Db; findAsked: FindAsked; renderer: Renderer; painter: ChartPainter }
): void {
  const { db, findAsked, renderer, painter } = input
  const documents = rememberedDocuments(mostRemembered)

  /** @returns the report, and a name that changes whenever it does */
  async function reportFor([{ release, hash }, language]: readonly [StoredRelease, Language]) {
    const formWords = await formWordsFor(db, release.consultation.meeting)
    const name = `${hash} ${language} ${JSON.stringify(formWords)}`
    return { name, make: (): Report => reportOf({ release, hash, language, formWords }) }
  }

  app.get<Params>('/:language/results/:slug/:number/report', async (request, reply) => {
    const asked = await findAsked(request.params)
    const [{ release }, language] = asked
    const { slug, languages } = release.consultation
    const { name, make } = await reportFor(asked)
    const pictureOf = ({ question }: { readonly question: string }) =>
      addresses.picture(language, slug, release.number, question)
    const document = await documents(`page ${name}`, 'text/html; charset=utf-8', () =>
      renderer.render(
        'report/report',
        reportPage({ report: make(), slug, number: release.number, languages, pictureOf })
      )
    )
    return sendDocument(request, reply, document, untilItsWordsChange)
  })

  app.get<Params>('/:language/results/:slug/:number/report.docx', async (request, reply) => {
    const asked = await findAsked(request.params)
    const [{ release }, language] = asked
    const { name, make } = await reportFor(asked)
    const document = await documents(`word ${name}`, wordType, () => docxOf(make(), painter))
    const file = downloadName(release, `${language}.docx`)
    reply.header('content-disposition', `attachment; filename="${file}"`)
    return sendDocument(request, reply, document, untilItsWordsChange)
  })
}
