import { describe, expect, it } from 'vitest'
import { sourcesIn } from '../support/sources.ts'
import { askedKey, textsIn } from '../support/texts.ts'

const english = textsIn('en')
const known = new Set([...english.keys()].map(askedKey))
const sources = sourcesIn(['surveys', 'analytics', 'views', 'server'], ['.ts', '.hbs'])
const namespaces = [...new Set([...known].map(key => key.split(':')[0] ?? ''))]

/** Keys that code puts together: each part in braces is one of its own words, or a number. */
const composed = [
  'api:operations.{}',
  'api:parameters.{}',
  'api:problems.{}',
  'api:terms.{}',
  'chrome:message.{}.second',
  'chrome:message.{}.text',
  'chrome:message.{}.title',
  'chrome:{}.lead',
  'chrome:{}.title',
  'composition:dimension.{}',
  'composition:weighted.refused.{}',
  'entry:{}.accepted',
  'entry:{}.hint',
  'entry:{}.label',
  'entry:{}.otherKey',
  'entry:{}.text',
  'entry:{}.title',
  'errors:textKind.{}',
  'errors:{}',
  'live:word.{}',
  'live:{}.title',
  'narrative:compare.{}',
  'narrative:finding.answer.{}',
  'narrative:finding.ranking.{}',
  'narrative:finding.rankingTie.{}',
  'narrative:finding.tie.{}',
  'narrative:groups.{}.one',
  'narrative:groups.{}.three',
  'narrative:groups.{}.two',
  'narrative:lead.choice.{}',
  'narrative:lead.number.{}',
  'narrative:lead.ranking.{}',
  'narrative:lead.rankingTie.{}',
  'narrative:lead.tie.{}',
  'narrative:places.{}',
  'narrative:unsaid.{}',
  'openData:column.{}',
  'openData:condition.{}',
  'partner:notice.{}.text',
  'partner:notice.{}.title',
  'partner:role.{}',
  'partner:room.{}.text',
  'partner:room.{}.title',
  'report:annex.{}',
  'report:languageInProse.{}',
  'report:languageName.{}',
  'respond:form.rank.{}',
  'respond:form.{}',
  'results:entry.{}',
  'results:extra.{}Title',
  'results:legend.{}',
  'results:mark.{}',
  'results:method.{}',
  'results:profile.{}',
  'results:region.{}',
  'results:state.{}',
  'series:change.{}',
  'series:legend.{}',
  'series:mark.{}',
  'trust:about.{}',
  'trust:accessibility.{}',
  'trust:easyPrivacy.{}',
  'trust:privacy.{}',
  'trust:stored.{}.{}',
  'trust:table.{}',
  'trust:{}.answersDemonstration',
  'trust:{}.answersTitle',
  'trust:{}.assured.{}',
  '{}:{}'
]

/** Codes of problems that are put together; `server/cli/mistake.ts` finds their file. */
const composedCodes = ['code.{}', 'concerns.{}', 'release.{}']

const inCode = {
  direct: found(new RegExp(`['"\`]((?:${namespaces.join('|')}):[A-Za-z0-9_.]+)['"\`]`, 'g')),
  composed: found(new RegExp(`\`((?:${namespaces.join('|')}|\\$\\{[^}]*\\}):[^\`\\s]*\\$\\{[^\`]*)\``, 'g'))
}
const words = new Set(found(/['"`]([A-Za-z0-9_-]+)['"`]|\b([A-Za-z0-9_]+):/g))

/** Keys of the texts that go with codes of problems: `check.loop` is `errors:check.loop`. */
const codes = new Map(
  ['errors', 'import', 'answersFile', 'composition'].flatMap(namespace =>
    [...known]
      .filter(key => key.startsWith(`${namespace}:`))
      .map(key => [key.slice(namespace.length + 1), key] as const)
  )
)
const groups = [...new Set([...codes.keys()].map(code => code.split('.')[0] ?? ''))]
const codesInCode = found(new RegExp(`['"\`]((?:${groups.join('|')})\\.[A-Za-z]+)['"\`]`, 'g'))
const composedCodesInCode = found(new RegExp(`\`((?:${groups.join('|')})\\.\\$\\{[^\`]*)\``, 'g'))

describe('every text that code asks for', () => {
  it('is there', () => {
    expect(inCode.direct.length).toBeGreaterThan(100)
    expect(inCode.direct.filter(key => !known.has(key))).toEqual([])
  })

  it('is there for every problem that code can find', () => {
    expect(codesInCode.length).toBeGreaterThan(100)
    expect(codesInCode.filter(code => !codes.has(code) && !isFileName(code))).toEqual([])
  })

  it('is put together only as this file knows', () => {
    expect(unique(inCode.composed.map(withBraces)).filter(pattern => !composed.includes(pattern))).toEqual([])
    expect(unique(composedCodesInCode.map(withBraces)).filter(code => !composedCodes.includes(code))).toEqual(
      []
    )
  })
})

describe('every text of ours', () => {
  it('is used somewhere', () => {
    const used = new Set([...inCode.direct, ...codesInCode.map(code => codes.get(code) ?? '')])
    const patterns = [
      ...composed.filter(pattern => !/^(errors:)?\{\}/.test(pattern)),
      ...composedCodes.map(code => `errors:${code}`)
    ]
    const isComposed = (key: string) =>
      patterns.some(pattern => {
        const form = pattern.replaceAll('.', '\\.').replaceAll('{}', '([A-Za-z0-9_-]+)')
        const parts = new RegExp(`^${form}$`).exec(key)?.slice(1)
        return parts?.every(part => /^\d+$/.test(part) || words.has(part)) ?? false
      })
    const asked = [...known].map(key => key.replace(/^easy:(\w+)\./, '$1:'))
    expect(asked.filter(key => !used.has(key) && !isComposed(key))).toEqual([])
  })

  it('in easy words stands for one in standard words', () => {
    const easy = [...known].filter(key => key.startsWith('easy:'))
    expect(easy.length).toBeGreaterThan(10)
    expect(easy.filter(key => !known.has(key.replace(/^easy:(\w+)\./, '$1:')))).toEqual([])
  })
})

function found(pattern: RegExp): string[] {
  return unique(
    sources.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, one, other]) => one ?? other ?? ''))
  )
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}

function withBraces(template: string): string {
  return template.replace(/\$\{[^}]*\}(\)\})?/g, '{}')
}

/** Such as `answers.csv`, which looks like a code. */
function isFileName(code: string): boolean {
  return /\.(css|csv|json|xlsx|ts|html|docx)$/.test(code)
}
