import { describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { StartRefused } from '../../server/database/start-refused.ts'

describe('the configuration', () => {
  it('needs nothing to be set to try it', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      production: false,
      trustProxy: false
    })
  })

  it.each([
    ['a port that is none', { PORT: 'many' }, 'PORT'],
    ['a port out of range', { PORT: '70000' }, 'PORT'],
    ['a database of another kind', { DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    ['a site with a path', { PUBLIC_URL: 'https://example.org/path' }, 'PUBLIC_URL'],
    ['a proxy that is no address', { TRUST_PROXY: 'abc' }, 'TRUST_PROXY'],
    ['a network that is too narrow', { TRUST_PROXY: '10.0.0.0/99' }, 'TRUST_PROXY'],
    ['a comma too many', { TRUST_PROXY: '127.0.0.1,' }, 'TRUST_PROXY'],
    [
      'production without keys of its own',
      { NODE_ENV: 'production', DATABASE_URL: 'postgres://h/d', PUBLIC_URL: 'https://x.org' },
      'EARSHOT_KEYS'
    ],
    [
      'production over plain http',
      {
        NODE_ENV: 'production',
        DATABASE_URL: 'postgres://h/d',
        EARSHOT_KEYS: '/k',
        PUBLIC_URL: 'http://x.org'
      },
      'PUBLIC_URL'
    ],
    [
      'production on a database nobody chose',
      { NODE_ENV: 'production', EARSHOT_KEYS: '/k', PUBLIC_URL: 'https://x.org' },
      'EARSHOT_DATA'
    ]
  ])('refuses %s, and names it', (_, environment, name) => {
    expect(() => readConfig(environment)).toThrow(StartRefused)
    expect(() => readConfig(environment)).toThrow(name)
  })

  it('takes production with everything set, and shows no demonstration there', () => {
    const environment = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://h/d',
      EARSHOT_KEYS: '/k',
      PUBLIC_URL: 'https://x.org/',
      TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,loopback'
    }
    expect(readConfig(environment)).toMatchObject({
      production: true,
      publicUrl: 'https://x.org',
      demonstration: false
    })
  })
})
