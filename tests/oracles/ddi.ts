/**
 * Holds the DDI of the ready questionnaires against the schema of the DDI Alliance, which is not part of the project:
 * `node --import tsx tests/oracles/ddi.ts FOLDER`, the folder being `schemas/` of DDI-Codebook 2.5 with `codebook.xsd`.
 *
 * @see https://ddialliance.org/Specification/DDI-Codebook/2.5/ (LGPL 3 or later)
 */
import { ddiOf, readyNames, readyQuestionnaire } from '#surveys'
import { ddiErrors } from '../support/ddi.ts'
import { ddiFacts } from '../support/ddi-facts.ts'

const folder = process.argv[2]
if (folder === undefined) throw new RangeError('which folder holds the schema?')
for (const name of readyNames) {
  const errors = await ddiErrors(
    ddiOf({ ...ddiFacts, questionnaire: readyQuestionnaire(name) }),
    folder,
    'codebook.xsd'
  )
  console.log(`${name}: ${errors.length === 0 ? 'valid' : errors.slice(0, 20).join('\n  ')}`)
  if (errors.length > 0) process.exitCode = 1
}
