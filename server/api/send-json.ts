import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendDocument } from '../document.ts'
import type { Documents } from '../remembered-documents.ts'

const json = 'application/json; charset=utf-8'

export type Answered = {
  /** What the document is of: the same key, the same bytes. */
  readonly key: string
  readonly make: () => object
  readonly cache: string
}

/** Answers with a document that is made, written and compressed once. */
export async function sendJson(
  request: FastifyRequest,
  reply: FastifyReply,
  documents: Documents,
  { key, make, cache }: Answered
): Promise<FastifyReply> {
  return sendDocument(request, reply, await documents(key, json, () => JSON.stringify(make())), cache)
}

/** The same for what is made anew at every request, and often comes out the same: its text is the key. */
export async function sendFresh(
  request: FastifyRequest,
  reply: FastifyReply,
  documents: Documents,
  made: object,
  cache: string
): Promise<FastifyReply> {
  const text = JSON.stringify(made)
  return sendDocument(request, reply, await documents(text, json, () => text), cache)
}

/** Text that is JSON already goes out as it is, byte for byte. */
export async function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  documents: Documents,
  { key, text, cache }: { readonly key: string; readonly text: string; readonly cache: string }
): Promise<FastifyReply> {
  return sendDocument(request, reply, await documents(key, json, () => text), cache)
}
