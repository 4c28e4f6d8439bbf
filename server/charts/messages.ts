import type { Figure } from '#analytics'
import type { Language } from '#locales'
import type { PaintedChart } from './painter.ts'

/** What the drawing thread is asked for. */
export type PaintRequest = {
  readonly id: number
  readonly figure: Figure
  readonly language: Language
  /** BCP 47 */
  readonly tag: string
  readonly rtl: boolean
}

/** What it answers. */
export type Painted =
  | { readonly id: number; readonly ok: true; readonly chart: PaintedChart }
  | { readonly id: number; readonly ok: false; readonly why: string }
