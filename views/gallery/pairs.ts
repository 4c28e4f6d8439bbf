/** What stands upon what, and the contrast it must have. */
export type Pair = {
  readonly mark: string
  readonly ground: string
  /** The least contrast. @see contrastOf */
  readonly least: number
}

/** What words stand upon. */
export const grounds = ['paper', 'ground', 'voice-ground', 'alarm-ground'] as const

/** Colours of running text: a bar of this project, which is level AAA of WCAG 2.2 (1.4.6). */
const body = { marks: ['ink', 'soft'], least: 7 }
/** Colours of links, buttons and messages: level AA (1.4.3). */
const text = { marks: ['voice', 'alarm'], least: 4.5 }
/** Borders by which one knows a control, and lines and bars that say something (1.4.11). */
const shape = { marks: ['line'], least: 3 }

/** Every pair that our style sheets can make. */
export const pairs: readonly Pair[] = [
  ...[body, text, shape].flatMap(({ marks, least }) =>
    marks.flatMap(mark => grounds.map(ground => ({ mark, ground, least })))
  ),
  { mark: 'on-voice', ground: 'voice', least: text.least }
]

/** Lines between what stands apart anyway, and the halo around the focus, which a line in `ink` marks already. */
export const decorations: readonly string[] = ['hair', 'halo']
