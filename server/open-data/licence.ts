/** Under which everything that is published may be used. The name is that of the SPDX list. */
export const licence = {
  name: 'CC-BY-4.0',
  title: 'Creative Commons Attribution 4.0 International',
  path: 'https://creativecommons.org/licenses/by/4.0/'
} as const

/** The licence of a package in words. @param source how the release is to be named */
export function licenceText(source: string): string {
  return `${licence.title} (${licence.name})
${licence.path}

You may copy and pass on what is in this package, and make something new of it, for any purpose, also for money.
You must name the source, link to the licence, and say whether you changed something:

  ${source}

The full text of the licence is at the address above; it holds, not this summary.
`
}
