/**
 * Kills processes of a working server at 200 moments, or at so many times 20: `npm run attack:kill`, or
 * `npm run attack:kill -- 1`. Tells of every promise that did not hold, and fails then.
 */
import { randomInt } from 'node:crypto'
import { live } from './life.ts'
import { isKept } from './verdict.ts'

const lives = Number(process.argv[2] ?? 10)
const killsALife = 20
const wavesALife = 5

let thanked = 0
for (let life = 1; life <= lives; life += 1) {
  const { verdict, story } = await live({ seed: randomInt(2 ** 31), kills: killsALife, waves: wavesALife })
  if (!isKept(verdict)) throw new Error(story)
  thanked += verdict.thanked
  process.stdout.write(
    `${life * killsALife} kills: ${thanked} answers thanked for, none lost, none doubled, none that cannot be opened\n`
  )
}
