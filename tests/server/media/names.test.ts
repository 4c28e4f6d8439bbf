import { describe, expect, it } from 'vitest'
import { readMediaName } from '../../../server/media/names.ts'

const opus = 'audio/ogg; codecs=opus'

describe('a file name', () => {
  it.each([
    ['devices.opus', { recording: 'devices' }, opus],
    ['devices.mp3', { recording: 'devices' }, 'audio/mpeg'],
    ['devices.easy.opus', { recording: 'devices.easy' }, opus],
    ['_q.1-a.easy.mp3', { recording: '_q.1-a.easy' }, 'audio/mpeg'],
    [`${'q'.repeat(64)}.easy.opus`, { recording: `${'q'.repeat(64)}.easy` }, opus],
    ['sign-landing.mp4', { video: 'landing' }, 'video/mp4'],
    ['sign-cards.webm', { video: 'cards' }, 'video/webm'],
    ['sign-thanks.webm', { video: 'thanks' }, 'video/webm'],
    ['sign-help.mp4', { video: 'help' }, 'video/mp4']
  ])('%s says what the file is', (name, of, type) => {
    expect(readMediaName(name)).toMatchObject({ of, type })
  })

  it('says which format browsers are offered first', () => {
    const ranks = ['q.opus', 'q.mp3', 'sign-help.webm', 'sign-help.mp4'].map(
      name => readMediaName(name)?.rank
    )
    expect(ranks).toEqual([0, 1, 0, 1])
  })

  it.each([
    '',
    '.mp3',
    '.hidden.mp3',
    '1st.mp3',
    'devices',
    'devices.MP3',
    'devices.wav',
    'devices.mp3.part',
    'devices.mp3~',
    'devices.mp3\n',
    'devices.mp4',
    'sign-home.mp4',
    'sign-landing.mov',
    'sign-landing.easy.mp4',
    'a b.mp3',
    'größe.mp3',
    'سؤال.mp3',
    '../devices.mp3',
    '..\\devices.mp3',
    'a/b.mp3',
    'a%2fb.mp3',
    'a\0.mp3',
    'index.html',
    `${'q'.repeat(70)}.mp3`
  ])('%j is none of ours', name => {
    expect(readMediaName(name)).toBeUndefined()
  })
})
