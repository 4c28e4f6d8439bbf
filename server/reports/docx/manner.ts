import {
  AlignmentType,
  BorderStyle,
  type IParagraphStyleOptions,
  type IRunStylePropertiesOptions
} from 'docx'

const frame = { style: BorderStyle.SINGLE, size: 12, space: 5, color: '801650' } as const
const ground = { type: 'clear', color: 'auto', fill: 'FBF1F6' } as const

/** How paragraphs of a style are set. */
export type Manner = {
  /** Id of the style it varies. */
  readonly basedOn?: string
  /** In points. */
  readonly before?: number
  readonly after?: number
  /** How far lines keep from the margins where they begin and end, in twentieths of a point. */
  readonly inset?: { readonly start?: number; readonly end?: number }
  /** How far the lines after the first are set in, likewise. */
  readonly hanging?: number
  readonly centred?: boolean
  /** At the side where a line ends: the right one in English, the left one in Arabic. */
  readonly atEnd?: boolean
  readonly bold?: boolean
  readonly color?: string
  readonly keepNext?: boolean
  /** Of a heading: 0 for the highest. */
  readonly level?: 0 | 1 | 2
  readonly boxed?: boolean
}

export type Style = Omit<IParagraphStyleOptions, 'id' | 'run'> & {
  readonly run: Sizes & Letters
}

/** A style of paragraphs. @param name as Word shows it; lower case where Word knows it by that name */
export function style(name: string, points: number, manner: Manner): Style {
  const { before = 0, after = 0, inset, hanging, centred, atEnd, level, boxed } = manner
  // In a paragraph from right to left, `left` is to Word the side where lines begin, here and in indents.
  const aligned = centred ? AlignmentType.CENTER : atEnd ? AlignmentType.RIGHT : AlignmentType.LEFT
  return {
    name,
    ...(name === 'Normal' ? {} : { basedOn: manner.basedOn ?? 'Normal' }),
    quickFormat: true,
    run: { ...sizes(points), ...letters(manner) },
    paragraph: {
      spacing: { before: before * 20, after: after * 20 },
      alignment: aligned,
      ...(inset === undefined ? {} : { indent: { left: inset.start ?? 0, right: inset.end ?? 0 } }),
      ...(hanging === undefined ? {} : { indent: { left: hanging, hanging } }),
      ...(manner.keepNext || level !== undefined ? { keepNext: true, keepLines: true } : {}),
      ...(level === undefined ? {} : { outlineLevel: level }),
      ...(boxed ? { border: { top: frame, bottom: frame, left: frame, right: frame }, shading: ground } : {})
    }
  }
}

type Letters = Pick<IRunStylePropertiesOptions, 'bold' | 'color'>

function letters({ bold, color }: Manner): Letters {
  return { ...(bold ? { bold } : {}), ...(color === undefined ? {} : { color }) }
}

/** In half points. */
export type Sizes = { readonly size: number; readonly sizeComplexScript: number }

/** Arabic letters are smaller than Latin ones of the same size. */
export function sizes(points: number): Sizes {
  return { size: points * 2, sizeComplexScript: Math.round(points * 2 * 1.08) }
}
