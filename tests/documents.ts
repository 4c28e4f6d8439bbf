import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { withDataMap } from './support/data-map.ts'
import { withExamples } from './support/life-example.ts'

/** `npm run documents`: writes anew what documents show of the code: the map of all data, and one response, step by step. */
const made: readonly (readonly [string, (document: string) => string])[] = [
  ['dpia.md', withDataMap],
  ['life-of-a-response.md', withExamples]
]
for (const [name, make] of made) {
  const file = fileURLToPath(new URL(`../docs/${name}`, import.meta.url))
  await writeFile(file, make(await readFile(file, 'utf8')))
}
