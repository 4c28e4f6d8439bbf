import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { StartRefused } from './start-refused.ts'

const oldest = 15
const patience = 30_000

/**
 * Makes sure that the database that DATABASE_URL names can be used.
 *
 * @throws StartRefused with host and database, never with the password
 */
export async function checkNamed(url: string): Promise<void> {
  const client = await connect(url, Date.now() + patience)
  try {
    const { rows } = await client.query<{ version: string; number: number; encoding: string }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
        pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()`
    )
    const found = rows[0]
    if (found === undefined) throw new Error('PostgreSQL does not know the database it serves')
    const problem = problemOf(found)
    if (problem !== undefined) throw new StartRefused(`${placeOf(client)} ${problem.is}.`, problem.remedy)
  } finally {
    await client.end()
  }
}

/** What is wrong with a database that answers, if anything. */
export function problemOf(found: {
  readonly version: string
  readonly number: number
  readonly encoding: string
}): { readonly is: string; readonly remedy: string } | undefined {
  if (found.number < oldest * 10_000) {
    return { is: `is PostgreSQL ${found.version}`, remedy: `Earshot needs PostgreSQL ${oldest} or later.` }
  }
  if (found.encoding !== 'UTF8') {
    return {
      is: `is encoded as ${found.encoding} and cannot hold six languages`,
      remedy: "Create it with ENCODING 'UTF8'."
    }
  }
  return undefined
}

/** A server that is just starting, as beside us in a container, is given half a minute. */
async function connect(url: string, until: number): Promise<pg.Client> {
  const client = clientOf(url)
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    if (codeOf(error) !== '57P03' || Date.now() > until) throw unreachable(client, error)
  }
  await sleep(500)
  return await connect(url, until)
}

function clientOf(url: string): pg.Client {
  if (!/^postgres(ql)?:\/\//.test(url)) throw notAUrl()
  try {
    return new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  } catch {
    // No cause: the message of a parser may repeat the password.
    throw notAUrl()
  }
}

const notAUrl = (): StartRefused =>
  new StartRefused(
    'DATABASE_URL is not a PostgreSQL address.',
    'Write it as postgres://user:password@host:5432/database.'
  )

function unreachable(client: pg.Client, error: unknown): StartRefused {
  const place = placeOf(client)
  const user = client.user ?? ''
  switch (codeOf(error)) {
    case '28P01':
    case '28000':
      return new StartRefused(
        `${place} does not let in the user ${user}.`,
        'Check user and password in DATABASE_URL.'
      )
    case '3D000':
      return new StartRefused(`${place} does not exist.`, `Create it: CREATE DATABASE … OWNER ${user}.`)
    case '53300':
      return new StartRefused(
        `${place} has no connection left.`,
        'Raise its max_connections, or end other clients.'
      )
    default:
      return new StartRefused(
        `${place} cannot be reached (${codeOf(error) ?? messageOf(error)}).`,
        'Check DATABASE_URL, and that the server runs and lets this machine in.'
      )
  }
}

const placeOf = (client: pg.Client): string =>
  `The database ${client.database ?? ''} on ${client.host}:${client.port}`

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'no answer')
