import { writeHeapSnapshot } from 'node:v8'
import { buildApp } from '../../server/app.ts'
import { openDatabase } from '../../server/database/client.ts'
import { secretIn } from '../../server/keys/secret.ts'
import { loadViews } from '../../server/views.ts'
import { openWorkshop } from '../../server/workshop/index.ts'

/**
 * A server in a process of its own, whose memory can be looked into: it tells its port, and on `hours` moves its clock,
 * on `snapshot` writes its heap to a file. Run with --expose-gc.
 */
const [databaseUrl = '', keyFolder = '', start = ''] = process.argv.slice(2)
let now = new Date(start)
const database = await openDatabase({
  databaseUrl,
  dataFolder: { path: 'unused', explicit: true },
  keyFolder,
  say: () => undefined
})
const app = await buildApp({
  admission: database.as('admission'),
  reader: database.as('reader').db,
  secretariat: database.as('secretariat').db,
  keyFolder,
  pepper: await secretIn(keyFolder, 'pepper'),
  views: await loadViews(),
  workshop: openWorkshop(),
  clock: () => now,
  trustProxy: '127.0.0.99',
  https: false,
  gallery: false,
  logger: false
})
const address = await app.listen({ host: '127.0.0.1', port: 0 })

process.on('message', (message: { readonly hours?: number; readonly snapshot?: string }) => {
  now = new Date(now.getTime() + (message.hours ?? 0) * 60 * 60 * 1000)
  if (message.snapshot === undefined) return
  globalThis.gc?.()
  writeHeapSnapshot(message.snapshot)
  process.send?.({ written: message.snapshot })
})
process.send?.({ address })
