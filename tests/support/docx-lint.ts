import { strFromU8, unzipSync } from 'fflate'
import { directionProblems } from './docx-lint-direction.ts'
import { orderProblems } from './docx-lint-order.ts'
import { packageProblems, type Parts } from './docx-lint-package.ts'
import { childOf, elements, openXmlReader, textOf, type XmlElement } from './xml-tree.ts'

export type DocxLinter = {
  /** What is wrong with a document, one line each with the part it is in; none for a good one. */
  problemsOf(docx: Uint8Array): Promise<string[]>
  close(): Promise<void>
}

/** Opens Word documents and looks for what shuts people out, or makes Word ask whether it may repair them. */
export async function openDocxLinter(): Promise<DocxLinter> {
  const reader = await openXmlReader()
  return {
    async problemsOf(docx) {
      const files = Object.entries(unzipSync(docx))
      const texts = files.filter(([path]) => /\.(xml|rels)$/.test(path))
      const trees = await reader.read(texts.map(([, bytes]) => strFromU8(bytes)))
      const parts: Parts = new Map()
      const malformed: string[] = []
      for (const [index, tree] of trees.entries()) {
        const path = texts[index]![0]
        if (tree instanceof Error) malformed.push(`${path}: not well-formed: ${tree.message}`)
        else parts.set(path, tree)
      }
      if (malformed.length > 0) return malformed
      const names = files.map(([path]) => path)
      return [
        ...packageProblems(parts, names),
        ...orderProblems(parts),
        ...propertyProblems(parts),
        ...textProblems(parts)
      ]
    },
    close: () => reader.close()
  }
}

function propertyProblems(parts: Parts): string[] {
  const core = parts.get('docProps/core.xml')
  const property = (name: string): boolean => (textOf(childOf(core, name) ?? nothing) ?? '').trim() !== ''
  const path = ['w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang']
  const languages = childOf(parts.get('word/styles.xml'), ...path)?.attributes ?? {}
  return [
    ...(property('dc:title') ? [] : ['docProps/core.xml: title missing']),
    ...(property('dc:language') ? [] : ['docProps/core.xml: language missing']),
    ...(languages['w:val'] ? [] : ['word/styles.xml: language missing'])
  ]
}

const nothing: XmlElement = { name: '', attributes: {}, children: [] }

function textProblems(parts: Parts): string[] {
  const language = textOf(childOf(parts.get('docProps/core.xml'), 'dc:language') ?? nothing)
  const written = [...parts].filter(([path]) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(path))
  const levels = levelsOf(parts.get('word/styles.xml') ?? nothing)
  return written.flatMap(([path, tree]) =>
    [
      ...runProblems(tree, language),
      ...headingProblems(tree, levels),
      ...tableProblems(tree),
      ...pictureProblems(tree),
      ...emptinessProblems(tree),
      ...directionProblems(tree, language)
    ].map(problem => `${path}: ${problem}`)
  )
}

/** Word has three languages for a run; which of them counts depends on what is in it. */
function runProblems(tree: XmlElement, language: string): string[] {
  const own = language.startsWith('zh') ? 'w:eastAsia' : 'w:val'
  return elements(tree, 'w:r')
    .filter(run => textOf(run, 'w:t').trim() !== '')
    .filter(run => {
      const counted = childOf(run, 'w:rPr', 'w:rtl') === undefined ? own : 'w:bidi'
      return !childOf(run, 'w:rPr', 'w:lang')?.attributes[counted]
    })
    .map(run => `run without language: ${textOf(run)}`)
}

/** Heading levels of styles, from 1, also of those that rest on a heading. */
function levelsOf(styles: XmlElement): Map<string, number> {
  const all = new Map(elements(styles, 'w:style').map(style => [style.attributes['w:styleId'] ?? '', style]))
  const levelOf = (style: XmlElement | undefined): number | undefined => {
    if (style === undefined) return undefined
    const own = childOf(style, 'w:pPr', 'w:outlineLvl')?.attributes['w:val']
    return own === undefined
      ? levelOf(all.get(childOf(style, 'w:basedOn')?.attributes['w:val'] ?? ''))
      : Number(own) + 1
  }
  return new Map(
    [...all].flatMap(([id, style]) => (levelOf(style) === undefined ? [] : [[id, levelOf(style)!]]))
  )
}

function headingProblems(tree: XmlElement, levels: ReadonlyMap<string, number>): string[] {
  const problems: string[] = []
  let above = 0
  for (const heading of elements(tree, 'w:p')) {
    const level = levels.get(childOf(heading, 'w:pPr', 'w:pStyle')?.attributes['w:val'] ?? '')
    if (level === undefined) continue
    if (level > above + 1)
      problems.push(`heading order: level ${level} after level ${above}: ${textOf(heading)}`)
    above = level
  }
  return problems
}

/** One row is a frame around text, as the head and the box of a Council document are; more is a table. */
function tableProblems(tree: XmlElement): string[] {
  return elements(tree, 'w:tbl')
    .filter(table => elements(table, 'w:tr').length > 1)
    .filter(table => childOf(table, 'w:tr', 'w:trPr', 'w:tblHeader') === undefined)
    .map(table => `table without header row: ${textOf(table).slice(0, 40)}`)
}

function pictureProblems(tree: XmlElement): string[] {
  const pictures = elements(tree, 'wp:docPr')
  const ids = pictures.map(picture => picture.attributes['id'])
  const unnamed = elements(tree, 'wp:docPr', 'pic:cNvPr').filter(({ name, attributes }) => {
    const { descr } = attributes as { descr?: string }
    return descr === undefined ? name === 'wp:docPr' : descr.trim() === ''
  })
  return [
    ...unnamed.map(({ attributes }) => `picture without alternative text: ${attributes['name']}`),
    ...(new Set(ids).size === ids.length ? [] : [`pictures with the same id: ${ids.join(', ')}`])
  ]
}

function emptinessProblems(tree: XmlElement): string[] {
  const emptyCells = elements(tree, 'w:tc').filter(cell => elements(cell, 'w:p').length === 1)
  const mayBeEmpty = new Set(emptyCells.flatMap(cell => elements(cell, 'w:p')))
  const paragraphs = elements(tree, 'w:p').filter(
    each =>
      textOf(each, 'w:t').trim() === '' && elements(each, 'w:drawing').length === 0 && !mayBeEmpty.has(each)
  )
  const simple = elements(tree, 'w:fldSimple').filter(
    field => textOf(field, 'w:t').trim() === '' || !field.attributes['w:instr']?.trim()
  )
  return [
    ...paragraphs.map(() => 'empty paragraph'),
    ...[...simple, ...elements(tree, 'w:p').filter(hasEmptyField)].map(() => 'empty field')
  ]
}

/** Of a field in several runs, the text between `separate` and `end` is what is shown. */
function hasEmptyField(paragraph: XmlElement): boolean {
  let shown: string | undefined
  for (const part of elements(paragraph, 'w:fldChar', 'w:t')) {
    const type = part.attributes['w:fldCharType']
    if (type === 'begin' || type === 'separate') shown = ''
    else if (type === undefined && shown !== undefined) shown += textOf(part)
    else if (type === 'end') {
      if (shown?.trim() === '') return true
      shown = undefined
    }
  }
  return false
}
