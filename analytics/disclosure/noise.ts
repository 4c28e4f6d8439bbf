import { noiseAt, perturbationTable, type Prf } from './perturbation.ts'
import type { Policy } from './policy.ts'

/**
 * True counts made noisy. Each draw is keyed by the group as it stands, by the sum of its record keys: one more
 * member redraws everything said about the group, and the same group has the same noise wherever it is shown.
 */
export type Noise = {
  size(group: bigint, count: number): number
  /** Keyed by who answered, not by the question: questions that the same people answered tell the same base. */
  base(group: bigint, answered: bigint, count: number): number
  option(group: bigint, question: string, code: string, count: number): number
  /** @param place the question, or for "not shown" the condition that several questions share */
  state(group: bigint, place: string, state: string, count: number): number
  written(group: bigint, question: string, count: number): number
}

export function noiseOf({ noise }: Policy, prf: Prf): Noise {
  const table = perturbationTable(noise)
  const noisy = (count: number, ...message: readonly string[]): number =>
    count + noiseAt(table, count, prf(message))
  return {
    size: (group, count) => noisy(count, 'size', hex(group)),
    base: (group, answered, count) => noisy(count, 'base', hex(group), hex(answered)),
    option: (group, question, code, count) => noisy(count, 'option', question, code, hex(group)),
    state: (group, place, state, count) => noisy(count, 'state', place, state, hex(group)),
    written: (group, question, count) => noisy(count, 'written', question, hex(group))
  }
}

function hex(key: bigint): string {
  return key.toString(16).padStart(16, '0')
}
