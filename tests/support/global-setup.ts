import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../server/database/client.ts'
import type { Database } from '../../server/database/client.ts'
import { command, databaseUrl } from './postgres.ts'
import { makeFolder } from './folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server on which tests may make databases. */
    postgresUrl: string
    /** The name of a migrated database to copy. */
    postgresTemplate: string
  }
}

/** Starts one server for all test files: the one DATABASE_URL names, or an embedded one in a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await makeFolder()
  const named = process.env['DATABASE_URL']
  const say = (line: string): void => console.log(line)
  const dataFolder = { path: folder.path, explicit: true }
  const embedded =
    named === undefined ? await openDatabase({ databaseUrl: undefined, dataFolder, say }) : undefined
  const server = named ?? embedded?.url ?? ''

  if (embedded !== undefined) {
    // What these tests write need not outlive a power cut; tests of durability start their own server.
    await command(server, 'alter system set fsync = off')
    await command(server, 'select pg_reload_conf()')
  }

  const template = `template_${randomBytes(8).toString('hex')}`
  await command(server, `create database ${template}`)
  await closeAtOnce(await openDatabase({ databaseUrl: databaseUrl(server, template), dataFolder, say }))
  project.provide('postgresUrl', server)
  project.provide('postgresTemplate', template)

  return async () => {
    await command(server, `drop database ${template} with (force)`)
    await embedded?.close()
    await folder.remove()
  }
}

const closeAtOnce = (database: Database): Promise<void> => database.close()
