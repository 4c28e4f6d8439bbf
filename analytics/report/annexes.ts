import { isolated, translator } from '#locales'
import { identityOf, methodOf } from '../method.ts'
import { marks } from '../printed.ts'
import type { AnnexBlock, ReportAnnex, ReportFigure } from './document.ts'
import { reportFigure } from './figure.ts'
import { hasGroups, type Material } from './material.ts'
import { counter } from './numbering.ts'
import { answersTable, groupsTable } from './tables.ts'

/** Method, figures with their tables, tables by group; figures that stand in the main part are not repeated. */
export function annexesOf(
  material: Material,
  hash: string,
  inMainPart: readonly ReportFigure[]
): ReportAnnex[] {
  const t = translator(material.language)
  const nextTable = counter()
  const parts: readonly (readonly [key: string, blocks: readonly AnnexBlock[]])[] = [
    ['method', methodBlocks(material, hash)],
    ['tables', tableBlocks(material, inMainPart, nextTable)],
    ...(hasGroups(material) ? [['groups', groupBlocks(material, nextTable)] as const] : [])
  ]
  return parts.map(([key, blocks], index) => ({
    number: index + 1,
    label: t('report:annex.label', { number: index + 1 }),
    heading: t(`report:annex.${key}`),
    blocks
  }))
}

function methodBlocks(material: Material, hash: string): AnnexBlock[] {
  const { release, language, narrative } = material
  const t = translator(language)
  const unsaid = narrative.unsaid.map(({ text }) => text)
  return [
    { kind: 'list', items: [t('results:limits'), t('results:noise'), ...methodOf(release, language)] },
    ...(unsaid.length === 0
      ? []
      : ([
          { kind: 'heading', text: t('report:annex.unsaid') },
          { kind: 'list', items: unsaid }
        ] as const)),
    { kind: 'heading', text: t('report:annex.release') },
    { kind: 'text', text: t('report:annex.source') },
    { kind: 'terms', items: identityOf(release, hash, language) }
  ]
}

function tableBlocks(
  material: Material,
  inMainPart: readonly ReportFigure[],
  nextTable: () => number
): AnnexBlock[] {
  let figures = inMainPart.length
  return [
    ...legend(material),
    ...[...material.closed.values()].flatMap((question): AnnexBlock[] => {
      const shown = inMainPart.some(figure => figure.question === question.id)
      const figure = shown ? undefined : reportFigure(material, question, figures + 1)
      if (figure !== undefined) figures += 1
      const table = answersTable(material, question, nextTable())
      return [
        ...(figure === undefined ? [] : [{ kind: 'figure', figure } as const]),
        ...(table === undefined ? [] : [{ kind: 'table', table } as const])
      ]
    })
  ]
}

function groupBlocks(material: Material, nextTable: () => number): AnnexBlock[] {
  const { release, closed } = material
  const tables = release.tables.flatMap((table): AnnexBlock[] => {
    const question = closed.get(table.question)
    const [by, ...more] = table.by
    const split = by === undefined || more.length > 0 ? undefined : closed.get(by)
    if (question === undefined || split === undefined) return []
    const shown = groupsTable(material, { question, split, table }, nextTable())
    return shown === undefined ? [] : [{ kind: 'table', table: shown }]
  })
  const lead = translator(material.language)('report:annex.groupsLead')
  return [{ kind: 'text', text: lead }, ...tables]
}

/** What the marks in the tables mean. */
function legend({ language }: Material): AnnexBlock[] {
  const t = translator(language)
  return [
    { kind: 'text', text: t('report:annex.marks') },
    {
      kind: 'list',
      items: marks.map(mark =>
        t('report:annex.mark', { mark: isolated(`[${mark}]`), meaning: t(`results:legend.${mark}`) })
      )
    }
  ]
}
