import type { Check } from './check.ts'
import { isOn, settingsFindings, type Rule } from './settings.ts'

const lost = 'can lose answers that were acknowledged'

const rules: readonly Rule[] = [
  { name: 'fsync', isFine: isOn, harm: lost, wanted: 'on', state: 'problem' },
  { name: 'full_page_writes', isFine: isOn, harm: lost, wanted: 'on', state: 'problem' },
  {
    name: 'synchronous_commit',
    isFine: value => value !== 'off',
    harm: lost,
    wanted: 'on',
    state: 'problem'
  },
  {
    name: 'zero_damaged_pages',
    isFine: value => value === 'off',
    harm: 'throws damaged answers away without a word',
    wanted: 'off',
    state: 'problem'
  }
]

/** What has been acknowledged outlives a power cut. */
export const durability: Check = {
  name: 'durability',
  look: ({ pool }) => settingsFindings(pool, rules, 'What is acknowledged is on the disk.')
}
