import type { Helpline } from '../../server/helplines/helpline.ts'

/** A made-up helpline; its number is one of those that Ofcom keeps for films. */
export function helpline(changed: Partial<Helpline> = {}): Helpline {
  return {
    country: 'GB',
    name: 'Example Line',
    number: '01632 960001',
    website: 'https://line.example',
    hours: 'always',
    languages: ['en'],
    cost: 'free',
    source: 'https://line.example/about',
    verifiedOn: '2026-03-01',
    verifiedBy: 'Somebody Careful',
    ...changed
  }
}

export const columns = 'country,name,number,website,hours,languages,cost,source,verified_on,verified_by'

/** Lines of a CSV, the names of its columns first. */
export function csv(...lines: readonly string[]): string {
  return [columns, ...lines, ''].join('\n')
}
