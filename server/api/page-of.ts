import type { FastifyReply } from 'fastify'

/** Which part of a list is asked for. */
export type Part = { readonly limit: number; readonly offset: number }

/**
 * A part of a list, with how long the whole is; where the parts beside it stand is told by `Link` headers (RFC 8288).
 *
 * @param path of the list, without a query
 */
export function pageOf<T>(
  reply: FastifyReply,
  path: string,
  all: readonly T[],
  { limit, offset }: Part
): { readonly items: readonly T[]; readonly total: number } & Part {
  const links: string[] = []
  const link = (rel: string, from: number) =>
    links.push(`<${path}?limit=${limit}&offset=${from}>; rel="${rel}"`)
  if (offset > 0) link('prev', Math.max(0, offset - limit))
  if (offset + limit < all.length) link('next', offset + limit)
  if (links.length > 0) reply.header('link', links.join(', '))
  return { items: all.slice(offset, offset + limit), total: all.length, limit, offset }
}
