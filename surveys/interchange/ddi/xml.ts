/** A piece of XML that is well-formed in itself. */
export type Xml = { readonly xml: string }

/** An element; strings among its children are text, and are escaped. An attribute that is undefined is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly (Xml | string)[]
): Xml {
  const opening = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(value)}"`]))
    .join('')
  if (children.length === 0) return { xml: `<${name}${opening}/>` }
  const inner = children.map(child => (typeof child === 'string' ? escaped(child) : child.xml))
  // Between elements alone, a line feed is no text.
  const gap = children.every(child => typeof child !== 'string') ? '\n' : ''
  return { xml: `<${name}${opening}>${gap}${inner.join(gap)}${gap}</${name}>` }
}

export function documentOf(root: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}\n`
}

/** Characters that XML 1.0 cannot hold, not even escaped, are left out. @see https://www.w3.org/TR/xml/#charsets */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
