import { getTableColumns } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { translator } from '#locales'
import { tableGrants } from '../../server/database/grants.ts'
import { stored } from '../../server/database/stored.ts'
import * as schema from '../../server/database/schema.ts'

type TableKey = keyof typeof schema

/** What each table is for and how long its rows stay. A table that is added does not compile before it stands here. */
const kept: Readonly<Record<TableKey, { readonly purpose: string; readonly until: string }>> = {
  responses: { purpose: 'counting answers', until: '24 months after the last release' },
  remarks: { purpose: 'reading what young people say themselves', until: '90 days after the last release' },
  waiting: {
    purpose: 'keeping answers sealed until the close',
    until: 'the close: poured, or destroyed below ten'
  },
  concerns: {
    purpose: 'telling the safeguarding lead of signs of harm',
    until: 'the lead collects them; 90 days after the last release at most'
  },
  pendingMarks: { purpose: 'one card, one answer', until: 'the close' },
  spentMarks: { purpose: 'one card, one answer', until: 'as long as the consultation' },
  cards: { purpose: 'letting in who has a card', until: 'as long as the consultation' },
  roomEntries: {
    purpose: 'letting in who is in the room, up to a quota',
    until: 'as long as the consultation'
  },
  resendsEven: { purpose: 'counting once what is sent twice', until: 'two days at most' },
  resendsOdd: { purpose: 'counting once what is sent twice', until: 'two days at most' },
  resendTurn: { purpose: 'which of the two tables has its turn', until: 'always' },
  meetings: { purpose: 'the meeting that a consultation prepares', until: 'archive' },
  consultations: { purpose: 'what is promised to respondents, and who answers for it', until: 'archive' },
  comparabilities: { purpose: 'whether a question can be compared between two waves', until: 'archive' },
  versions: { purpose: 'the questionnaire as it was asked', until: 'archive' },
  lifecycleEvents: { purpose: 'what was done to a consultation, and when', until: 'archive' },
  waitingKeys: { purpose: 'public keys to which answers are sealed', until: 'the next night, or the close' },
  tokenKeys: { purpose: 'public keys by which tokens are checked', until: 'archive' },
  cardBatches: {
    purpose: 'stacks of cards, the partner, and what it attested in which role',
    until: 'archive'
  },
  rooms: { purpose: 'quota and screen of a room', until: 'archive' },
  answerFiles: {
    purpose: 'hashes of files of answers from paper, so that none counts twice',
    until: 'archive'
  },
  releases: { purpose: 'published results', until: 'archive' },
  releasePopulations: { purpose: 'true sizes of the groups behind a release; not public', until: 'archive' },
  livePours: { purpose: 'when there may be live results again; not public', until: 'archive' },
  helplines: { purpose: 'where children find help; who verified it', until: 'removed by the secretariat' },
  auditLog: { purpose: 'who did what; of respondents only counts in tens', until: 'archive' }
}

const begin = '<!-- data map: npm run documents -->'
const end = '<!-- end of the data map -->'

/** A document with the data map between its marks written anew. @throws RangeError where the marks are missing */
export function withDataMap(document: string): string {
  const from = document.indexOf(begin)
  const to = document.indexOf(end)
  if (from < 0 || to < from) throw new RangeError('the document has no place for the data map')
  return `${document.slice(0, from)}${begin}\n\n${dataMap()}\n${document.slice(to)}`
}

/** What the database can hold, as Markdown: first what respondents are told of, in the words they are told it in. */
function dataMap(): string {
  const t = translator('en')
  const { ofRespondents, others } = stored()
  const about = ofRespondents.map(({ name, columns }) => {
    const rows = columns.map(column => `| \`${column}\` | ${t(`trust:stored.${name}.${column}`)} |`)
    const told = `${t(`trust:table.${name}`)} Purpose: ${ofTable(name).purpose}. Kept until: ${ofTable(name).until}. ${readersOf(name)}`
    return [`#### \`${name}\``, '', told, '', '| column | what it holds |', '|---|---|', ...rows, ''].join(
      '\n'
    )
  })
  const rest = others.map(name => {
    const columns = Object.values(getTableColumns(schema[keyOf(name)])).map(column => `\`${column.name}\``)
    return `| \`${name}\` | ${ofTable(name).purpose} | ${columns.join(', ')} | ${ofTable(name).until} |`
  })
  return [
    '### About respondents',
    '',
    ...about,
    '### About consultations',
    '',
    '| table | purpose | columns | kept until |',
    '|---|---|---|---|',
    ...rest,
    ''
  ].join('\n')
}

function readersOf(name: string): string {
  const grants = Object.entries(tableGrants[keyOf(name)])
  const readers = grants.filter(([, rights]) => rights.includes('SELECT')).map(([role]) => role)
  return `Database roles that can read it: ${readers.length === 0 ? 'none but the owner' : readers.join(', ')}.`
}

function ofTable(name: string) {
  return kept[keyOf(name)]
}

function keyOf(name: string): TableKey {
  for (const key of Object.keys(kept))
    if (isTable(key) && getTableConfig(schema[key]).name === name) return key
  throw new RangeError(`the schema has no table ${name}`)
}

function isTable(key: string): key is TableKey {
  return key in schema
}
