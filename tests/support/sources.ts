import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Source = { readonly path: string; readonly text: string }

/** Every file of some folders of the house that ends in one of the endings, with its text. */
export function sourcesIn(folders: readonly string[], endings: readonly string[]): Source[] {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  return folders.flatMap(folder =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
      .filter(path => endings.some(ending => path.endsWith(ending)))
      .sort()
      .map(path => ({ path: `${folder}/${path}`, text: readFileSync(`${root}${folder}/${path}`, 'utf8') }))
  )
}
