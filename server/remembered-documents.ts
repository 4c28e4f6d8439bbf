import { documentOf, type Document } from './document.ts'

/** More documents than this are made again, when they are asked for, rather than kept. */
const mostRemembered = 200

/** Documents made once and kept, the ones longest unused given up first. */
export function rememberedDocuments(): (
  key: string,
  type: string,
  render: () => string
) => Promise<Document> {
  const made = new Map<string, Promise<Document>>()
  return (key, type, render) => {
    const document = made.get(key) ?? Promise.resolve().then(() => documentOf(render(), type))
    made.delete(key)
    made.set(key, document)
    document.catch(() => made.delete(key))
    const [oldest] = made.keys()
    if (made.size > mostRemembered && oldest !== undefined) made.delete(oldest)
    return document
  }
}
