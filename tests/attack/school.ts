import { eq } from 'drizzle-orm'
import { languages as allLanguages, type Language } from '#locales'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { responses, waiting } from '../../server/database/schema.ts'
import { secretIn } from '../../server/keys/secret.ts'
import { cardHash, fingerprintOfCard } from '../../server/tokens/card-hash.ts'
import { markOfCode } from '../../server/tokens/mark.ts'
import { openersOf } from '../../server/waiting-room/keys.ts'
import { pourLive } from '../../server/waiting-room/pour-live.ts'
import { formatOf } from '../../server/waiting-room/rows.ts'
import { openConsultation, type House } from '../support/house.ts'
import { printCards, sendWith, tokenFor } from '../support/tokens.ts'
import { inOrderOfWriting, placesIn } from './bytes.ts'
import type { Child, Evidence, Places, Response, Turn } from './evidence.ts'
import { pupils, recogniser } from './pupils.ts'
import { spyOn } from './spy.ts'
import type { Tools } from './tools.ts'
import { tracesIn } from './traces.ts'
import { watchedTables } from './watched.ts'

/** A consultation to be attacked. */
export type Plan = {
  readonly slug: string
  readonly children: number
  /** Whether a script redeems the card for a token, or the card comes with the answers. */
  readonly way: 'token' | 'card'
  readonly languages: readonly Language[]
  /** What happens once so many have answered: a night, in which all is stirred, or a live pour of so many. */
  readonly then: ReadonlyMap<number, 'night' | number>
}

export type Held = {
  readonly evidence: Evidence
  /** For each child the response that really is its own; undefined where it was destroyed. */
  readonly truth: readonly (string | undefined)[]
  /** Sealed rows that the thief tied to the right child before the first night, and how many there were. */
  readonly tied: readonly [right: number, of: number]
}

const msPerDay = 24 * 60 * 60 * 1000

/**
 * Has children answer through the real server, one a second, each alone in its second, while somebody looks at everything
 * in every second. That is the worst that can happen: who answers together with others is hidden by them as well.
 */
export async function hold(house: House, log: () => string, plan: Plan, tools?: Tools): Promise<Held> {
  const { pool, db } = house.database
  const isoDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10)
  let clock = house.now().getTime()
  const consultation = await openConsultation(house, {
    slug: plan.slug,
    access: 'cards',
    languages: plan.languages,
    breakdowns: ['gender', 'setting'],
    from: isoDay(clock),
    until: isoDay(clock + 10 * msPerDay)
  })
  const { version } = consultation
  const codes = await printCards(house, consultation, plan.children)
  const all = pupils(plan.children, plan.languages)
  const whose = recogniser(version.questionnaire, all)
  const pepper = await secretIn(house.keyFolder, 'pepper')
  const spy = await spyOn(pool, watchedTables)
  const children: Child[] = []
  const turns: Turn[] = []
  const known = new Set<string>()
  let second = 0
  let backup: Places = new Map()
  let sealedWhose = new Map<string, number | undefined>()

  async function tick(): Promise<void> {
    await spy.look(second)
    second += 1
    clock += 1000
    house.setClock(new Date(clock).toISOString())
  }

  async function answer(at: number): Promise<void> {
    const [code, { language, fields }] = [codes[at]!, all[at]!]
    const ticket = plan.way === 'token' ? await tokenFor(house, consultation, code) : { code }
    await tick()
    const given = Object.entries(fields).map(([name, value]) => [`q.${name}`, value] as const)
    const reply = await sendWith(house, consultation, { ...Object.fromEntries(given), ...ticket }, language)
    if (reply.statusCode !== 303)
      throw new Error(`child ${at} was answered ${reply.statusCode}: ${reply.body}`)
    const card = cardHash(pepper, fingerprintOfCard(consultation.id, code))
    const mark = plan.way === 'card' ? markOfCode(pepper, card).toString('hex') : undefined
    children.push({ language, card: card.toString('hex'), mark, second })
    await tick()
  }

  async function turn(happen: () => Promise<unknown>): Promise<void> {
    await spy.takeWal()
    const before = await spy.rowsOf('waiting')
    const files = await placesInFiles(['pending_marks', 'waiting'], await tools?.backUp())
    await happen()
    await tick()
    const poured = await newResponses()
    turns.push({ second: second - 1, before, after: await spy.rowsOf('waiting'), poured })
    backup = files
  }

  async function newResponses(): Promise<Response[]> {
    const rows = await db.select().from(responses).where(eq(responses.versionId, version.id))
    const seen = new Map((await spy.rowsOf('responses')).map(row => [row.name, row]))
    const fresh = rows.flatMap(({ id, answers, recordKey }) => {
      const row = seen.get(nameOf(id))
      const language = allLanguages[answers[0] ?? -1]
      return row === undefined || language === undefined ? [] : [{ ...row, language, recordKey }]
    })
    const added = fresh.filter(({ name }) => !known.has(name))
    for (const { name } of added) known.add(name)
    return added
  }

  async function placesInFiles(tables: readonly string[], read = spy.fileOf): Promise<Places> {
    const places = new Map<string, number>()
    for (const table of tables) {
      const names = spy.sightings.filter(row => row.table === table).map(({ name }) => name)
      for (const [name, at] of inOrderOfWriting(placesIn(await read(await spy.pathOf(table)), names)))
        places.set(name, at)
    }
    return places
  }

  for (let at = 0; at < plan.children; at += 1) {
    await answer(at)
    const next = plan.then.get(at + 1)
    if (next === undefined) continue
    if (turns.length === 0) sealedWhose = await sealedRowsOf(house, consultation, whose)
    if (next === 'night') {
      clock = Math.ceil(clock / msPerDay) * msPerDay
      house.setClock(new Date(clock).toISOString())
      await turn(house.tend)
    } else {
      const actor = { by: 'test', now: house.now() }
      const pourer = house.database.as('pourer').db
      await turn(() => pourLive(pourer, house.keyFolder, consultation, next, actor))
    }
  }
  clock += 12 * msPerDay
  house.setClock(new Date(clock).toISOString())
  await turn(house.tend)
  await spy.takeWal()

  const answers = await db.select().from(responses).where(eq(responses.versionId, version.id))
  const own = new Map(answers.map(row => [whose(row.answers), nameOf(row.id)]))
  const watched = ['pending_marks', 'responses', 'cards']
  const names = spy.sightings.filter(({ table }) => watched.includes(table)).map(({ name }) => name)
  const evidence: Evidence = {
    children,
    sightings: spy.sightings,
    tickets: 'pending_marks',
    turns,
    wal: placesIn(spy.wal(), names),
    dump: (await tools?.dump(spy.walStart, spy, watched)) ?? new Map(),
    files: await placesInFiles(['pending_marks', 'waiting', 'responses']),
    backup,
    log: log()
  }
  const traces = tracesIn(evidence)
  const tied = children.filter((child, at) => sealedWhose.get(traces(child).sealed?.name ?? '') === at)
  return { evidence, truth: children.map((_, at) => own.get(at)), tied: [tied.length, sealedWhose.size] }
}

/** Whose each sealed row is, which only the keys tell: to see how far the thief gets without them. */
async function sealedRowsOf(
  { database: { db }, keyFolder }: House,
  { id, version }: OpenedConsultation,
  whose: (packed: readonly number[]) => number | undefined
): Promise<Map<string, number | undefined>> {
  const openWith = await openersOf(db, keyFolder, id)
  const rows = await db.select().from(waiting).where(eq(waiting.versionId, version.id))
  return new Map(
    rows.map(row => [nameOf(row.id), whose(formatOf(version).read(openWith(row.keyId)(row.sealed)).packed)])
  )
}

const nameOf = (uuid: string): string => uuid.replaceAll('-', '')
