import type { Finding } from '#analytics'
import type { Trouble } from '../zip/unpack.ts'

/** What can be wrong with files, beside what can be wrong with a release. */
export type FileRule =
  | Trouble
  | 'empty'
  | 'noRelease'
  | 'noSums'
  | 'sumsUnreadable'
  | 'sumDiffers'
  | 'fileMissing'
  | 'fileUnlisted'
  | 'notUtf8'
  | 'csvMissing'
  | 'csvUnreadable'
  | 'listDiffers'
  | 'remade'
  | 'otherHash'

/** Like a finding about a release, with rules about files as well. */
export type FileFinding = Omit<Finding, 'rule'> & { readonly rule: Finding['rule'] | FileRule }

export function wrongFile(rule: FileRule, at: string, params: Finding['params'] = {}): FileFinding {
  return { weight: 'wrong', rule, at, params }
}

export function noteFile(rule: FileRule, at: string, params: Finding['params'] = {}): FileFinding {
  return { weight: 'note', rule, at, params }
}
