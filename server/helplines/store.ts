import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { helplines } from '../database/schema.ts'
import type { Helpline } from './helpline.ts'

const columns = {
  country: helplines.country,
  name: helplines.name,
  number: helplines.number,
  website: helplines.website,
  hours: helplines.hours,
  languages: helplines.languages,
  cost: helplines.cost,
  source: helplines.source,
  verifiedOn: helplines.verifiedOn,
  verifiedBy: helplines.verifiedBy
}

/** What names a helpline. */
export type HelplineName = Pick<Helpline, 'country' | 'name'>

/** All helplines, verified or not, by country and name. */
export async function listHelplines(db: Db): Promise<Helpline[]> {
  return db.select(columns).from(helplines).orderBy(asc(helplines.country), asc(helplines.name))
}

/** One helpline, kept from being changed by others until the transaction ends. */
export async function lockHelpline(tx: Db, name: HelplineName): Promise<Helpline | undefined> {
  const [found] = await tx.select(columns).from(helplines).where(isNamed(name)).for('update')
  return found
}

/** Keeps a helpline, new or instead of the one of the same name. */
export async function keepHelpline(tx: Db, helpline: Helpline): Promise<void> {
  await tx
    .insert(helplines)
    .values(helpline)
    .onConflictDoUpdate({ target: [helplines.country, helplines.name], set: helpline })
}

export async function deleteHelpline(tx: Db, name: HelplineName): Promise<void> {
  await tx.delete(helplines).where(isNamed(name))
}

function isNamed({ country, name }: HelplineName) {
  return and(eq(helplines.country, country), eq(helplines.name, name))
}
