import { believe, believeNaive } from './attacker.ts'
import type { Chance } from './chance.ts'
import { meeting, type Person } from './meeting.ts'

export type Attack = {
  readonly codes: number
  /** A box is ticked or not: two codes. */
  readonly kind?: 'one' | 'box'
  readonly responses: number
  readonly runs: number
  readonly questions: number
  readonly board: 'shipped' | 'naive'
}

/** Shares of all attacked answers. */
export type Outcome = {
  /** Believed with a probability of at least 0.9; and of at least 0.99. */
  readonly sure: number
  readonly certain: number
  /** The likeliest code was the right one. */
  readonly right: number
  /** Questionnaires in which at least one answer was believed with 0.9; and how many answers of one were, on average. */
  readonly questionnaires: number
  readonly ofOne: number
}

/** Attacks one person a run: who comes at a random place in a meeting of random others. */
export function attackLive(attack: Attack, chance: Chance): Outcome {
  const { codes, kind = 'one', responses, runs, questions, board } = attack
  let [sure, certain, right, questionnaires] = [0, 0, 0, 0]
  for (let run = 0; run < runs; run += 1) {
    const people = Array.from({ length: responses }, () => draw(questions, codes, chance))
    const target = people[Math.floor(responses * chance())]
    if (target === undefined) throw new RangeError('nobody to attack')
    const beliefs =
      board === 'naive'
        ? believeNaive(target, people, codes)
        : believe(target, meeting(people, { codes, kind }, chance), { codes, kind })
    let ofThis = 0
    beliefs.forEach((belief, question) => {
      const most = Math.max(...belief)
      if (most >= 0.9) ofThis += 1
      if (most >= 0.99) certain += 1
      if (belief.indexOf(most) === target.answers[question]) right += 1
    })
    sure += ofThis
    if (ofThis > 0) questionnaires += 1
  }
  const answers = runs * questions
  return {
    sure: sure / answers,
    certain: certain / answers,
    right: right / answers,
    questionnaires: questionnaires / runs,
    ofOne: sure / runs
  }
}

/** Answers lean: the first codes are chosen more often, more or less so from question to question. */
function draw(questions: number, codes: number, chance: Chance): Person {
  const answers = Uint8Array.from({ length: questions }, (_, question) => {
    const lean = 1 + (question % 3) / 2
    return Math.floor(codes * chance() ** lean)
  })
  const half = () => BigInt(Math.floor(2 ** 32 * chance()))
  return { key: (half() << 32n) | half(), answers }
}
