/**
 * Holds our DDI against the schema of the DDI Alliance, which is not part of the project:
 * `node --import tsx tests/oracles/ddi.ts FOLDER [FILE...]`, the folder being `schemas/` of DDI-Codebook 2.5 with
 * `codebook.xsd` and what it imports. Judged are the ready questionnaires, one with every kind of question, and the
 * files, as `earshot export --format ddi` writes them. That the schema judges at all is shown by faults it must refuse.
 *
 * Last run against the declarations of `codebook.xsd` of 17 January 2012, copied out by hand without its annotations,
 * with the elements of Dublin Core as DCMI declares them, without the encoding schemes. Stood in for: `xml.xsd`, and
 * the modules of XHTML. Of Dublin Core and XHTML we write nothing.
 *
 * @see https://ddialliance.org/Specification/DDI-Codebook/2.5/ (LGPL 3 or later)
 */
import { readFileSync } from 'node:fs'
import { ddiOf, readyNames, readyQuestionnaire } from '#surveys'
import { ddiErrors } from '../support/ddi.ts'
import { ddiFacts, everyKind } from '../support/ddi-facts.ts'
import { ddiFaults } from '../support/spoilt-ddi.ts'

const [folder, ...files] = process.argv.slice(2)
if (folder === undefined) throw new RangeError('which folder holds the schema?')

const documents: (readonly [name: string, xml: string])[] = [
  ...readyNames.map(name => [name, ddiOf({ ...ddiFacts, questionnaire: readyQuestionnaire(name) })] as const),
  ['every kind of question', ddiOf({ ...ddiFacts, languages: ['en'], questionnaire: everyKind })],
  ...files.map(file => [file, readFileSync(file, 'utf8')] as const)
]
for (const [name, xml] of documents) {
  const errors = await ddiErrors(xml, folder, 'codebook.xsd')
  console.log(`${name}: ${errors.length === 0 ? 'valid' : errors.slice(0, 20).join('\n  ')}`)
  if (errors.length > 0) process.exitCode = 1
}

const sound = ddiOf({ ...ddiFacts, questionnaire: readyQuestionnaire('getting-help') })
for (const [fault, spoil] of ddiFaults) {
  const [first] = await ddiErrors(spoil(sound), folder, 'codebook.xsd')
  console.log(first === undefined ? `NOT REFUSED: ${fault}` : `refused: ${fault}: ${first}`)
  if (first === undefined) process.exitCode = 1
}
