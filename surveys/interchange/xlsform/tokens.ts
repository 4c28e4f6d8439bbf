/** A piece of an expression: `${name}`, a quoted text, a number, a word such as `selected`, or a sign. */
export type Token = {
  readonly kind: 'reference' | 'text' | 'number' | 'word' | 'mark'
  readonly text: string
}

/** Longer expressions are not written by people. */
const longest = 4000

/** Spreadsheets turn straight quotes into curly ones, so both are read. */
const lexeme =
  /\s*(?:\$\{\s*([^{}\s]+)\s*\}|'([^']*)'|"([^"]*)"|‘([^’]*)’|“([^”]*)”|(\d+(?:\.\d+)?|\.\d+)|([A-Za-z_][\w:-]*)|(<=|>=|!=|[=<>(),.-]))/uy

/** @returns undefined when a sign is none of ours, or the text is too long */
export function tokensOf(source: string): Token[] | undefined {
  if (source.length > longest) return undefined
  const tokens: Token[] = []
  const text = source.trim()
  lexeme.lastIndex = 0
  while (lexeme.lastIndex < text.length) {
    const match = lexeme.exec(text)
    if (match === null) return undefined
    tokens.push(tokenOf(match))
  }
  return tokens
}

function tokenOf([
  ,
  reference,
  single,
  double,
  curly,
  curlyDouble,
  number,
  word,
  mark
]: RegExpExecArray): Token {
  if (reference !== undefined) return { kind: 'reference', text: reference }
  const quoted = single ?? double ?? curly ?? curlyDouble
  if (quoted !== undefined) return { kind: 'text', text: quoted }
  if (number !== undefined) return { kind: 'number', text: number }
  return word === undefined ? { kind: 'mark', text: mark ?? '' } : { kind: 'word', text: word }
}
