import { formatNumber, formatPercent, translator, type Language } from '#locales'
import { alwaysWaiting } from '../disclosure/schedule.ts'
import type { LiveRelease } from './release.ts'

/** How live results were made, with the values that were used: read from the release, not from the programme. */
export function liveMethodOf(release: LiveRelease, language: Language): string[] {
  const { policy, rule, responses } = release
  const t = translator(language)
  const number = (value: number) => formatNumber(value, language)
  return [
    t('results:method.respondents', { number: number(responses) }),
    t('results:method.noise', { largest: number(policy.noise.D), variance: number(policy.noise.V) }),
    t('openData:live.steps', { step: number(rule.step), highest: formatPercent(100 - rule.step, language) }),
    t('openData:live.words', { number: number(policy.percentFrom), least: number(policy.countFrom) }),
    t('openData:live.hidden', { number: number(policy.countFrom) }),
    t('openData:live.renewal', { number: number(rule.renewal) }),
    t('openData:live.schedule', { number: number(alwaysWaiting) }),
    t('results:method.releases', { number: number(policy.releaseStep) })
  ]
}
