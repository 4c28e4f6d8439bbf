import { unisolated } from './pieces.ts'

/** A text as it may stand in an element or in an attribute between double quotes. */
export function xmlText(text: string): string {
  return unisolated(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

/**
 * Puts one piece of markup in the place of another. Markup begins with `<`, which no text of a document can hold
 * unescaped, so what is found is never somebody's words.
 *
 * @throws RangeError when it is not there exactly once: then the package that wrote it has changed
 */
export function replaceMarkup(xml: string, found: `<${string}`, put: string): string {
  const [before, after, ...more] = xml.split(found)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new RangeError(`${found} stands ${more.length === 0 ? 'nowhere' : 'more than once'} in the part`)
  }
  return before + put + after
}

/** Leaves out the elements without content that name one of the parts in an attribute. */
export function withoutReferences(xml: string, parts: readonly string[]): string {
  return xml
    .split(/(?=<)/)
    .filter(
      tag =>
        !tag.endsWith('/>') || !parts.some(part => tag.includes(`/${part}"`) || tag.includes(`"${part}"`))
    )
    .join('')
}
