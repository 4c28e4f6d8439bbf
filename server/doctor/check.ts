import type pg from 'pg'
import type { Config } from '../config.ts'

/**
 * How one thing stands. A problem breaks a promise; a warning weakens one, or is a matter for whoever runs the machine;
 * unknowable is what no program can see from here.
 */
export type Finding = {
  readonly state: 'ok' | 'warning' | 'problem' | 'unknowable'
  /** One sentence about what was found. */
  readonly says: string
  /** What to do about it: a sentence, or the very statement. */
  readonly remedy?: string
}

/** What is looked at. */
export type Patient = {
  readonly config: Config
  /** The owner's connections: only the owner sees the rights of all. */
  readonly pool: pg.Pool
  /** Why all parts work as the owner; undefined where each has its own role. */
  readonly shared: string | undefined
  readonly now: Date
}

/** One thing that is looked at. It changes nothing. */
export type Check = {
  readonly name: string
  look(patient: Patient): Promise<readonly Finding[]>
}

export const ok = (says: string): Finding => ({ state: 'ok', says })
export const warning = (says: string, remedy: string): Finding => ({ state: 'warning', says, remedy })
export const problem = (says: string, remedy: string): Finding => ({ state: 'problem', says, remedy })
export const unknowable = (says: string, remedy?: string): Finding =>
  remedy === undefined ? { state: 'unknowable', says } : { state: 'unknowable', says, remedy }
