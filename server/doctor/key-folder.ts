import { lstat, readdir, realpath } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { ok, problem, unknowable, warning, type Check, type Finding, type Patient } from './check.ts'

/** The keys lie apart from what they open, and nobody else on this machine can read them. */
export const keyFolder: Check = {
  name: 'key folder',
  async look(patient) {
    const folder = await realpath(patient.config.keyFolder).catch(() => undefined)
    if (folder === undefined)
      return [
        problem(
          `There is no folder of keys at ${patient.config.keyFolder}.`,
          'Set EARSHOT_KEYS to the folder that the server keeps its keys in, or bring it back from where keys are kept.'
        )
      ]
    const found = [...(await apart(folder, patient)), ...(await closed(folder))]
    return [
      ...(found.length > 0
        ? found
        : [ok(`${folder} lies apart from the data, and only its owner may read it.`)]),
      unknowable(
        'Whether a backup holds the keys beside the database cannot be seen from here.',
        'Back them up on their own; waiting-room keys not at all.'
      )
    ]
  }
}

async function apart(folder: string, { config, pool }: Patient): Promise<Finding[]> {
  const data = [await realpath(config.dataFolder.path).catch(() => undefined), await clusterFolder({ pool })]
  return data.flatMap(place =>
    place !== undefined && (isInside(folder, place) || isInside(place, folder))
      ? [
          problem(
            `The keys in ${folder} lie together with the data in ${place}: who copies one has the other.`,
            'Move the keys to a folder of their own, and set EARSHOT_KEYS to it.'
          )
        ]
      : []
  )
}

/** Where the database lies, if it lies on this machine and its owner may know. */
async function clusterFolder({ pool }: Pick<Patient, 'pool'>): Promise<string | undefined> {
  const { rows } = await pool.query<{ folder: string }>(
    `select setting as folder from pg_settings where name = 'data_directory'`
  )
  const folder = rows[0]?.folder
  return folder === undefined ? undefined : realpath(folder).catch(() => undefined)
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^[a-z]:/i.test(way))
}

/** Modes and owners of the folder and everything in it. */
async function closed(folder: string): Promise<Finding[]> {
  if (process.platform === 'win32')
    return [warning('Who may read the keys is not looked at on Windows.', `icacls "${folder}"`)]
  const inside = await readdir(folder, { recursive: true })
  const found = await Promise.all([folder, ...inside.map(name => join(folder, name))].map(openTo))
  return found.flatMap(each => each)
}

async function openTo(path: string): Promise<Finding[]> {
  const about = await lstat(path).catch(() => undefined)
  if (about === undefined) return []
  if (about.isSymbolicLink())
    return [
      warning(`${path} is a link: what it leads to is not looked at.`, 'Put the file itself into the folder.')
    ]
  const me = process.getuid?.()
  const wanted = about.isDirectory() ? '700' : '600'
  return [
    ...((about.mode & 0o077) === 0
      ? []
      : [problem(`${path} can be reached by other users of this machine.`, `chmod ${wanted} ${path}`)]),
    ...(me === undefined || about.uid === me || me === 0
      ? []
      : [problem(`${path} belongs to another user, who can read it.`, `chown ${me} ${path}`)])
  ]
}
