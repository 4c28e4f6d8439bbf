import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { validateXML } from 'xmllint-wasm'

const own = fileURLToPath(new URL('../fixtures/ddi/', import.meta.url))

/**
 * What libxml2 has against a DDI document.
 *
 * @param folder  with the schema and all that it imports; our subset unless another is given
 * @param schema  name of its first file
 */
export async function ddiErrors(
  xml: string,
  folder = own,
  schema = 'codebook-2.5-subset.xsd'
): Promise<string[]> {
  const files = readdirSync(folder)
    .filter(name => /\.xsd$/.test(name))
    .map(fileName => ({ fileName, contents: readFileSync(`${folder}/${fileName}`, 'utf8') }))
  const first = files.find(({ fileName }) => fileName === schema)
  if (first === undefined) throw new RangeError(`${folder} has no ${schema}`)
  const { errors } = await validateXML({
    xml: [{ fileName: 'questionnaire.ddi.xml', contents: xml }],
    schema: [first],
    preload: files.filter(file => file !== first),
    initialMemoryPages: 1024,
    maxMemoryPages: 8192
  })
  return errors.map(({ message }) => message)
}
