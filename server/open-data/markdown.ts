/** Somebody's text on one line of Markdown, with nothing in it that Markdown would take for its own. */
export function inline(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_[\]<>#|{}]/g, '\\$&')
}

/** A code, an id or a command, letter by letter. None of ours holds a backtick. */
export function verbatim(text: string): string {
  return `\`${text}\``
}

/** A table with a heading; cells are Markdown already. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`)
}

/** Blocks with an empty line between them, and one line feed at the end. */
export function documentOf(blocks: readonly (string | readonly string[])[]): string {
  return `${blocks.map(block => (typeof block === 'string' ? block : block.join('\n'))).join('\n\n')}\n`
}
