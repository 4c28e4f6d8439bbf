import type { FastifyReply } from 'fastify'
import { translator } from '#locales'
import { addresses } from '#views'
import type { Refused } from '../errors.ts'
import type { Problem } from './schemas/problem.ts'

/** Every sort of problem the API has, and its status. */
export const statuses = {
  'invalid-parameter': 400,
  'not-open-yet': 403,
  'not-found': 404,
  'no-release-yet': 404,
  'answers-destroyed': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'too-many-requests': 429,
  failure: 500,
  unavailable: 503
} as const
export type Sort = keyof typeof statuses

const t = translator('en')

/** What a sort of problem is called; programs compare its `type`, which says it without words. */
export function titleOf(sort: Sort): string {
  return t(`api:problems.${sort}`)
}

/** Whether an address is one of the API, so that errors about it are for programs. */
export function isOfApi(url: string): boolean {
  return /^\/api(?:[/?]|$)/.test(url)
}

/** A problem of the API, thrown where it is found. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly sort: Sort
  readonly detail: string | undefined

  /** @param detail what is special about this one, in English; holds nothing that was sent */
  constructor(sort: Sort, detail?: string) {
    super(sort)
    this.sort = sort
    this.detail = detail
  }
}

/** What a refusal of the house is in the API. */
export function problemFor({ statusCode, page }: Refused): ApiProblem {
  switch (page.kind) {
    case 'noResultsYet':
      return new ApiProblem('no-release-yet')
    case 'destroyed':
      return new ApiProblem('answers-destroyed')
    case 'notOpenYet':
      return new ApiProblem('not-open-yet')
    case 'tooMany':
      return new ApiProblem('too-many-requests')
    case 'notFound':
      return new ApiProblem('not-found')
    default:
      return new ApiProblem(statusCode < 500 ? 'invalid-parameter' : 'unavailable')
  }
}

export function sendProblem(
  reply: FastifyReply,
  { sort, detail }: ApiProblem,
  reference?: string
): FastifyReply {
  const status = statuses[sort]
  const problem: Problem = {
    type: `${addresses.api('en')}#${sort}`,
    title: titleOf(sort),
    status,
    ...(detail !== undefined && { detail }),
    ...(reference !== undefined && { reference })
  }
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))
}
