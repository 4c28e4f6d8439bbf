import { assuranceFields, type Assurances } from '../../server/consultations/assurances.ts'
import { examplePrivacyOf } from '../../views/examples/assured.ts'

/** What a consultation that is no demonstration needs to open: as the examples of its page show it. */
export const assurances: Assurances = examplePrivacyOf['of a consultation'].assured

/** The same as the file that the command line takes. */
export function assurancesFile(given: Partial<Assurances> = assurances): string {
  return assuranceFields
    .filter(({ key, missing }) => missing !== null || given[key] !== undefined)
    .map(({ key, name }) => `${name}: ${given[key] ?? ''}\n`)
    .join('')
}
