import type { FastifyInstance } from 'fastify'
import { sql } from 'drizzle-orm'
import { accessibilityPage, addresses, helpPage, homePage, privacyPage, type Renderer } from '#views'
import { isLanguage, languages, type Language } from '#locales'
import { statusAt } from '#surveys'
import { factsOf } from './consultations/facts.ts'
import { isOpened, listConsultations } from './consultations/find.ts'
import type { Db } from './database/client.ts'
import { documentOf, sendDocument } from './document.ts'
import { refused } from './errors.ts'
import type { ReleaseReader } from './releases/store.ts'

type Params = { Params: { language: string } }
const articles = { help: helpPage, privacy: privacyPage, accessibility: accessibilityPage } as const

/** The first page, the pages linked from every footer, and whether the server is well. */
export function homeRoutes(
  app: FastifyInstance,
  {
    db,
    findRelease,
    renderer,
    clock
  }: { db: Db; findRelease: ReleaseReader; renderer: Renderer; clock: () => Date }
): void {
  app.get('/', async (request, reply) => {
    const language = preferredLanguage(request.headers['accept-language'])
    return reply.header('vary', 'accept-language').redirect(addresses.home(language), 302)
  })

  app.get('/healthz', async (_request, reply) => {
    await db.execute(sql`select 1`)
    return reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('well\n')
  })

  app.get<Params>('/:language', async (request, reply) => {
    const language = languageIn(request.params)
    const html = renderer.render(
      'home',
      homePage({ language, ...(await whatThereIs(db, findRelease, clock())) })
    )
    return sendDocument(request, reply, await documentOf(html), 'no-cache')
  })

  for (const [name, page] of Object.entries(articles)) {
    app.get<Params>(`/:language/${name}`, async (request, reply) => {
      const html = renderer.render('article', page(languageIn(request.params)))
      return sendDocument(request, reply, await documentOf(html), 'public, max-age=300')
    })
  }
}

async function whatThereIs(db: Db, findRelease: ReleaseReader, now: Date) {
  const opened = (await listConsultations(db)).filter(isOpened)
  const open = opened
    .filter(consultation => statusAt(consultation.schedule, now) === 'open')
    .map(consultation => ({
      consultation: factsOf(consultation),
      questionnaire: consultation.version.questionnaire
    }))
  const results = []
  for (const { slug } of opened) {
    const found = await findRelease(slug)
    if (found === undefined) continue
    const { consultation, version, releasedOn, responses } = found.release
    results.push({ consultation, questionnaire: version.questionnaire, releasedOn, responses })
  }
  return { open, results }
}

function languageIn({ language }: { language: string }): Language {
  if (!isLanguage(language)) throw refused.notFound()
  return language
}

/** The first language a browser asks for that we speak; English where it asks for none of the six. */
export function preferredLanguage(accepted: string | undefined): Language {
  const wanted = (accepted ?? '').split(',').map((part, at) => {
    const [tag = '', weight] = part.trim().split(/\s*;\s*q=/)
    return { language: tag.slice(0, 2).toLowerCase(), weight: Number(weight ?? 1), at }
  })
  const ordered = wanted.toSorted((a, b) => b.weight - a.weight || a.at - b.at)
  return (
    ordered
      .map(each => languages.find(language => language === each.language))
      .find(found => found !== undefined) ?? 'en'
  )
}
