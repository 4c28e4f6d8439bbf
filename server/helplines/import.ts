import { sql } from 'drizzle-orm'
import { isDeepStrictEqual } from 'node:util'
import type { Parsed } from '#surveys'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import type { Db } from '../database/client.ts'
import { helplines } from '../database/schema.ts'
import { standingOf, todayAt } from './current.ts'
import { readHelplinesFile } from './file.ts'
import type { Helpline } from './helpline.ts'
import { renewed } from './renewed.ts'
import { keepHelpline, listHelplines } from './store.ts'

/** What became of a file of helplines. */
export type HelplinesTakenIn = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Those whose verification went because the file changed them. */
  readonly noLongerVerified: readonly Helpline[]
  /** How many of the file are not shown now. */
  readonly notShown: number
}

/** Takes in a file of helplines: all of its lines, or none where one is wrong. What it leaves out stays. */
export async function importHelplines(
  db: Db,
  bytes: Uint8Array,
  actor: Actor
): Promise<Parsed<HelplinesTakenIn>> {
  const today = todayAt(actor.now)
  const file = await readHelplinesFile(bytes, today)
  if (!file.ok) return file
  return db.transaction(async tx => {
    // Two files at once: the second sees all of the first.
    await tx.execute(sql`lock table ${helplines} in share row exclusive mode`)
    const stored = await listHelplines(tx)
    const changes = file.value.map(brought => changeOf(stored, brought))
    for (const change of changes) await keep(tx, change, actor)
    const made = (kind: Change['kind']) => changes.filter(change => change.kind === kind).length
    return {
      ok: true,
      value: {
        added: made('added'),
        changed: made('changed'),
        unchanged: made('unchanged'),
        noLongerVerified: changes
          .filter(({ before, after }) => (before?.verifiedOn ?? null) !== null && after.verifiedOn === null)
          .map(({ after }) => after),
        notShown: changes.filter(({ after }) => standingOf(after, today).kind !== 'shown').length
      }
    }
  })
}

type Change = {
  readonly kind: 'added' | 'changed' | 'unchanged'
  readonly before: Helpline | undefined
  readonly after: Helpline
}

function changeOf(stored: readonly Helpline[], brought: Helpline): Change {
  const before = stored.find(({ country, name }) => country === brought.country && name === brought.name)
  if (before === undefined) return { kind: 'added', before, after: brought }
  const after = renewed(before, brought)
  return { kind: isDeepStrictEqual(before, after) ? 'unchanged' : 'changed', before, after }
}

async function keep(tx: Db, { kind, before, after }: Change, { by, now }: Actor): Promise<void> {
  if (kind === 'unchanged') return
  await keepHelpline(tx, after)
  await note(tx, { by, at: now, did: `${kind} helpline`, detail: { before: before ?? null, after } })
}
