import {
  formatDate,
  formatList,
  formatNumber,
  formatPercent,
  isolated,
  translator,
  type Language
} from '#locales'
import type { Policy } from './disclosure/policy.ts'
import { entryTerms } from './entry.ts'
import { isLive, type AnyRelease } from './live/release.ts'
import { splitName } from './question-words.ts'
import { closedQuestionsOf, figureNumberOf } from './release-parts.ts'
import type { Release } from './release.ts'
import { weightingOf } from './weighting/weighting.ts'

/** How the numbers were made, with the values that were used: read from the release, not from the programme. */
export function methodOf(release: Release, language: Language): string[] {
  const { policy } = release
  const t = translator(language)
  const number = (value: number) => formatNumber(value, language)
  return [
    t(
      weightingOf(release).outcome === 'weighted'
        ? 'composition:weighted.method'
        : 'results:method.respondents',
      {
        number: number(release.responses)
      }
    ),
    ...(release.entry === undefined || release.entry.access === 'open'
      ? []
      : [t(`results:method.${release.entry.access}`)]),
    t('results:method.noise', { largest: number(policy.noise.D), variance: number(policy.noise.V) }),
    t('results:method.threshold', { number: number(policy.countFrom) }),
    t('results:method.base', { hidden: number(policy.percentFrom), flagged: number(policy.plainFrom) }),
    t('results:method.topCoding', { shares: topCodingOf(policy, language) }),
    t('results:method.groups', { from: number(policy.difference.from), to: number(policy.difference.to) }),
    ...leftOutOf(release, language),
    t('results:method.country', { number: number(policy.countryFrom) }),
    t('results:method.releases', { number: number(policy.releaseStep) }),
    t('results:method.rounding')
  ]
}

/** Which release this is and how it can be told from any other. @param hash SHA-256 of its canonical bytes, hexadecimal */
export function identityOf(
  release: AnyRelease,
  hash: string,
  language: Language
): readonly { readonly term: string; readonly value: string; readonly code: boolean }[] {
  const t = translator(language)
  return [
    {
      term: t('results:identity.release'),
      value: t('results:identity.releaseValue', {
        number: release.number,
        date: isolated(formatDate(release.releasedOn, language))
      }),
      code: false
    },
    { term: t('results:identity.hash'), value: hash, code: true },
    ...(release.previous === null
      ? []
      : [{ term: t('results:identity.previous'), value: release.previous, code: true }]),
    {
      term: t('results:identity.version'),
      value: t('results:identity.versionValue', { number: release.version.number }),
      code: false
    },
    { term: t('results:identity.versionHash'), value: release.version.hash, code: true },
    ...(isLive(release) ? [] : entryTerms(release, language))
  ]
}

/** The tables that the audit left out; a question of which nothing is there is named once. */
function leftOutOf(release: Release, language: Language): string[] {
  const { leftOut = [] } = release
  if (leftOut.length === 0) return []
  const t = translator(language)
  const questions = closedQuestionsOf(release)
  const whole = new Set(leftOut.filter(({ by }) => by.length === 0).map(({ question }) => question))
  const tables = leftOut
    .filter(({ question, by }) => by.length === 0 || !whole.has(question))
    .map(({ question, by }) => {
      const number = formatNumber(figureNumberOf(release, question), language)
      const splits = by.flatMap(id => questions.get(id) ?? []).map(split => splitName(split, language))
      return by.length === 0
        ? t('results:method.leftOutAll', { number })
        : t('results:method.leftOutBy', { number, names: formatList(splits, language) })
    })
  return [t('results:method.leftOut', { tables: tables.join(t('results:method.topJoin')) })]
}

function topCodingOf(policy: Policy, language: Language): string {
  const t = translator(language)
  return policy.topCoding
    .map(({ below, percent }) => {
      const share = formatPercent(percent, language)
      return below === null
        ? t('results:method.topAbove', { share })
        : t('results:method.topBelow', { share, number: formatNumber(below, language) })
    })
    .join(t('results:method.topJoin'))
}
