import type { Message } from '#views'
import type { Release } from '#analytics'
import type { AgeBand } from '#surveys'

/** Why the server does not do what was asked: a status for the machine and a page for the person. */
export class Refused extends Error {
  override readonly name = 'Refused'

  readonly statusCode: number
  readonly page: Message
  /** Seconds after which it is worth asking again, where we know. */
  readonly retryAfter: number | undefined

  /** @param why for our logs; never holds anything that was sent */
  constructor(statusCode: number, page: Message, why: string, retryAfter?: number) {
    super(why)
    this.statusCode = statusCode
    this.page = page
    this.retryAfter = retryAfter
  }
}

type Facts = Release['consultation']

/** Every refusal there is. */
export const refused = {
  notFound: () => new Refused(404, { kind: 'notFound' }, 'no such page'),
  notOpenYet: (consultation: Facts) => new Refused(403, { kind: 'notOpenYet', consultation }, 'not open yet'),
  /** To be tried again: the browser keeps the answers. */
  paused: (consultation: Facts) => new Refused(503, { kind: 'paused', consultation }, 'paused'),
  closed: (consultation: Facts, hasResults: boolean) =>
    new Refused(410, { kind: 'closed', consultation, hasResults }, 'closed'),
  noResultsYet: (consultation: Facts, isLive: boolean) =>
    new Refused(404, { kind: 'noResultsYet', consultation, isLive }, 'no final release yet'),
  /** Fewer than ten had answered when it closed. */
  destroyed: (consultation: Facts) =>
    new Refused(404, { kind: 'destroyed', consultation }, 'answers were destroyed unread'),
  newVersion: (consultation: Facts, band: AgeBand) =>
    new Refused(409, { kind: 'newVersion', consultation, band }, 'form of another version'),
  unreadable: (why: string) => new Refused(400, { kind: 'unreadable' }, why),
  tooLarge: () => new Refused(413, { kind: 'tooLarge' }, 'too large'),
  tooMany: () => new Refused(429, { kind: 'tooMany' }, 'too many unreadable requests'),
  noFile: (why: string, retryAfter?: number) => new Refused(503, { kind: 'noFile' }, why, retryAfter),
  unavailable: () => new Refused(503, { kind: 'unavailable' }, 'the database is away')
} as const
