import type { Parsed, Problem } from '#surveys'
import { assuranceFields, type Assurances, type Given } from '../consultations/assurances.ts'

/** What each line asks for, in the words of the file that is written out to be filled in. */
const explained: Readonly<Record<keyof Assurances, readonly string[]>> = {
  controller: [
    'The organisation that decides why and how answers are collected, by its full name.',
    'For instance: Ministry of Education, Department for Children and Youth'
  ],
  contact: ['Where young people and parents can write to it: an e-mail address or a web address.'],
  lawfulBasis: [
    'On what ground personal data may be processed, for each age you ask.',
    'For instance: task in the public interest, GDPR Article 6(1)(e); Education Act, section 12'
  ],
  assessment: [
    'Reference and date of the data protection impact assessment; docs/dpia.md helps to write it.'
  ],
  ethics: ['Reference and date of the approval by an ethics committee.'],
  safeguardingLead: [
    'The function that acts when something points to harm; never a private name.',
    'For instance: Head of Child Protection'
  ],
  safeguardingProcedure: ['Where the safeguarding procedure stands: a web address or a reference.'],
  safeguardingKey: [
    'May be left empty. The key that the lead has made with “earshot concerns key”: then texts that hold signs of harm',
    'are sealed for the lead every night, and the pages say so.'
  ]
}

const head = [
  'Who answers for a consultation, and on what ground. It is shown on its page about privacy as you write it here,',
  'to children as well, and it is fixed once the consultation is open.',
  'Write after each colon, on the same line. Lines that begin with # are not read.'
]

/** A file to be filled in. */
export function assurancesTemplate(): string {
  const comment = (line: string) => `# ${line}`
  const asked = assuranceFields.map(({ key, name }) => [...explained[key].map(comment), `${name}:`])
  return [head.map(comment), ...asked].map(lines => `${lines.join('\n')}\n`).join('\n')
}

/** Reads such a file as far as it goes; whether all are there is asked when the consultation opens. */
export function readAssurances(bytes: Uint8Array): Parsed<Given> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return { ok: false, problems: [{ at: '--assurances', code: 'assurances.notText' }] }
  }
  const given: Partial<Record<keyof Assurances, string>> = {}
  const problems: Problem[] = []
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue
    const [, named, value = ''] = /^([^:]+):(.*)$/.exec(line) ?? []
    const params = { line: index + 1, name: named?.trim() ?? '' }
    const field = assuranceFields.find(({ name }) => name === plain(named))
    if (named === undefined) problems.push({ at: '--assurances', code: 'assurances.notALine', params })
    else if (field === undefined)
      problems.push({ at: '--assurances', code: 'assurances.unknownName', params })
    else if (given[field.key] !== undefined)
      problems.push({ at: '--assurances', code: 'assurances.twice', params })
    else given[field.key] = value.trim()
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: given }
}

/** A name with a capital, or with blanks where we write hyphens, is still that name. */
function plain(name: string | undefined): string | undefined {
  return name
    ?.trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
}
