import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { reopenAny, type AnyRelease } from '#analytics'
import { isLanguage } from '#locales'
import { isSlug } from '../consultations/slug.ts'
import type { Db } from '../database/client.ts'
import { sendDocument } from '../document.ts'
import { refused } from '../errors.ts'
import { inTurn } from '../in-turn.ts'
import { codebookText } from '../open-data/codebook.ts'
import { ddiFor } from '../open-data/ddi.ts'
import { fileNames } from '../open-data/names.ts'
import { findReleaseHash, getReleaseBody } from '../releases/stored-body.ts'
import { rememberedDocuments } from '../remembered-documents.ts'
import { sha256 } from '../sha256.ts'
import type { Workshop } from '../workshop/index.ts'
import { wholeNumber } from './asked-release.ts'

type Numbered = { readonly slug: string; readonly number: string }

/** A release never changes, but the next version of Earshot may write its package differently. */
const ofThisVersion = 'public, no-cache'
/** A package has a megabyte or two. */
const mostPackages = 20

/** A release to take away: everything in one file, its codebook, and its questionnaire for archives. Live ones too. */
export function openDataRoutes(app: FastifyInstance, { db, workshop }: { db: Db; workshop: Workshop }): void {
  const packages = rememberedDocuments({ most: mostPackages })
  const texts = rememberedDocuments({ begun: inTurn() })

  app.get<{ Params: Numbered }>('/results/:slug/:number/package.zip', async (request, reply) => {
    const hash = await hashOf(db, request.params)
    const file = await packages(hash, 'application/zip', async () =>
      workshop.pack({ hash, body: await getReleaseBody(db, hash) })
    )
    return sendFile(request, reply, file, 'package.zip')
  })

  app.get<{ Params: Numbered }>(`/results/:slug/:number/${fileNames.ddi}`, async (request, reply) => {
    const hash = await hashOf(db, request.params)
    const file = await texts(`ddi ${hash}`, 'application/xml; charset=utf-8', async () =>
      ddiFor(await open(db, hash), hash)
    )
    return sendFile(request, reply, file, fileNames.ddi)
  })

  app.get<{ Params: Numbered & { readonly language: string } }>(
    '/:language/results/:slug/:number/codebook.md',
    async (request, reply) => {
      const { language } = request.params
      if (!isLanguage(language)) throw refused.notFound()
      const hash = await hashOf(db, request.params)
      const file = await texts(`codebook ${hash} ${language}`, 'text/markdown; charset=utf-8', async () => {
        const release = await open(db, hash)
        if (!release.consultation.languages.includes(language)) throw refused.notFound()
        return codebookText(release, language)
      })
      return sendFile(request, reply, file, `codebook.${language}.md`)
    }
  )
}

/** @throws Refused where there is no such release */
async function hashOf(db: Db, { slug, number }: Numbered): Promise<string> {
  const hash = isSlug(slug) ? await findReleaseHash(db, slug, wholeNumber(number)) : undefined
  if (hash === undefined) throw refused.notFound()
  return hash
}

async function open(db: Db, hash: string): Promise<AnyRelease> {
  return reopenAny({ stored: await getReleaseBody(db, hash), hash, sha256 })
}

function sendFile(
  request: FastifyRequest<{ Params: Numbered }>,
  reply: FastifyReply,
  file: Parameters<typeof sendDocument>[2],
  ending: string
): FastifyReply {
  const { slug, number } = request.params
  reply.header('content-disposition', `attachment; filename="${slug}-${number}-${ending}"`)
  return sendDocument(request, reply, file, ofThisVersion)
}
