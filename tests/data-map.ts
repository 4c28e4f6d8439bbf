import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { withDataMap } from './support/data-map.ts'

/** `npm run data-map`: writes the data map of docs/dpia.md anew from the schema. */
const file = fileURLToPath(new URL('../docs/dpia.md', import.meta.url))
await writeFile(file, withDataMap(await readFile(file, 'utf8')))
