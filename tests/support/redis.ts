import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '../../server/free-port.ts'
import { makeFolder } from './folder.ts'

/** Whether this machine has a Redis server of its own to test with (Debian: `redis-server`). */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0

export type RedisServer = { readonly url: string; stop(): Promise<void> }

/** A real Redis server on a free port of this machine, that keeps nothing unless told to. */
export async function startRedis(...settings: readonly string[]): Promise<RedisServer> {
  const folder = await makeFolder()
  const port = await freePort()
  const given = settings.length > 0 ? settings : ['--save', '', '--appendonly', 'no']
  const all = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder.path, ...given]
  const server = spawn('redis-server', all, { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const chunk of server.stdout) if (String(chunk).includes('Ready to accept connections')) break
  server.stdout.resume()
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      if (server.exitCode === null) {
        server.kill()
        await once(server, 'exit')
      }
      await folder.remove()
    }
  }
}
