import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isLanguage } from '#locales'
import { isSlug } from '../consultations/slug.ts'
import { sendDocument } from '../document.ts'
import { refused } from '../errors.ts'
import { inTurn } from '../in-turn.ts'
import { codebookText } from '../open-data/codebook.ts'
import { ddiFor } from '../open-data/ddi.ts'
import { fileNames } from '../open-data/names.ts'
import type { AnyReleaseReader, AnyStoredRelease } from '../releases/store.ts'
import { rememberedDocuments } from '../remembered-documents.ts'
import { downloadName } from '../reports/download-name.ts'
import type { Workshop } from '../workshop/index.ts'
import { wholeNumber } from './asked-release.ts'

type Numbered = { readonly slug: string; readonly number: string }

/** A release never changes, but the next version of Earshot may write its package differently. */
const ofThisVersion = 'public, no-cache'
/** A package has a megabyte or two. */
const mostPackages = 20

/** A release to take away: everything in one file, its codebook, and its questionnaire for archives. Live ones too. */
export function openDataRoutes(
  app: FastifyInstance,
  { findAny, workshop }: { findAny: AnyReleaseReader; workshop: Workshop }
): void {
  const packages = rememberedDocuments({ most: mostPackages })
  const texts = rememberedDocuments({ begun: inTurn() })

  app.get<{ Params: Numbered }>('/results/:slug/:number/package.zip', async (request, reply) => {
    const { hash, body, release } = await found(findAny, request.params)
    const file = await packages(hash, 'application/zip', () => workshop.pack({ hash, body }))
    return sendFile(request, reply, file, downloadName(release, 'package.zip'))
  })

  app.get<{ Params: Numbered }>(`/results/:slug/:number/${fileNames.ddi}`, async (request, reply) => {
    const { hash, release } = await found(findAny, request.params)
    const file = await texts(`ddi ${hash}`, 'application/xml; charset=utf-8', () => ddiFor(release, hash))
    return sendFile(request, reply, file, downloadName(release, fileNames.ddi))
  })

  app.get<{ Params: Numbered & { readonly language: string } }>(
    '/:language/results/:slug/:number/codebook.md',
    async (request, reply) => {
      const { language } = request.params
      const { hash, release } = await found(findAny, request.params)
      if (!isLanguage(language) || !release.consultation.languages.includes(language))
        throw refused.notFound()
      const file = await texts(`codebook ${hash} ${language}`, 'text/markdown; charset=utf-8', () =>
        codebookText(release, language)
      )
      return sendFile(request, reply, file, downloadName(release, `codebook.${language}.md`))
    }
  )
}

/** @throws Refused where there is no such release */
async function found(findAny: AnyReleaseReader, { slug, number }: Numbered): Promise<AnyStoredRelease> {
  const stored = isSlug(slug) ? await findAny(slug, wholeNumber(number)) : undefined
  if (stored === undefined) throw refused.notFound()
  return stored
}

function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  file: Parameters<typeof sendDocument>[2],
  name: string
): FastifyReply {
  reply.header('content-disposition', `attachment; filename="${name}"`)
  return sendDocument(request, reply, file, ofThisVersion)
}
