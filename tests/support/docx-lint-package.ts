import path from 'node:path/posix'
import { elements, type XmlElement } from './xml-tree.ts'

/** Parts of a document by their paths, as trees. */
export type Parts = Map<string, XmlElement>

/** What Word would offer to repair: parts that are named and not there, of no known type, styles that nobody wrote. */
export function packageProblems(parts: Parts, files: readonly string[]): string[] {
  return [...relationProblems(parts, files), ...typeProblems(parts, files), ...styleProblems(parts)]
}

function relationProblems(parts: Parts, files: readonly string[]): string[] {
  return [...parts].flatMap(([file, tree]) =>
    elements(tree, 'Relationship')
      .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
      .map(({ attributes }) => path.join(path.dirname(path.dirname(file)), attributes['Target'] ?? ''))
      .filter(target => !files.includes(target))
      .map(target => `${file}: ${target} is not there`)
  )
}

function typeProblems(parts: Parts, files: readonly string[]): string[] {
  const types = parts.get('[Content_Types].xml')
  if (types === undefined) return ['[Content_Types].xml: not there']
  const named = elements(types, 'Override').map(({ attributes }) => attributes['PartName'] ?? '')
  const endings = elements(types, 'Default').map(({ attributes }) => `.${attributes['Extension']}`)
  return [
    ...named
      .filter(name => !files.includes(name.slice(1)))
      .map(name => `[Content_Types].xml: ${name} is not there`),
    ...files
      .filter(file => file !== '[Content_Types].xml' && !named.includes(`/${file}`))
      .filter(file => !endings.some(ending => file.endsWith(ending)))
      .map(file => `[Content_Types].xml: ${file} has no type`)
  ]
}

function styleProblems(parts: Parts): string[] {
  const styles = parts.get('word/styles.xml')
  if (styles === undefined) return ['word/styles.xml: not there']
  const known = elements(styles, 'w:style').map(({ attributes }) => attributes['w:styleId'])
  return [...parts].flatMap(([file, tree]) =>
    elements(tree, 'w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn')
      .map(({ attributes }) => attributes['w:val'])
      .filter(style => !known.includes(style))
      .map(style => `${file}: no style ${style}`)
  )
}
