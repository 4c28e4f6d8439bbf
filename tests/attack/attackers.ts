import { carry } from './carry.ts'
import type { Child, Evidence, Guesses } from './evidence.ts'
import { guessByOrder } from './guess.ts'
import { tracesIn, type Traces } from './traces.ts'

type Idea = (evidence: Evidence, traces: (child: Child) => Traces) => Guesses

/** By what somebody who holds everything could tell which response is whose: an idea each. */
const ideas: Readonly<Record<string, Idea>> = {
  'order of arrival': all =>
    guessByOrder(
      all,
      ({ second }) => second,
      ({ place }) => place
    ),
  'xmin and cmin': (all, traces) =>
    guessByOrder(
      all,
      child => traces(child).ticket?.xmin,
      ({ xmin, cmin }) => xmin * 1_000_000 + cmin
    ),
  ctid: (all, traces) =>
    guessByOrder(
      all,
      child => traces(child).ticket?.place,
      ({ place }) => place
    ),
  'ctid of the card': (all, traces) =>
    guessByOrder(
      all,
      child => traces(child).card?.place,
      ({ place }) => place
    ),
  'ctid of the spent mark': (all, traces) =>
    guessByOrder(
      all,
      child => traces(child).spent?.place,
      ({ place }) => place
    ),
  'bytes of the write-ahead log': (all, traces) =>
    guessByOrder(
      all,
      child => all.wal.get(traces(child).ticket?.name ?? ''),
      ({ name }) => all.wal.get(name)
    ),
  'records of pg_waldump': (all, traces) =>
    guessByOrder(
      all,
      child => all.dump.get(traces(child).ticket?.name ?? ''),
      ({ name }) => all.dump.get(name)
    ),
  'dead rows in files': (all, traces) =>
    guessByOrder(
      all,
      child => all.files.get(traces(child).ticket?.name ?? ''),
      ({ name }) => all.files.get(name)
    ),
  'dead rows in a backup': (all, traces) =>
    guessByOrder(
      all,
      child => all.backup.get(traces(child).sealed?.name ?? traces(child).ticket?.name ?? ''),
      ({ name }) => all.files.get(name)
    ),
  'snapshots, carried by ctid': (all, traces) =>
    carry(
      all,
      traces,
      ({ place }) => place,
      ({ place }) => place
    ),
  'snapshots, carried by uuid': (all, traces) =>
    carry(
      all,
      traces,
      ({ name }) => name,
      ({ place }) => place
    ),
  'length of the row': (all, traces) =>
    guessByOrder(
      all,
      child => traces(child).sealed?.length,
      ({ length }) => length
    ),
  uuid: (all, traces) =>
    guessByOrder(
      all,
      child => traces(child).sealed?.name ?? traces(child).ticket?.name,
      ({ name }) => name
    ),
  record_key: all =>
    guessByOrder(
      all,
      ({ second }) => second,
      ({ recordKey }) => recordKey
    )
}

/** What each idea guesses of each child, and what most of them say together. */
export function guessesFrom(evidence: Evidence): ReadonlyMap<string, Guesses> {
  const traces = tracesIn(evidence)
  const guesses = new Map(Object.entries(ideas).map(([name, idea]) => [name, idea(evidence, traces)]))
  return guesses.set('all of them, by vote', vote([...guesses.values()], evidence.children.length))
}

function vote(all: readonly Guesses[], children: number): Guesses {
  return Array.from({ length: children }, (_, child) => {
    const votes = new Map<string, number>()
    for (const guesses of all) {
      const guess = guesses[child]
      if (guess !== undefined) votes.set(guess, (votes.get(guess) ?? 0) + 1)
    }
    return [...votes].toSorted(([, a], [, b]) => b - a)[0]?.[0]
  })
}

/** Right guesses of each idea. @param truth the response that is each child's; undefined where it was destroyed */
export function linkedBy(
  evidence: Evidence,
  truth: readonly (string | undefined)[]
): ReadonlyMap<string, number> {
  return new Map(
    [...guessesFrom(evidence)].map(([name, guesses]) => [
      name,
      guesses.filter((guess, child) => guess !== undefined && guess === truth[child]).length
    ])
  )
}
