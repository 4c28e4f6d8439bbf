/** The design tokens of the style sheets: custom properties by name, as they are in each scheme of colours. */
export type Tokens = {
  readonly light: ReadonlyMap<string, string>
  /** With the light ones where dark has none of its own. */
  readonly dark: ReadonlyMap<string, string>
}

/** Reads the custom properties of `:root` off a style sheet that begins with them. */
export function tokensIn(css: string): Tokens {
  const light = propertiesOf(/^:root \{([^}]*)\}/m.exec(css)?.[1])
  const own = propertiesOf(/@media \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/.exec(css)?.[1])
  return { light, dark: new Map([...light, ...own]) }
}

/** Names of the tokens that are colours. */
export function coloursIn({ light }: Tokens): string[] {
  return [...light].flatMap(([name, value]) => (value.startsWith('#') ? [name] : []))
}

function propertiesOf(block = ''): Map<string, string> {
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value])
  )
}
