import type { Translate } from '#locales'
import type { ArticleTable } from './article.ts'

/** What the database can hold, as plain names. */
export type Stored = {
  /** Tables that grow with the people who answer, with all their columns. */
  readonly ofRespondents: readonly StoredTable[]
  /** Names of all the others. */
  readonly others: readonly string[]
}
export type StoredTable = { readonly name: string; readonly columns: readonly string[] }

/** Each table and column that holds something about respondents, explained. @throws for one that no text explains */
export function explained(tables: readonly StoredTable[], t: Translate): ArticleTable[] {
  return tables.map(({ name, columns }) => ({
    name,
    meaning: t(`trust:table.${name}`),
    columns: columns.map(column => ({ name: column, meaning: t(`trust:stored.${name}.${column}`) }))
  }))
}
