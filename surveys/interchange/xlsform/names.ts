const longest = 64

/** The same name as an id of ours: letters, digits, `_ . -`, beginning with a letter or underscore. '' if nothing is left. */
export function mendedId(name: string): string {
  const code = mendedCode(name)
  return code === '' || /^[A-Za-z_]/.test(code) ? code : `_${code}`.slice(0, longest)
}

/** The same name as a code of ours, which may begin with a digit. '' if nothing is left of it. */
export function mendedCode(name: string): string {
  const plain = name.slice(0, 1000).normalize('NFKD').replace(/\p{M}/gu, '')
  const code = plain.replace(/[^A-Za-z0-9_.-]+/g, '_').slice(0, longest)
  if (!/[A-Za-z0-9]/.test(code) && code !== name) return ''
  return code === '' || /^[A-Za-z0-9_]/.test(code) ? code : `_${code.slice(1)}`
}

/** The wanted name, or the first of name_2, name_3 … that is free; it is taken from then on. */
export function claim(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let number = 2; taken.has(name); number += 1) {
    const ending = `_${number}`
    name = wanted.slice(0, longest - ending.length) + ending
  }
  taken.add(name)
  return name
}
