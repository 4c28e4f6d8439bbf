import type { ReportInput } from '#analytics'
import type { PaintedChart, PaintRequest } from '../charts/index.ts'

/** A release as it is stored, and how its document is wanted. */
export type WordOrder = Omit<ReportInput, 'release'> & {
  /** The very bytes of the release; they are opened anew where the document is made, and checked against their hash. */
  readonly body: string
}

/** A release as it is stored, all of which is to go into one file. */
export type PackageOrder = { readonly body: string; readonly hash: string }

/** What the thread is asked for. */
export type Job =
  | ({ readonly kind: 'picture' } & PaintRequest)
  | { readonly kind: 'document'; readonly order: WordOrder }
  | { readonly kind: 'package'; readonly order: PackageOrder }

/** What it made. */
export type Made =
  | { readonly kind: 'picture'; readonly chart: PaintedChart }
  | { readonly kind: 'document' | 'package'; readonly bytes: Uint8Array }

/** What it answers. */
export type Answer =
  | { readonly ok: true; readonly made: Made }
  | { readonly ok: false; readonly code: 'noCanvas' | 'noFont' | 'failed'; readonly error: Error }
