import type { FastifyInstance } from 'fastify'
import { isLanguage, type Language } from '#locales'
import { countryHelpPage, helpPage, type Renderer } from '#views'
import { isDatabaseAway } from '../database/away.ts'
import type { Db } from '../database/client.ts'
import { sendDocument } from '../document.ts'
import { editionsOf, type Edition } from '../editions.ts'
import { refused } from '../errors.ts'
import { siteFolder } from '../media/names.ts'
import type { MediaShelf } from '../media/shelf.ts'
import { rememberedDocuments } from '../remembered-documents.ts'
import { currentAmong, todayAt, type CurrentHelpline } from './current.ts'
import { isCountry } from './helpline.ts'
import { listHelplines } from './store.ts'

type Params = { Params: { language: string; country: string } }
type Shown = { readonly helplines: readonly CurrentHelpline[] }

const html = 'text/html; charset=utf-8'
const someMinutes = 'public, max-age=300'

/** Help, and the helplines of each country. */
export function helpRoutes(
  app: FastifyInstance,
  { db, renderer, mediaOf, clock }: { db: Db; renderer: Renderer; mediaOf: MediaShelf; clock: () => Date }
): void {
  // Of another edition when a line has come, changed or grown too old, so that no page of before is sent again.
  const documents = rememberedDocuments()
  const shown = editionsOf<Shown>(async now => {
    return { helplines: currentAmong(await listHelplines(db), todayAt(now)) }
  }, clock)

  app.get<Params>('/:language/help', async (request, reply) => {
    const language = languageIn(request.params)
    const { helplines, edition, cacheControl } = await shownNow(shown)
    const countries = [...new Set(helplines.map(({ country }) => country))]
    const media = await mediaOf(siteFolder, language)
    const video = JSON.stringify(media.videos.help ?? null)
    const document = await documents(`help ${edition} ${language} ${video}`, html, () =>
      renderer.render('help', helpPage(language, { countries, media }))
    )
    return sendDocument(request, reply, document, cacheControl)
  })

  app.get<Params>('/:language/help/:country', async (request, reply) => {
    const language = languageIn(request.params)
    const asked = request.params.country.toUpperCase()
    const country = isCountry(asked) ? asked : null
    const { helplines, edition, cacheControl } = await shownNow(shown)
    const there = helplines.filter(helpline => helpline.country === country)
    const document = await documents(`country ${edition} ${language} ${country}`, html, () =>
      renderer.render('help/country', countryHelpPage({ language, country, helplines: there }))
    )
    return sendDocument(request, reply, document, cacheControl)
  })
}

/** Help does not wait for the database: without it, the pages say what is good everywhere. */
async function shownNow(
  shown: () => Promise<Edition<Shown>>
): Promise<Edition<Shown> & { cacheControl: string }> {
  try {
    return { ...(await shown()), cacheControl: someMinutes }
  } catch (error) {
    if (!isDatabaseAway(error)) throw error
    return { helplines: [], edition: 0, cacheControl: 'no-cache' }
  }
}

function languageIn({ language }: { language: string }): Language {
  if (!isLanguage(language)) throw refused.notFound()
  return language
}
