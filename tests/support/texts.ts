import { readdirSync, readFileSync } from 'node:fs'
import type { Language } from '#locales'

const locales = new URL('../../locales/', import.meta.url)

/** Every text of a language by its key, `namespace:path`, as the files have it. */
export function textsIn(language: Language): ReadonlyMap<string, string> {
  const folder = new URL(`${language}/`, locales)
  const texts = new Map<string, string>()
  for (const file of readdirSync(folder).sort()) {
    const namespace = file.replace(/\.json$/, '')
    for (const [path, text] of leaves(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))) {
      texts.set(`${namespace}:${path}`, text)
    }
  }
  return texts
}

/** What is filled in: `{{number}}` is `number`. */
export function placeholdersIn(text: string): string[] {
  return [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name ?? '').sort()
}

export function withoutPlaceholders(text: string): string {
  return text.replace(/\{\{.*?\}\}/g, ' ')
}

/** A plural form's key without its category, and the category; undefined for a text without forms. */
export function pluralForm(key: string): { readonly base: string; readonly category: string } | undefined {
  const [, base, category] = /^(.*)_(zero|one|two|few|many|other)$/.exec(key) ?? []
  return base === undefined || category === undefined ? undefined : { base, category }
}

/** The key that code asks for. */
export function askedKey(key: string): string {
  return pluralForm(key)?.base ?? key
}

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) throw new TypeError(`${path} is no text`)
  return Object.entries(value).flatMap(([name, inner]) =>
    leaves(inner, path === '' ? name : `${path}.${name}`)
  )
}
