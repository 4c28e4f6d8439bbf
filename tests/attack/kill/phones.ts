import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { addresses } from '#views'
import { markedForm, mostMarked } from '../../support/marked-answers.ts'

/** What was said at last to whoever sent an answer, by the answer's number; `nothing` while it is being sent. */
export type Told = Map<number, 'thanked' | 'refused' | 'nothing'>

export type Phones = {
  /** By the slug of the consultation. */
  readonly told: ReadonlyMap<string, Told>
  /** Statuses that were answered, and how often. */
  readonly statuses: ReadonlyMap<string, number>
  /** Answers that were thanked for, to one consultation or to all. */
  thanked(slug?: string): number
  /** Waits until it is so many. */
  untilThanked(count: number, slug?: string): Promise<void>
  /** Begins nothing new; resolves once all that was sent has had its answer. */
  stop(): Promise<void>
}

const patienceMs = 120_000
const longestReplyMs = 10_000

/**
 * Phones that send one answer after another, and each until it is thanked for or the consultation has closed, whatever
 * happens to the connection. Every tenth sending hangs up before it has heard anything, and sends again.
 *
 * @param chance numbers in [0, 1)
 */
export function startPhones(
  url: string,
  slugs: readonly string[],
  count: number,
  chance: () => number
): Phones {
  const told = new Map<string, Told>(slugs.map(slug => [slug, new Map()]))
  const statuses = new Map<string, number>()
  const open = new Set(slugs)
  let stopped = false

  async function phone(): Promise<void> {
    while (!stopped && open.size > 0) {
      const slug = [...open][Math.floor(chance() * open.size)] ?? ''
      const ours = told.get(slug)
      if (ours === undefined || ours.size >= mostMarked) return
      const number = ours.size
      ours.set(number, 'nothing')
      const outcome = await send(slug, markedForm(number, randomBytes(16).toString('hex')))
      ours.set(number, outcome)
      if (outcome === 'refused') open.delete(slug)
      await sleep(5 + 30 * chance())
    }
  }

  async function send(slug: string, body: string): Promise<'thanked' | 'refused'> {
    for (const until = Date.now() + patienceMs; Date.now() < until; await sleep(50 + 150 * chance())) {
      const patience = chance() < 0.1 ? 20 * chance() : longestReplyMs
      const status = await post(slug, body, patience).catch(() => undefined)
      const name = status === undefined ? 'none' : String(status)
      statuses.set(name, (statuses.get(name) ?? 0) + 1)
      if (status === 303) return 'thanked'
      if (status === 410) return 'refused'
      if (status !== undefined && status < 500) throw new Error(`a right answer was refused with ${status}`)
    }
    throw new Error('an answer had no reply for two minutes')
  }

  async function post(slug: string, body: string, patience: number): Promise<number> {
    const reply = await fetch(new URL(addresses.landing('en', slug), url), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(Math.ceil(patience))
    })
    await reply.arrayBuffer()
    return reply.status
  }

  function thanked(slug?: string): number {
    const asked = slug === undefined ? [...told.values()] : [told.get(slug) ?? new Map()]
    return asked.flatMap(answers => [...answers.values()]).filter(outcome => outcome === 'thanked').length
  }

  const all = Promise.all(Array.from({ length: count }, phone))
  // Told to whoever stops them.
  all.catch(() => undefined)
  return {
    told,
    statuses,
    thanked,
    async untilThanked(count, slug) {
      while (thanked(slug) < count) await Promise.race([sleep(20), all])
    },
    async stop() {
      stopped = true
      await all
    }
  }
}
