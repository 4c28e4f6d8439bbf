import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** A document made and compressed once, to be served from memory with a strong ETag. */
export type Document = {
  readonly hash: string
  readonly forms: Readonly<Record<Encoding, Form>>
}
/** The document in one encoding, with the headers that belong to it. */
type Form = {
  readonly body: Buffer
  readonly etag: string
  readonly headers: Readonly<Record<string, string>>
}
type Encoding = 'br' | 'gzip' | 'identity'

/** From here on the tightest compression takes seconds, for a few per cent. */
const large = 300_000

/**
 * Compresses a text as tightly as it goes, which takes a while: whoever calls it keeps the document for everyone.
 * Bytes, such as those of a picture, are compressed in themselves and stay as they are.
 */
export async function documentOf(
  content: string | Uint8Array,
  type = 'text/html; charset=utf-8'
): Promise<Document> {
  if (typeof content !== 'string') return bytesOf(Buffer.from(content), type)
  const identity = Buffer.from(content)
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(identity, {
      params: {
        [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
        [constants.BROTLI_PARAM_QUALITY]: identity.length > large ? 5 : constants.BROTLI_MAX_QUALITY
      }
    }),
    promisify(gzip)(identity, { level: 9 })
  ])
  const hash = hashOf(identity)
  const form = (encoding: Encoding, body: Buffer): Form => {
    const etag = `"${hash}-${encoding}"`
    const encoded = encoding === 'identity' ? undefined : { 'content-encoding': encoding }
    return { body, etag, headers: { 'content-type': type, etag, vary: 'accept-encoding', ...encoded } }
  }
  return { hash, forms: { br: form('br', br), gzip: form('gzip', gz), identity: form('identity', identity) } }
}

function bytesOf(body: Buffer, type: string): Document {
  const hash = hashOf(body)
  const etag = `"${hash}"`
  const form = { body, etag, headers: { 'content-type': type, etag } }
  return { hash, forms: { br: form, gzip: form, identity: form } }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
}

/** Answers with the document in the best encoding the browser takes, or 304 when it has it already. */
export function sendDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  document: Document,
  cacheControl: string
): FastifyReply {
  const { body, etag, headers } = document.forms[encodingFor(request.headers['accept-encoding'])]
  reply.headers(headers).header('cache-control', cacheControl)
  if (isKnown(request.headers['if-none-match'], etag))
    return reply.code(304).removeHeader('content-encoding').send()
  return reply.send(body)
}

function encodingFor(accepted: string | string[] | undefined): Encoding {
  const wanted = String(accepted ?? '')
    .split(',')
    .map(part => part.trim().toLowerCase())
    .filter(part => !/;\s*q=0(\.0*)?$/.test(part))
    .map(part => part.split(';')[0])
  if (wanted.includes('br')) return 'br'
  return wanted.includes('gzip') ? 'gzip' : 'identity'
}

function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some(known => known.trim().replace(/^W\//, '') === etag)
}
