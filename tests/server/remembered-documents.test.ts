import { describe, expect, it } from 'vitest'
import { rememberedDocuments } from '../../server/remembered-documents.ts'

describe('a remembered document', () => {
  it('is made once, however many ask for it at a time', async () => {
    const documents = rememberedDocuments()
    let made = 0
    const make = async () => {
      made += 1
      return Uint8Array.of(1, 2, 3)
    }
    const found = await Promise.all([1, 2, 3].map(() => documents('one', 'image/png', make)))
    expect(made).toBe(1)
    expect(new Set(found).size).toBe(1)
  })

  it('is made again after it could not be', async () => {
    const documents = rememberedDocuments()
    const failing = documents('one', 'image/png', () => Promise.reject(new Error('no paint')))
    await expect(failing).rejects.toThrow('no paint')
    await expect(documents('one', 'image/png', () => Uint8Array.of(1))).resolves.toMatchObject({})
  })

  it('is compressed where it is a text, and stays as it is where it is bytes', async () => {
    const documents = rememberedDocuments()
    const text = await documents('text', 'text/plain', () => 'long '.repeat(500))
    const bytes = await documents('bytes', 'image/png', () => new Uint8Array(2500))
    expect(text.forms.br.body.length).toBeLessThan(100)
    expect(text.forms.br.headers['content-encoding']).toBe('br')
    expect(bytes.forms.br.body.length).toBe(2500)
    expect(bytes.forms.br.headers).toEqual({ 'content-type': 'image/png', etag: bytes.forms.br.etag })
  })

  it('is never given up while it is being made', async () => {
    const documents = rememberedDocuments({ most: 1 })
    let made = 0
    let finish = (): void => undefined
    const slow = () =>
      documents('slow', 'image/png', async () => {
        made += 1
        await new Promise<void>(resolve => (finish = resolve))
        return Uint8Array.of(1)
      })
    const first = slow()
    for (const key of ['a', 'b', 'c']) await documents(key, 'image/png', () => Uint8Array.of(1))
    const second = slow()
    finish()
    expect(await second).toBe(await first)
    expect(made).toBe(1)
  })

  it('is given up when two hundred others were asked for since', async () => {
    const documents = rememberedDocuments()
    const made: string[] = []
    const ask = (key: string) =>
      documents(key, 'image/png', () => {
        made.push(key)
        return Uint8Array.of(1)
      })
    await ask('first')
    for (let other = 0; other < 200; other++) await ask(`other ${other}`)
    await ask('other 0')
    await ask('first')
    expect(made.filter(key => key === 'first')).toHaveLength(2)
    expect(made.filter(key => key === 'other 0')).toHaveLength(1)
  })
})
