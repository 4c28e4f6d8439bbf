import { translator } from '#locales'
import type { Parsed, Problem } from '#surveys'
import { harmless } from './harmless.ts'

/** What the person at the terminal can put right: printed without a stack, exit code 1. */
export class Mistake extends Error {
  override readonly name = 'Mistake'

  constructor(problems: readonly Problem[]) {
    super(linesFor(problems).join('\n'))
  }
}

/** The value, or a Mistake with every problem in it. */
export function valueOf<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Mistake(parsed.problems)
  return parsed.value
}

/** Problems as lines: where, then what and what to do. */
export function linesFor(problems: readonly Problem[]): string[] {
  const t = translator('en')
  return problems.map(({ at, code, params = {} }) => {
    const kind = params['kind'] === undefined ? {} : { kind: t(`errors:textKind.${params['kind']}`) }
    return harmless(`${at}: ${t(`${namespaceOf(code)}:${code}`, { ...params, ...kind })}`)
  })
}

/** The file of `locales/` that holds a problem's sentence. */
function namespaceOf(code: string): string {
  if (code.startsWith('xlsform.') || code.startsWith('workbook.')) return 'import'
  if (code.startsWith('target.')) return 'composition'
  return code.startsWith('answersFile.') ? 'answersFile' : 'errors'
}
