import type { AgeBand, Given } from '#surveys'
import { bandsOf, type Asking } from '../consultations/find.ts'
import { refused } from '../errors.ts'
import type { Ticket } from '../tokens/entrance.ts'
import { preparedFor, type Prepared } from './prepared.ts'

/** A posted form, sorted: which step it comes from, and what was given to each question. */
export type Form = {
  readonly band: AgeBand
  readonly version: number
  readonly stage: 'send' | 'edit' | 'check'
  /** The id of this sending; undefined on the first post without a script, which is answered by check-answers too. */
  readonly resend: Buffer | undefined
  readonly given: Given
  /** What lets in, where not everyone may answer. */
  readonly ticket: Ticket
}

/** What may be asked for instead of sending. */
const stages = ['edit', 'check'] as const
const questionPrefix = 'q.'

/** @throws Refused for what no page of ours can have sent */
export function readForm(body: unknown, consultation: Asking): Form {
  const prepared = preparedFor(consultation.version.questionnaire)
  if (!(body instanceof URLSearchParams)) throw refused.unreadable('not a form')
  // Younger children come by other ways in, with somebody's permission: not by a form put together by hand.
  const band = bandsOf(consultation).find(name => name === body.get('band'))
  if (band === undefined) throw refused.unreadable('no age band that is offered')
  return {
    band,
    version: Number(body.get('version')),
    stage: stages.find(stage => stage === body.get('stage')) ?? 'send',
    resend: resendIn(body),
    given: withBand(givenTo(body, prepared), band, prepared),
    ticket: ticketIn(body)
  }
}

/** The id of the sending that a form carries. @throws Refused for something else in its place */
export function resendIn(body: unknown): Buffer | undefined {
  const value = body instanceof URLSearchParams ? body.get('resend') : null
  if (value === null || value === '') return undefined
  if (!/^[0-9a-f]{32}$/.test(value)) throw refused.unreadable('not a resend id')
  return Buffer.from(value, 'hex')
}

/** What a script sends to have a code redeemed. @throws Refused for anything else */
export function redeemingIn(body: unknown): { readonly code: string; readonly blinded: Buffer } {
  if (!(body instanceof URLSearchParams)) throw refused.unreadable('not a form')
  return { code: body.get('code') ?? '', blinded: bytesIn(body, 'blinded') }
}

/** What lets in, as the form carries it. @throws Refused for something else in its place */
export function ticketIn(body: unknown): Ticket {
  if (!(body instanceof URLSearchParams)) throw refused.unreadable('not a form')
  return (body.get('token') ?? '') === ''
    ? { code: body.get('code') ?? '' }
    : { token: { bytes: bytesIn(body, 'token'), signature: bytesIn(body, 'signature') } }
}

function bytesIn(body: URLSearchParams, name: string): Buffer {
  const value = body.get(name) ?? ''
  if (!/^(?:[0-9a-f]{2})+$/.test(value)) throw refused.unreadable('not hexadecimal')
  return Buffer.from(value, 'hex')
}

function givenTo(body: URLSearchParams, { shapes }: Prepared): Map<string, string[]> {
  const given = new Map<string, string[]>(shapes.map(({ id }) => [id, []]))
  for (const [name, value] of body) {
    if (!name.startsWith(questionPrefix)) continue
    const values = given.get(name.slice(questionPrefix.length))
    if (values === undefined) throw refused.unreadable('a question that is not asked')
    values.push(value)
  }
  return given
}

/** The age band was asked on the landing page: it answers the age question, if there is one. */
function withBand(given: Map<string, string[]>, band: AgeBand, { ageQuestion }: Prepared): Given {
  if (ageQuestion !== undefined) given.set(ageQuestion, [band])
  return given
}
