import { execFile } from 'node:child_process'
import { chown, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Cluster } from '../support/cluster.ts'
import type { Places } from './evidence.ts'
import type { Spy } from './spy.ts'

const run = promisify(execFile)

/** What a thief can use who has PostgreSQL's own programs. */
export type Tools = {
  /** Makes a base backup in the place of the last one. @returns reads the bytes of one of its files */
  backUp(): Promise<(path: string) => Promise<Buffer>>
  /** Where in the log since `from` each row was written first: by its transaction and its place. */
  dump(from: string, spy: Spy, tables: readonly string[]): Promise<Places>
}

/** @param parent a folder through which the account of the cluster may pass */
export function toolsOf({ folder, programs, account, url }: Cluster, parent: string): Tools {
  const options = { ...account, cwd: '/', maxBuffer: 1 << 30 }

  let around: string | undefined

  return {
    async backUp() {
      if (around !== undefined) await rm(around, { recursive: true })
      around = await mkdtemp(join(parent, 'backup-'))
      const target = join(around, 'base')
      await mkdir(target, { mode: 0o700 })
      for (const path of [around, target])
        if (account !== undefined) await chown(path, account.uid, account.gid)
      const making = ['-D', target, '-c', 'fast', '-X', 'none', '--no-sync', '-d', url('postgres')]
      await run(join(programs, 'pg_basebackup'), making, options)
      const read = new Map<string, Buffer>()
      return async path => {
        const bytes = read.get(path) ?? (await readFile(join(target, path)))
        read.set(path, bytes)
        return bytes
      }
    },
    async dump(from, spy, tables) {
      const reading = ['-p', join(folder, 'pg_wal'), '-s', from, '-e', await spy.walEnd()]
      const { stdout } = await run(join(programs, 'pg_waldump'), reading, options)
      const written = recordsIn(stdout)
      const relations = new Map<string, string>()
      for (const table of tables) relations.set(table, relationIn(await spy.pathOf(table)))
      const places = new Map<string, number>()
      for (const { table, name, xmin, place } of spy.sightings) {
        const at = written.get(rowKey(xmin, relations.get(table) ?? '', place >> 16, place & 0xffff))
        if (at !== undefined) places.set(name, at)
      }
      return places
    }
  }
}

const rowKey = (...parts: readonly [xmin: number, relation: string, block: number, offset: number]): string =>
  parts.join(' ')

/** As `pg_waldump` names it: the default tablespace, the database, the file. */
const relationIn = (path: string): string => path.replace(/^base\//, '1663/')

/** Places of records that write a row: `INSERT off 3 …, blkref #0: rel 1663/5/16400 blk 0`. */
function recordsIn(dump: string): Map<string, number> {
  const writing =
    /tx: +(\d+), .*desc: (?:INSERT\S*|\S*UPDATE\S*) (?:.*new )?off (\d+).*blkref #0: rel (\S+) blk (\d+)/
  const records = new Map<string, number>()
  for (const [at, line] of dump.split('\n').entries()) {
    const [, xmin, offset, relation = '', block] = writing.exec(line) ?? []
    if (xmin === undefined) continue
    const key = rowKey(Number(xmin), relation, Number(block), Number(offset))
    if (!records.has(key)) records.set(key, at)
  }
  return records
}
