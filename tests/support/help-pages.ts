import { expect } from 'vitest'
import { helplines } from '../../server/database/schema.ts'
import type { Helpline } from '../../server/helplines/helpline.ts'
import { unescaped } from './document-tables.ts'
import { midway, openHouse, type House } from './house.ts'

/** A house whose pages of help are read, and the helplines it keeps. */
export type Help = {
  readonly house: House
  keep(...all: readonly Helpline[]): Promise<unknown>
  page(path: string): Promise<string>
  /** Another minute: what was read a moment ago is good for a second. */
  later(): void
  /** A minute later, without any helpline. */
  afresh(): Promise<void>
}

export async function openHelp(): Promise<Help> {
  const house = await openHouse()
  let minutes = 0
  const later = (): void => {
    minutes += 1
    house.setClock(new Date(new Date(midway).getTime() + minutes * 60_000).toISOString())
  }
  return {
    house,
    keep: (...all) => house.database.db.insert(helplines).values([...all]),
    page: async path => {
      const reply = await house.app.inject(path)
      expect(reply.statusCode).toBe(200)
      return reply.body
    },
    later,
    afresh: async () => {
      await house.database.db.delete(helplines)
      later()
    }
  }
}

/** What is to be read in a document. */
export const textOf = (html: string): string =>
  unescaped(
    html
      .replaceAll('&#x3D;', '=')
      .replace(/<style>.*?<\/style>/s, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/[\u2066-\u2069]/g, '')
      .replace(/\s+/g, ' ')
  )
