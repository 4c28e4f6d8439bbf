import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Puts files into a folder of recordings, each of so many bytes that count up from zero. */
export async function putMedia(folder: string, files: Readonly<Record<string, number>>): Promise<void> {
  for (const [path, bytes] of Object.entries(files)) {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(
      file,
      Uint8Array.from({ length: bytes }, (_, at) => at % 256)
    )
  }
}

/** One second of silence, as a browser plays it. */
export function silence(): Buffer {
  const samples = 8000
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + samples, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(samples, 24)
  head.writeUInt32LE(samples, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(samples, 40)
  return Buffer.concat([head, Buffer.alloc(samples, 0x80)])
}
