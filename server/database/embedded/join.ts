import { StartRefused } from '../start-refused.ts'
import { arrive } from './arrive.ts'
import type { Reach } from './arrive.ts'
import { createCluster, hasCluster } from './create.ts'
import { withLock } from './lock.ts'
import { clusterIn, findPlace, locksIn } from './place.ts'
import type { DataFolder, Place } from './place.ts'
import { stopServer } from './postmaster.ts'

/** This process's part in the embedded server. */
export type Membership = {
  /** How to reach our database now; the port may change when the server had to be started anew. */
  reach(): Reach
  /** Starts the server again if it is gone; resolves when it answers. */
  revive(): Promise<void>
  /** Leaves; who leaves last stops the server. */
  leave(): Promise<void>
}

/**
 * Joins the embedded server of a data folder; who comes first makes and starts it.
 *
 * @throws StartRefused when that cannot be
 */
export async function joinEmbedded(dataFolder: DataFolder, say: (line: string) => void): Promise<Membership> {
  const place = await findPlace(dataFolder, say)
  const underLock = <T>(work: () => Promise<T>): Promise<T> => withLock(locksIn(place.home), work)
  const comeIn = () => arrive(place, say, () => void revive().catch(toldToWhoeverAsks))
  let left = false
  let arrived = await underLock(async () => {
    if (!(await hasCluster(place))) await createCluster(place)
    return await comeIn()
  })
  let reviving: Promise<void> | undefined

  function revive(): Promise<void> {
    reviving ??= reviveOnce().finally(() => {
      reviving = undefined
    })
    return reviving
  }

  async function reviveOnce(): Promise<void> {
    // Under a running server data do not begin anew: a disk that was taken away may come back.
    if (!(await hasCluster(place))) throw gone(place)
    await underLock(async () => {
      if (!left && !arrived.presence.isThere()) arrived = await comeIn()
    })
  }

  return {
    reach: () => arrived.reach,
    revive,
    async leave() {
      left = true
      await underLock(async () => {
        if (arrived.presence.isThere() && (await arrived.presence.leave())) await stopServer(place)
      })
    }
  }
}

/** The next query asks for the server again, and its asker is told why it does not come. */
const toldToWhoeverAsks = (): void => undefined

const gone = (place: Place): StartRefused =>
  new StartRefused(
    `The data of the database are no longer in ${clusterIn(place.home)}.`,
    'Bring the folder back; Earshot goes on with it.'
  )
