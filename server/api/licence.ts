import { translator } from '#locales'

/** Under which figures may be used; SPDX identifier. */
export const licence = { name: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' } as const

const t = translator('en')

/** What everybody has to know who uses a figure. */
export const limits: readonly string[] = [t('results:limits'), t('results:noise')]
