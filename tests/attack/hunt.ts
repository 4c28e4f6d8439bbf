import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { pageBytes, placesIn, withoutPageHeaders } from './bytes.ts'

/** A text in all the ways in which somebody might have kept it, by the hexadecimal of their bytes. */
export function formsOf(text: string): ReadonlyMap<string, string> {
  const utf8 = Buffer.from(text)
  const utf16 = Buffer.from(text, 'utf16le')
  const forms: [string, Buffer][] = [
    ['as it is', utf8],
    ['in capitals', Buffer.from(text.toUpperCase())],
    ['in small letters', Buffer.from(text.toLowerCase())],
    ['UTF-16', utf16],
    ['UTF-16, big-endian', Buffer.from(utf16).swap16()],
    ['hexadecimal', Buffer.from(utf8.toString('hex'))],
    ['hexadecimal, in capitals', Buffer.from(utf8.toString('hex').toUpperCase())],
    ['percent-encoded', Buffer.from(encodeURIComponent(text))],
    ['SHA-256', createHash('sha256').update(utf8).digest()],
    ['SHA-256, hexadecimal', Buffer.from(createHash('sha256').update(utf8).digest('hex'))],
    ...base64Of(utf8)
  ]
  return new Map(forms.map(([form, bytes]) => [bytes.toString('hex'), form]))
}

/** An address as PostgreSQL keeps an `inet`: family, bits of the network, bytes. */
export function inetOf(address: string): Buffer {
  return Buffer.from([2, 32, ...address.split('.').map(Number)])
}

/** The middle of it, which is the same wherever in a longer text it begins. */
function base64Of(bytes: Buffer): [string, Buffer][] {
  return [0, 1, 2].map(shift => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
    const inside = whole.slice(shift === 0 ? 0 : 4, Math.floor((shift + bytes.length) / 3) * 4)
    return [`base64, shifted by ${shift}`, Buffer.from(inside)]
  })
}

/** Where something was found: a file or a table, and in which form. */
export type Hit = { readonly where: string; readonly form: string }

export async function hitsInFolder(folder: string, forms: ReadonlyMap<string, string>): Promise<Hit[]> {
  const hits: Hit[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    // A running server removes and renames its files.
    const bytes = await readFile(file).catch(() => Buffer.alloc(0))
    const isWal = file.includes('/pg_wal/') && bytes.length % pageBytes === 0
    hits.push(...hitsIn(isWal ? withoutPageHeaders(bytes) : bytes, forms, file.slice(folder.length + 1)))
  }
  return hits
}

/** Every table of the database, those of the system included, as text: what `pg_dump` would write down. */
export async function hitsInDump(pool: pg.Pool, forms: ReadonlyMap<string, string>): Promise<Hit[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relkind in ('r', 'm') order by 1"
  )
  const hits: Hit[] = []
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`select t::text as row from ${name} t`)
    hits.push(...hitsIn(Buffer.from(rows.map(({ row }) => row).join('\n')), forms, name))
  }
  return hits
}

export function hitsIn(bytes: Buffer, forms: ReadonlyMap<string, string>, where: string): Hit[] {
  return [...placesIn(bytes, forms.keys()).keys()].map(needle => ({ where, form: forms.get(needle)! }))
}
