import type { FastifyInstance } from 'fastify'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { listDemonstrations } from './consultations/demonstrations.ts'
import { openDatabase } from './database/client.ts'
import { StartRefused } from './database/start-refused.ts'
import { demonstrationLines } from './demonstration-lines.ts'
import { openRedis } from './limits/redis.ts'
import { isFolder } from './media/files.ts'
import { claimDataFolder } from './one-server.ts'
import { checkKeysFit } from './keys/fit.ts'
import { secretIn } from './keys/secret.ts'
import { keepPourer } from './pourer-child.ts'
import { demonstrate } from './secretariat/demonstration.ts'
import { loadViews } from './views.ts'
import { openWorkshop } from './workshop/index.ts'

export type Server = {
  readonly address: string
  /** Resolves when another server has taken the place of this one on its data folder: then close it. */
  readonly displaced: Promise<void>
  close(): Promise<void>
}

/**
 * Starts Earshot as configured: database, demonstrations where there is nothing yet, HTTP.
 *
 * @throws StartRefused for what a person can put right
 */
export async function serve(config: Config, say: (line: string) => void): Promise<Server> {
  const { databaseUrl, dataFolder, keyFolder } = config
  const database = await openDatabase({ databaseUrl, dataFolder, keyFolder, say })
  const leaving: (() => Promise<void>)[] = [database.close]
  const close = async (): Promise<void> => {
    for (const leave of leaving.splice(0).reverse()) await leave()
  }
  let tellDisplaced = (): void => undefined
  const displaced = new Promise<void>(resolve => {
    tellDisplaced = resolve
  })
  try {
    if (database.shared !== undefined) say(`All parts work as the owner of the database: ${database.shared}.`)
    // From here on the owner's connections look whether the keys fit, make the demonstrations, and do nothing else.
    const admission = database.as('admission')
    const { db: reader } = database.as('reader')
    const { db: secretariat, pool } = database.as('secretariat')
    if (databaseUrl === undefined) leaving.push(await claimDataFolder(pool, tellDisplaced))
    const clock = () => new Date()
    await checkKeysFit(database, config.keyFolder, clock())
    if (config.demonstration) await demonstrate(database, config.keyFolder, clock())
    const counts = config.redisUrl === undefined ? undefined : await openRedis(config.redisUrl, say)
    if (counts !== undefined) leaving.push(counts.close)
    const workshop = openWorkshop()
    leaving.push(workshop.close)
    const app = await buildApp({
      admission,
      reader,
      secretariat,
      views: await loadViews(config.site),
      workshop,
      keyFolder: config.keyFolder,
      mediaFolder: config.mediaFolder,
      pepper: await secretIn(config.keyFolder, 'pepper'),
      clock,
      trustProxy: config.trustProxy,
      counts,
      https: config.publicUrl?.startsWith('https://') ?? false,
      gallery: !config.production,
      logger: { level: 'warn' }
    })
    leaving.push(() => app.close())
    leaving.push(keepPourer(config))
    const listening = await listen(app, config)
    const address = config.publicUrl ?? listening
    say(`Earshot is listening on ${listening}${address === listening ? '' : `, for ${address}`}`)
    if (config.mediaFolder !== undefined && !(await isFolder(config.mediaFolder)))
      say(`EARSHOT_MEDIA is ${config.mediaFolder}, where no folder can be read: there will be no recordings.`)
    const demonstrations = await listDemonstrations(reader, clock())
    for (const line of demonstrationLines(demonstrations, config, address)) say(line)
    return { address, displaced, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE') {
      throw new StartRefused(
        `Port ${port} on ${host} is taken by another program.`,
        'End that program, or set PORT to another number.'
      )
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartRefused(
        `Earshot may not listen on ${host}, port ${port} (${code}).`,
        'Set HOST and PORT to an address of this machine and a port above 1023.'
      )
    }
    throw error
  }
}
