import { open } from 'node:fs/promises'

/** The name of a new file survives a power cut once its folder is on the disk. Windows writes names down by itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
