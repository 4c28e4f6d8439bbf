import type { LaterName } from '../frame.ts'

// While the script runs for the first time, its own element says where it and the others are.
const own = document.currentScript
const { dataset } = own ?? document.createElement('script')

/** Fetches a script that is wanted only now. @returns its exports; rejects where the network is away */
export function later<Exports>(name: LaterName): Promise<Exports> {
  return import(dataset[name] ?? '')
}

/** Paths of this script and of those that it may fetch. */
export function scriptPaths(): string[] {
  return [own?.getAttribute('src') ?? '', ...Object.values(dataset)].flatMap(path => path || [])
}
