import { longColumns, type Release } from '#analytics'
import {
  columnText,
  filledColumns,
  integerColumns,
  keyColumns,
  statusMarks,
  type LongColumn
} from './columns.ts'
import { csvName } from './files.ts'
import { licence } from './licence.ts'

/**
 * What the CSV files hold, for machines. It has the name under which readers of CSV on the Web look for it beside a file.
 *
 * @see https://www.w3.org/TR/tabular-metadata/
 */
export function csvwOf(release: Release): object {
  const { consultation, number, releasedOn } = release
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': `${consultation.slug}, release ${number}`,
    'dc:issued': { '@value': releasedOn, '@type': 'date' },
    'dc:license': { '@id': licence.path },
    dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], header: true },
    tableSchema: { columns: longColumns.map(columnOf), primaryKey: [...keyColumns] },
    tables: consultation.languages.map(language => ({ url: csvName(language), lang: language }))
  }
}

function columnOf(name: LongColumn): object {
  const limits = integerColumns[name]
  return {
    name,
    titles: name,
    'dc:description': columnText(name, 'en'),
    required: filledColumns.includes(name),
    datatype:
      limits !== undefined
        ? { base: 'integer', ...limits }
        : name === 'status'
          ? { base: 'string', format: `^(${statusMarks.join('|')})$` }
          : name === 'lang'
            ? 'language'
            : 'string'
  }
}
