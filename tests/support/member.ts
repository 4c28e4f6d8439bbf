import { openDatabase } from '../../server/database/client.ts'

// A process that shares an embedded database: `node --import tsx member.ts FOLDER`, steered by messages.
const [folder = ''] = process.argv.slice(2)
const tell = (message: Record<string, unknown>): void => void process.send?.(message)

try {
  const database = await openDatabase({
    databaseUrl: undefined,
    dataFolder: { path: folder, explicit: true },
    say: line => tell({ said: line })
  })
  // Two at once would both find no table; a transaction of one query makes them take turns.
  await database.pool.query(
    'select pg_advisory_xact_lock(1); create table if not exists kept (number integer primary key)'
  )
  tell({ opened: database.url })
  process.on('message', async message => {
    if (message === 'close') {
      await database.close()
      tell({ closed: true })
      process.disconnect()
    }
    if (message === 'write') {
      for (let number = 1; ; number += 1) {
        await database.pool.query('insert into kept values ($1)', [number])
        tell({ kept: number })
      }
    }
  })
} catch (error) {
  process.send?.({ refused: String(error) }, () => process.exit(1))
}
