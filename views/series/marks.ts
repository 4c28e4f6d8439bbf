import { marks, type Printed } from '#analytics'
import { translator, type Language } from '#locales'

type Legend = readonly { readonly mark: string; readonly meaning: string }[]

/** Marks that only comparisons over time have, in the order in which they are explained. */
const overTime = ['b', 'z'] as const

/** A mark of a comparison over time: `b` a break, `z` not asked. */
export function markOverTime(mark: (typeof overTime)[number], language: Language): Printed {
  return { text: '', mark: `[${mark}]`, meaning: translator(language)(`series:mark.${mark}`) }
}

/** The marks that the tables of a release have, with what they mean. */
export function ownMarks(language: Language): Legend {
  const t = translator(language)
  return marks.map(mark => ({ mark: `[${mark}]`, meaning: t(`results:legend.${mark}`) }))
}

/** These, and the marks of a comparison over time. */
export function marksOverTime(language: Language): Legend {
  const t = translator(language)
  return [
    ...ownMarks(language),
    ...overTime.map(mark => ({ mark: `[${mark}]`, meaning: t(`series:legend.${mark}`) }))
  ]
}
