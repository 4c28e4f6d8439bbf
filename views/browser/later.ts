import type { LaterName } from '../frame.ts'

// While the script runs for the first time, its own element says where the others are.
const { dataset } = document.currentScript ?? document.createElement('script')

/** Fetches a script that is wanted only now. @returns its exports; rejects where the network is away */
export function later<Exports>(name: LaterName): Promise<Exports> {
  return import(dataset[name] ?? '')
}
