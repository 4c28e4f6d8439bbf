import { describe, expect, it } from 'vitest'
import { mayUseSocket, settings } from '../../../server/database/embedded/settings.ts'

describe('how the embedded server is reached', () => {
  it.each([
    ['/srv/earshot/.data/postgres', 'linux', true],
    ['/srv/earshot/.data/postgres', 'win32', false],
    [`/${'long'.repeat(30)}`, 'linux', false],
    [`/${'é'.repeat(45)}`, 'linux', false]
  ])('%s on %s: by socket %s', (cluster, platform, expected) => {
    expect(mayUseSocket(cluster, platform)).toBe(expected)
  })

  it('is never another address than the loopback', () => {
    expect(settings({ port: 5555 })).toEqual(
      expect.arrayContaining(['listen_addresses=127.0.0.1', 'port=5555'])
    )
    expect(settings({ socketFolder: '/data' })).toContain('listen_addresses=')
  })

  it('takes a socket folder with a comma or a quote for one folder', () => {
    expect(settings({ socketFolder: '/a, "b"' })).toContain('unix_socket_directories="/a, ""b"""')
  })
})
