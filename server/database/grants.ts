import type { Role } from './roles.ts'
import type * as schema from './schema.ts'

type Rights = Readonly<Partial<Record<Role, string>>>

/**
 * What each role may do with each table, as PostgreSQL writes it. A table that is added to the schema does not compile
 * until somebody has decided here; what is not named may be done by the owner only.
 *
 * - A right on columns alone also keeps system columns out of sight: `xmin` tells what was written together.
 * - Whoever shares a row until the end of a transaction needs the right to update some column of it. `id` and
 *   `consultation_id` are named for that; triggers keep them as they are.
 */
export const tableGrants: Readonly<Record<keyof typeof schema, Rights>> = {
  meetings: {
    admission: 'SELECT',
    pourer: 'SELECT',
    reader: 'SELECT',
    secretariat: 'SELECT, INSERT, UPDATE'
  },
  consultations: {
    admission: 'SELECT, UPDATE (id)',
    pourer: 'SELECT, UPDATE (admits, emptied)',
    reader: 'SELECT',
    secretariat:
      'SELECT, INSERT, UPDATE (draft, meeting_id, series, time_zone, opens_on, closes_on, languages, breakdowns, ages_from, access, live, aim, assurances, policy, target, key_fingerprint, admits, paused)'
  },
  comparabilities: { reader: 'SELECT', secretariat: 'SELECT, INSERT' },
  versions: { admission: 'SELECT', pourer: 'SELECT', reader: 'SELECT', secretariat: 'SELECT, INSERT' },
  lifecycleEvents: { admission: 'SELECT', pourer: 'SELECT', reader: 'SELECT', secretariat: 'SELECT, INSERT' },
  helplines: { admission: 'SELECT', secretariat: 'SELECT, INSERT, UPDATE, DELETE' },

  // Only the pourer sees answers; who takes them in may not even look at them sealed.
  responses: { pourer: 'SELECT, INSERT, UPDATE (answers), DELETE' },
  remarks: { pourer: 'SELECT, INSERT, DELETE' },
  waiting: { admission: 'INSERT', pourer: 'SELECT, INSERT, DELETE' },
  concerns: {
    pourer: 'SELECT (consultation_id), INSERT, DELETE',
    secretariat: 'SELECT (consultation_id, sealed), DELETE'
  },
  waitingKeys: {
    admission: 'SELECT, UPDATE (id)',
    pourer: 'SELECT, INSERT, UPDATE (open), DELETE',
    secretariat: 'SELECT, INSERT'
  },
  answerFiles: { pourer: 'SELECT, INSERT' },

  // Who came in: hashes that are compared, never listed with when they were written.
  pendingMarks: {
    admission: 'SELECT (consultation_id, mark), INSERT',
    pourer: 'SELECT, DELETE'
  },
  spentMarks: { admission: 'SELECT (consultation_id, mark)', pourer: 'SELECT, INSERT' },
  resendsEven: { admission: 'SELECT (hash), INSERT', pourer: 'TRUNCATE' },
  resendsOdd: { admission: 'SELECT (hash), INSERT', pourer: 'TRUNCATE' },
  resendTurn: { admission: 'SELECT, UPDATE (only)', pourer: 'SELECT, UPDATE' },
  cards: {
    admission: 'SELECT (consultation_id, hash, void, redeemed_for), UPDATE (redeemed_for)',
    pourer: 'SELECT (consultation_id, batch_id, void, redeemed_for)',
    secretariat: 'SELECT (consultation_id, hash, batch_id, void), INSERT, UPDATE (void)'
  },
  roomEntries: {
    admission: 'SELECT (consultation_id, redeemed_for), INSERT',
    pourer: 'SELECT (consultation_id)'
  },

  tokenKeys: { admission: 'SELECT', pourer: 'SELECT', reader: 'SELECT', secretariat: 'SELECT, INSERT' },
  cardBatches: { pourer: 'SELECT', secretariat: 'SELECT, INSERT, UPDATE, DELETE' },
  rooms: {
    admission: 'SELECT, UPDATE (consultation_id)',
    pourer: 'SELECT',
    secretariat: 'SELECT, INSERT, UPDATE (quota, screen)'
  },

  releases: { pourer: 'SELECT, INSERT', reader: 'SELECT', secretariat: 'SELECT' },
  releasePopulations: { pourer: 'SELECT, INSERT' },
  livePours: { pourer: 'SELECT, INSERT' },
  auditLog: { pourer: 'INSERT', secretariat: 'SELECT, INSERT' }
}

/** What is no table: the numbers of the audit log, and the questions that are answered in whole tens only. */
export const otherGrants: readonly { readonly on: string; readonly to: Role; readonly right: string }[] = [
  { on: 'SEQUENCE public.audit_log_id_seq', to: 'pourer', right: 'USAGE' },
  { on: 'SEQUENCE public.audit_log_id_seq', to: 'secretariat', right: 'USAGE' },
  { on: 'FUNCTION public.sent_in_tens(uuid)', to: 'secretariat', right: 'EXECUTE' },
  { on: 'FUNCTION public.redeemed_in_tens(uuid, uuid)', to: 'secretariat', right: 'EXECUTE' }
]
