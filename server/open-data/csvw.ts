import { dataColumns, type AnyRelease, type DataColumn } from '#analytics'
import { columnText, filledColumns, integerColumns, keyColumns, valuesOf } from './columns.ts'
import { csvName } from './names.ts'
import { licence } from './licence.ts'

/**
 * What the CSV files hold, for machines. It has the name under which readers of CSV on the Web look for it beside a file.
 *
 * @see https://www.w3.org/TR/tabular-metadata/
 */
export function csvwOf(release: AnyRelease): object {
  const { consultation, number, releasedOn } = release
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': `${consultation.slug}, release ${number}`,
    'dc:issued': { '@value': releasedOn, '@type': 'date' },
    'dc:license': { '@id': licence.path },
    dialect: { encoding: 'utf-8', lineTerminators: ['\r\n'], header: true },
    tableSchema: {
      columns: dataColumns(release).map(name => columnOf(release, name)),
      primaryKey: keyColumns(release)
    },
    tables: consultation.languages.map(language => ({ url: csvName(language), lang: language }))
  }
}

function columnOf(release: AnyRelease, name: DataColumn): object {
  return {
    name,
    titles: name,
    'dc:description': columnText(release, name, 'en'),
    required: filledColumns.includes(name),
    datatype: datatypeOf(release, name)
  }
}

function datatypeOf(release: AnyRelease, name: DataColumn): unknown {
  const limits = integerColumns[name]
  if (limits !== undefined) return { base: 'integer', ...limits }
  const values = valuesOf(release, name)
  if (values !== undefined) return { base: 'string', format: `^(${values.join('|')})$` }
  return name === 'lang' ? 'language' : 'string'
}
