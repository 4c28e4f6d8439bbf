import { translator, type Language } from '#locales'
import { compositionTables, weightingLines, type CompositionTable } from '../composition/words.ts'
import { printedText } from '../printed.ts'
import type { AnnexBlock, ReportTable } from './document.ts'
import type { Material } from './material.ts'

/** Who took part, beside those they come from where that was declared, and what is said about weighting. */
export function compositionBlocks({ release, language }: Material): AnnexBlock[] {
  const t = translator(language)
  const tables = compositionTables(release, language)
  if (tables.length === 0) return []
  const lines = weightingLines(release, language)
  return [
    { kind: 'heading', text: t('composition:title') },
    { kind: 'text', text: t('composition:lead') },
    ...(release.target === undefined ? [{ kind: 'text', text: t('composition:noTargets') } as const] : []),
    ...tables.map((table): AnnexBlock => ({ kind: 'table', table: tableOf(table, language) })),
    ...(lines.length === 0
      ? []
      : [
          { kind: 'heading', text: t('composition:weighted.title') } as const,
          { kind: 'list', items: lines } as const
        ])
  ]
}

function tableOf({ name, base, rows, compared, source }: CompositionTable, language: Language): ReportTable {
  const t = translator(language)
  const target = compared ? [t('composition:targetShare')] : []
  return {
    number: null,
    caption: name,
    head: [name, t('composition:respondents'), t('composition:share'), ...target],
    rows: [
      ...rows.map(({ label, n, percent, target: share }) => ({
        head: label,
        cells: [printedText(n), printedText(percent), ...(compared ? [share || '–'] : [])]
      })),
      {
        head: t('report:table.base'),
        cells: [printedText(base), '–', ...target.map(() => '–')]
      }
    ],
    lines: source === null ? [] : [source]
  }
}
