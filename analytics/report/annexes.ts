import { formatNumber, isolated, translator, type Language } from '#locales'
import { comparedFrom } from '../difference.ts'
import { mentionedFrom, mostNamed } from '../narrative/following.ts'
import { percentInProse, pointsInProse } from '../narrative/prose.ts'
import { identityOf, methodOf } from '../method.ts'
import { marks } from '../printed.ts'
import { compositionBlocks } from './composition.ts'
import type { AnnexBlock, ReportAnnex } from './document.ts'
import type { Figures } from './figure.ts'
import { hasGroups, type Material } from './material.ts'
import { counter } from './numbering.ts'
import { answersTable, groupsTables } from './tables.ts'

/**
 * Who took part and the method, figures with their tables, tables by group.
 *
 * @param figures those that do not stand in the main part
 */
export function annexesOf(material: Material, hash: string, figures: Figures): ReportAnnex[] {
  const t = translator(material.language)
  const parts: readonly (readonly [key: string, blocks: readonly AnnexBlock[]])[] = [
    ['composition', methodBlocks(material, hash)],
    ['tables', tableBlocks(material, figures)],
    ...(hasGroups(material) ? [['groups', groupBlocks(material)] as const] : [])
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
  return [
    ...compositionBlocks(material),
    { kind: 'heading', text: t('report:annex.method') },
    { kind: 'list', items: [t('results:limits'), t('results:noise'), ...methodOf(release, language)] },
    { kind: 'heading', text: t('report:annex.unsaid') },
    { kind: 'list', items: [...narrative.unsaid.map(({ text }) => text), ...rulesOf(language)] },
    { kind: 'heading', text: t('report:annex.release') },
    { kind: 'text', text: t('report:annex.source') },
    { kind: 'terms', items: identityOf(release, hash, language) }
  ]
}

/** What is passed over in a paragraph. */
function rulesOf(language: Language): string[] {
  const t = translator(language)
  return [
    t('report:annex.ruleAnswers', {
      percent: percentInProse(mentionedFrom, '', language),
      number: formatNumber(mostNamed, language)
    }),
    t('report:annex.ruleGroups', {
      base: formatNumber(comparedFrom.base, language),
      points: pointsInProse(comparedFrom.points, language)
    })
  ]
}

function tableBlocks(material: Material, figures: Figures): AnnexBlock[] {
  return [
    ...legend(material),
    ...[...material.closed.values()].flatMap((question): AnnexBlock[] => {
      const figure = figures.get(question.id)
      const table = answersTable(material, question)
      return [
        ...(figure === undefined ? [] : [{ kind: 'figure', figure } as const]),
        ...(table === undefined ? [] : [{ kind: 'table', table } as const])
      ]
    })
  ]
}

/** The numbers of these tables follow on those of the questions. */
function groupBlocks(material: Material): AnnexBlock[] {
  const { release, closed } = material
  const next = counter(closed.size)
  const tables = release.tables.flatMap((table): AnnexBlock[] => {
    const question = closed.get(table.question)
    const [by, ...more] = table.by
    const split = by === undefined || more.length > 0 ? undefined : closed.get(by)
    if (question === undefined || split === undefined) return []
    return groupsTables(material, { question, split, table }, next).map(shown => ({
      kind: 'table',
      table: shown
    }))
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
