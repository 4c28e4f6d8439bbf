import type { ClosedQuestion } from '#surveys'

/** Whether everybody who answered is counted once among the options. */
export function hasOneAnswer({ kind }: ClosedQuestion): boolean {
  return kind === 'single' || kind === 'scale' || kind === 'number'
}
