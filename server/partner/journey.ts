import { isLanguage, type Language } from '#locales'
import type { Renderer } from '#views'
import type { Directory } from '../consultations/directory.ts'
import type { Db } from '../database/client.ts'
import { refused } from '../errors.ts'

/** What the pages of partners and of rooms work with. */
export type JourneyOptions = {
  readonly db: Db
  readonly renderer: Renderer
  readonly directory: Directory
  readonly pepper: Buffer
  readonly clock: () => Date
}

export type Params = { Params: { language: string } }

/** @throws Refused for a language that we do not speak */
export function languageIn({ language }: Params['Params']): Language {
  if (!isLanguage(language)) throw refused.notFound()
  return language
}
