import { isIP } from 'node:net'
import { resolve } from 'node:path'
import Type, { type Static } from 'typebox'
import { Check, Convert, Default, Errors } from 'typebox/value'
import type { Site } from '#views'
import { StartRefused } from './database/start-refused.ts'
import { isContact, readLeaveTo } from './site.ts'

/** Everything that can be set from outside, by the environment; `docs/` and the README list the same names. */
const Environment = Type.Object({
  NODE_ENV: Type.Optional(Type.String()),
  /** PostgreSQL 15 or later; without it an embedded one is started. */
  DATABASE_URL: Type.Optional(Type.String({ pattern: '^postgres(ql)?://' })),
  /** Where the embedded database lives. */
  EARSHOT_DATA: Type.Optional(Type.String({ minLength: 1 })),
  /** Folder of the keys that must not lie beside the database. */
  EARSHOT_KEYS: Type.Optional(Type.String({ minLength: 1 })),
  HOST: Type.String({ default: '127.0.0.1', minLength: 1 }),
  PORT: Type.Integer({ default: 3000, minimum: 0, maximum: 65535 }),
  /** The address people type, without a path. */
  PUBLIC_URL: Type.Optional(Type.String({ pattern: '^https?://[^/]+/?$' })),
  /** Addresses or networks of the proxies in front, as fastify's trustProxy takes them. */
  TRUST_PROXY: Type.Optional(Type.String()),
  /** Redis without persistence, where several servers count floods together. */
  REDIS_URL: Type.Optional(Type.String({ pattern: '^rediss?://' })),
  /** Where "Leave this site" leads: an address, or one for each language, as `en=https://… fr=https://…`. */
  EARSHOT_LEAVE_TO: Type.Optional(Type.String()),
  /** Whom readers may write to: an e-mail address or a web address. */
  EARSHOT_CONTACT: Type.Optional(Type.String()),
  /** Folder of recordings and sign-language videos. */
  EARSHOT_MEDIA: Type.Optional(Type.String({ minLength: 1 })),
  /** `0` leaves out the demonstrations on an empty database. */
  EARSHOT_DEMO: Type.Union([Type.Literal('0'), Type.Literal('1')], { default: '1' })
})

export type Config = {
  readonly production: boolean
  readonly databaseUrl: string | undefined
  readonly dataFolder: { readonly path: string; readonly explicit: boolean }
  readonly keyFolder: string
  readonly host: string
  readonly port: number
  /** Undefined: the address the server listens on. */
  readonly publicUrl: string | undefined
  readonly trustProxy: string | false
  /** Undefined: this server counts floods by itself. */
  readonly redisUrl: string | undefined
  readonly site: Site
  /** Undefined: there are no recordings. */
  readonly mediaFolder: string | undefined
  readonly demonstration: boolean
}

/**
 * The configuration from the environment.
 *
 * @throws StartRefused naming each variable that is wrong, and in production each that must be set
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(Environment.properties).flatMap(name => {
      const value = environment[name]?.trim()
      return value === undefined || value === '' ? [] : [[name, value]]
    })
  )
  const values = Convert(Environment, Default(Environment, given))
  if (!Check(Environment, values)) {
    const wrong = Errors(Environment, values).map(error => `${error.instancePath.slice(1)} ${error.message}`)
    throw new StartRefused(
      `The configuration is wrong: ${[...new Set(wrong)].join('; ')}.`,
      'See the table in README.md.'
    )
  }
  refuseUnknownProxies(values.TRUST_PROXY)
  const production = values.NODE_ENV === 'production'
  if (production) refuseInsecure(values)
  return {
    production,
    databaseUrl: values.DATABASE_URL,
    dataFolder: {
      path: resolve(values.EARSHOT_DATA ?? '.data'),
      explicit: values.EARSHOT_DATA !== undefined
    },
    keyFolder: resolve(values.EARSHOT_KEYS ?? '.keys'),
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL?.replace(/\/$/, ''),
    trustProxy: values.TRUST_PROXY ?? false,
    redisUrl: values.REDIS_URL,
    site: readSite(values),
    mediaFolder: values.EARSHOT_MEDIA === undefined ? undefined : resolve(values.EARSHOT_MEDIA),
    demonstration: !production && values.EARSHOT_DEMO === '1'
  }
}

function readSite({ EARSHOT_LEAVE_TO, EARSHOT_CONTACT }: Static<typeof Environment>): Site {
  if (EARSHOT_CONTACT !== undefined && !isContact(EARSHOT_CONTACT)) {
    throw new StartRefused(
      `EARSHOT_CONTACT is “${EARSHOT_CONTACT}”, which is neither an e-mail address nor a web address.`,
      'Write something like privacy@example.org or https://example.org/contact.'
    )
  }
  return { leaveTo: readLeaveTo(EARSHOT_LEAVE_TO ?? ''), contact: EARSHOT_CONTACT ?? null }
}

/** Names that fastify's trustProxy knows for the networks of a machine's own surroundings. */
const proxyNames = ['loopback', 'linklocal', 'uniquelocal']

function refuseUnknownProxies(proxies: string | undefined): void {
  const unknown = (proxies?.split(',') ?? []).map(each => each.trim()).filter(each => !isProxy(each))
  if (unknown.length === 0) return
  throw new StartRefused(
    `TRUST_PROXY holds “${unknown.join('”, “')}”, which is neither an address nor a network.`,
    `Write addresses or networks with commas between them, like 127.0.0.1,10.0.0.0/8, or ${proxyNames.join(', ')}.`
  )
}

function isProxy(text: string): boolean {
  if (proxyNames.includes(text)) return true
  const [address = '', bits, ...more] = text.split('/')
  const kind = isIP(address)
  if (kind === 0 || more.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (kind === 4 ? 32 : 128))
}

function refuseInsecure(values: Static<typeof Environment>): void {
  const missing = [
    values.DATABASE_URL === undefined && values.EARSHOT_DATA === undefined
      ? 'DATABASE_URL (a PostgreSQL of yours) or EARSHOT_DATA (a folder that is backed up)'
      : '',
    values.EARSHOT_KEYS === undefined ? 'EARSHOT_KEYS (a folder outside the database and its backups)' : '',
    values.PUBLIC_URL?.startsWith('https://') ? '' : 'PUBLIC_URL (the https address that people type)'
  ].filter(name => name !== '')
  if (missing.length > 0) {
    throw new StartRefused(
      'NODE_ENV is production, and defaults that are good enough to try are not good enough there.',
      `Set ${missing.join('; ')}.`
    )
  }
}
