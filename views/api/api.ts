import { translator, type Language } from '#locales'
import { addresses } from '../addresses.ts'
import { frameOf, type Frame } from '../frame.ts'
import type { ApiData } from './contract.ts'

/** One address of the API, as its description names it. */
export type ApiOperation = {
  readonly id: string
  /** With the names of its parts in braces. */
  readonly path: string
  readonly parts: readonly string[]
  readonly queries: readonly string[]
}

export type ApiPage = Frame & {
  readonly heading: string
  readonly lead: string
  readonly terms: readonly string[]
  readonly description: string
  readonly operations: readonly OperationView[]
  readonly problems: readonly { readonly name: string; readonly status: number; readonly meaning: string }[]
}
type OperationView = {
  readonly id: string
  readonly path: string
  /** The path with the method before it, as programmers write it. */
  readonly asked: string
  readonly summary: string
  readonly fields: readonly FieldView[]
  /** Null where a part of the address has no example yet. */
  readonly example: string | null
}
type FieldView = {
  readonly id: string
  readonly name: string
  readonly meaning: string
  readonly isPart: boolean
  readonly value: string
}

export type ApiPageInput = {
  readonly language: Language
  readonly operations: readonly ApiOperation[]
  /** Statuses by the name of each sort of problem. */
  readonly problems: Readonly<Record<string, number>>
  /** Where the description for programs stands. */
  readonly description: string
  /** Values of parts and queries that lead to something, as far as there is anything yet. */
  readonly example: Readonly<Record<string, string>>
}

/** What programs can read: each address in words, with an example, and with a script a way to try it. */
export function apiPage({ language, operations, problems, description, example }: ApiPageInput): ApiPage {
  const t = translator(language)
  const data: ApiData = {
    status: t('api:try.status', { status: '%status' }),
    shortened: t('api:try.shortened'),
    failed: t('api:try.failed')
  }
  return {
    ...frameOf({ language, title: t('api:title'), path: addresses.api, style: 'api', script: 'api', data }),
    heading: t('api:title'),
    lead: t('api:lead'),
    terms: ['licence', 'release', 'cache', 'between'].map(term => t(`api:terms.${term}`)),
    description,
    operations: operations.map(operation => operationView(operation, language, example)),
    problems: Object.entries(problems).map(([name, status]) => ({
      name,
      status,
      meaning: t(`api:problems.${name}`)
    }))
  }
}

function operationView(
  { id, path, parts, queries }: ApiOperation,
  language: Language,
  example: ApiPageInput['example']
): OperationView {
  const t = translator(language)
  const field = (name: string, isPart: boolean): FieldView => ({
    id: `${id}-${name}`,
    name,
    meaning: t(`api:parameters.${name}`),
    isPart,
    value: isPart ? (example[name] ?? '') : ''
  })
  const isComplete = parts.every(name => example[name] !== undefined)
  return {
    id,
    path,
    asked: `GET ${path}`,
    summary: t(`api:operations.${id}`),
    fields: [...parts.map(name => field(name, true)), ...queries.map(name => field(name, false))],
    example: isComplete ? path.replace(/\{(\w+)\}/g, (_, name: string) => example[name] ?? '') : null
  }
}
