import { archiving } from './archiving.ts'
import type { Check, Finding, Patient } from './check.ts'
import { connectionLogging } from './connection-logging.ts'
import { coreDumps } from './core-dumps.ts'
import { durability } from './durability.ts'
import { extensions } from './extensions.ts'
import { keyFiles } from './key-files.ts'
import { keyFolder } from './key-folder.ts'
import { promises } from './promises.ts'
import { retention } from './retention.ts'
import { roleRights } from './role-rights.ts'
import { schemaShape } from './schema-shape.ts'
import { statementLogging } from './statement-logging.ts'
import { statistics } from './statistics.ts'
import { swap } from './swap.ts'
import { timestamps } from './timestamps.ts'
import { waitingKeyFiles } from './waiting-key-files.ts'
import { whoElse } from './who-else.ts'

export type { Check, Finding, Patient } from './check.ts'

/** Everything that is looked at, in the order in which it is told. */
export const checks: readonly Check[] = [
  schemaShape,
  promises,
  roleRights,
  whoElse,
  keyFolder,
  keyFiles,
  waitingKeyFiles,
  swap,
  coreDumps,
  statementLogging,
  connectionLogging,
  timestamps,
  statistics,
  extensions,
  archiving,
  durability,
  retention
]

export type Diagnosis = Finding & { readonly check: string }

/** Looks at everything, one after another. */
export async function examine(patient: Patient): Promise<Diagnosis[]> {
  const found: Diagnosis[] = []
  for (const { name, look } of checks)
    for (const finding of await look(patient)) found.push({ check: name, ...finding })
  return found
}
