import { documentOf, type Document } from './document.ts'

/** More documents than this are made again, when they are asked for, rather than kept. */
const mostRemembered = 200

/** Finds a document by its key, or makes it: once, however many ask at the same time. */
export type Documents = (
  key: string,
  type: string,
  make: () => string | Uint8Array | Promise<string | Uint8Array>
) => Promise<Document>

/** Documents made once and kept, the ones longest unused given up first. @param most how many are kept */
export function rememberedDocuments(most = mostRemembered): Documents {
  const made = new Map<string, Promise<Document>>()
  return (key, type, make) => {
    const document = made.get(key) ?? Promise.resolve().then(async () => documentOf(await make(), type))
    made.delete(key)
    made.set(key, document)
    document.catch(() => {
      if (made.get(key) === document) made.delete(key)
    })
    const [oldest] = made.keys()
    if (made.size > most && oldest !== undefined) made.delete(oldest)
    return document
  }
}
