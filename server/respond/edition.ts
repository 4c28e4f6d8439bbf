import type { FastifyRequest } from 'fastify'
import { ageBands, editionFor, type Edition } from '#surveys'

/** Easy words for whoever came with an age that reads them, as the form or the address says; else standard ones. */
export function editionOf({ url, body }: Pick<FastifyRequest, 'url' | 'body'>): Edition {
  const said = body instanceof URLSearchParams ? [body.get('band')] : ofConsultation(url)
  return said.some(readsEasyWords) ? 'easy' : 'standard'
}

/** What an address names below a consultation: a band, a page, an edition. */
function ofConsultation(url: string): string[] {
  const [, , first, ...below] = (url.split('?')[0] ?? '').split('/')
  return first === 'results' ? [] : below
}

function readsEasyWords(said: string | null): boolean {
  return (
    said === 'easy' || said === 'under' || ageBands.some(band => band === said && editionFor(band) === 'easy')
  )
}
