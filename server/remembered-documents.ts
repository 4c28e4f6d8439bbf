import type { inTurn } from './in-turn.ts'
import { documentOf, type Document } from './document.ts'

/** More documents than this are made again, when they are asked for, rather than kept. */
const mostRemembered = 200

/** Finds a document by its key, or makes it: once, however many ask at the same time. */
export type Documents = (
  key: string,
  type: string,
  make: () => string | Uint8Array | Promise<string | Uint8Array>
) => Promise<Document>

type Begun = ReturnType<typeof inTurn>

const atOnce: Begun = async work => work()

/**
 * Documents made once and kept, the ones longest unused given up first; never one that is still being made.
 *
 * @param most how many are kept
 * @param begun how each is begun: at once, unless it is made in this thread and takes it for a while
 */
export function rememberedDocuments({
  most = mostRemembered,
  begun = atOnce
}: { readonly most?: number; readonly begun?: Begun } = {}): Documents {
  const made = new Map<string, Promise<Document>>()
  const making = new Set<string>()

  function begin(key: string, type: string, make: Parameters<Documents>[2]): Promise<Document> {
    making.add(key)
    const document = begun(make).then(content => documentOf(content, type))
    document.then(
      () => making.delete(key),
      () => {
        making.delete(key)
        made.delete(key)
      }
    )
    return document
  }

  function giveUpOldest(): void {
    for (const key of made.keys()) {
      if (making.has(key)) continue
      made.delete(key)
      return
    }
  }

  return (key, type, make) => {
    const document = made.get(key) ?? begin(key, type, make)
    made.delete(key)
    made.set(key, document)
    if (made.size > most) giveUpOldest()
    return document
  }
}
