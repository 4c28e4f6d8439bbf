/**
 * Attacks live results as somebody who knows everything but one person's answers and the secret of the noise:
 * `npm run attack:live`, or `npm run attack:live -- 20` for so many runs of each meeting. Fails where more than one answer
 * in a hundred is believed with nine in ten, of fewer than four codes two.
 */
import { seededChance } from '../../../server/secretariat/seeded-chance.ts'
import { attackLive } from './attack.ts'

const runs = Number(process.argv[2] ?? 400)
const percent = (share: number): string => `${(100 * share).toFixed(2)} %`.padStart(9)
/** Two codes, and boxes, have fewer ways to be wrong: there the bar is two in a hundred. */
const meetings = [
  { codes: 2, kind: 'box', most: 0.02 },
  { codes: 2, kind: 'one', most: 0.02 },
  { codes: 3, kind: 'one', most: 0.02 },
  ...[4, 5, 6, 7, 8, 9].map(codes => ({ codes, kind: 'one', most: 0.01 }) as const)
] as const
let isOver = false
process.stdout.write(
  'codes      N  sure >= 0.9  >= 0.99    right  a questionnaire of 40: any   sure answers\n'
)
for (const responses of [100, 300, 1000]) {
  for (const { codes, kind, most } of meetings) {
    const found = attackLive(
      { codes, kind, responses, runs, questions: 40, board: 'shipped' },
      seededChance(codes * 10_000 + responses)
    )
    isOver ||= found.sure > most
    process.stdout.write(
      `${kind === 'box' ? 'box' : `${codes}  `}${String(responses).padStart(8)}    ${percent(found.sure)}${percent(found.certain)}${percent(found.right)}` +
        `${percent(found.questionnaires).padStart(28)}${found.ofOne.toFixed(2).padStart(15)}\n`
    )
  }
}
const naive = attackLive({ codes: 9, responses: 300, runs, questions: 40, board: 'naive' }, seededChance(1))
process.stdout.write(`without noise, at every answer from the tenth: ${percent(naive.certain)} certain\n`)
if (isOver || naive.certain < 1) throw new Error('live results tell more than was promised')
