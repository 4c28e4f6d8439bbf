import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'

/** An element with the names as they are written, prefixes included. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

export type XmlReader = {
  /** The root of each text, in the same order; an `Error` for what is not well-formed. */
  read(texts: readonly string[]): Promise<(XmlElement | Error)[]>
  close(): Promise<void>
}

/** Reads XML with the parser of the browser, which forgives nothing. */
export async function openXmlReader(): Promise<XmlReader> {
  const browser = await openBrowser()
  return { read: texts => readIn(browser, texts), close: () => browser.close() }
}

type FlatNode = { depth: number; name: string; text: string; attributes: [string, string][] }

async function readIn(browser: Browser, texts: readonly string[]): Promise<(XmlElement | Error)[]> {
  const page = await browser.newPage()
  // No functions with names in here: what turns TypeScript into JavaScript may add to them what the page does not know.
  const read = await page.evaluate(
    sources =>
      sources.map(source => {
        const parsed = new DOMParser().parseFromString(source, 'application/xml')
        const error = parsed.querySelector('parsererror')
        if (error !== null) return error.textContent ?? 'not well-formed'
        const nodes: FlatNode[] = []
        const walker = parsed.createTreeWalker(parsed, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          let depth = 0
          for (let above = node.parentNode; above !== null; above = above.parentNode) depth += 1
          const attributes = node instanceof Element ? [...node.attributes] : []
          nodes.push({
            depth,
            name: node.nodeName,
            text: node.nodeValue ?? '',
            attributes: attributes.map(({ name, value }) => [name, value])
          })
        }
        return nodes
      }),
    [...texts]
  )
  await page.close()
  return read.map(nodes => (typeof nodes === 'string' ? new Error(nodes) : treeOf(nodes)))
}

type Growing = { name: string; attributes: Record<string, string>; children: (Growing | string)[] }

function treeOf(nodes: readonly FlatNode[]): XmlElement {
  const open: Growing[] = [{ name: '', attributes: {}, children: [] }]
  for (const { depth, name, text, attributes } of nodes) {
    open.length = depth
    const node = name === '#text' ? text : { name, attributes: Object.fromEntries(attributes), children: [] }
    open.at(-1)?.children.push(node)
    if (typeof node !== 'string') open.push(node)
  }
  const [root] = open[0]?.children ?? []
  if (root === undefined || typeof root === 'string') throw new Error('a document without a root')
  return root
}

/** All elements of one of the names at or below an element, in the order of the text. */
export function elements(within: XmlElement, ...names: readonly string[]): XmlElement[] {
  const below = within.children.flatMap(child => (typeof child === 'string' ? [] : elements(child, ...names)))
  return names.includes(within.name) ? [within, ...below] : below
}

/** The child reached by a path of names, if it is there. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (here, name) =>
      here?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name),
    element
  )
}

/** The text at and below an element; with `name`, only that within elements of that name. */
export function textOf(element: XmlElement, name?: string): string {
  if (name !== undefined && element.name !== name) {
    return element.children.map(child => (typeof child === 'string' ? '' : textOf(child, name))).join('')
  }
  return element.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('')
}
