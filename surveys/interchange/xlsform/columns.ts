/** A heading such as `label::Français (fr)`: what the column holds, and the language as it was written. */
export type Column = {
  readonly index: number
  readonly header: string
  readonly base: string
  readonly language: string | null
}

/** Other spellings of a heading, older ones among them. */
const aliases: Readonly<Record<string, string>> = {
  relevance: 'relevant',
  'bind::relevant': 'relevant',
  'bind::required': 'required',
  'bind::constraint': 'constraint',
  'bind::jr:constraintmsg': 'constraint_message',
  'bind::calculate': 'calculation',
  calculate: 'calculation',
  caption: 'label',
  command: 'type',
  tag: 'name',
  value: 'name',
  list: 'list_name',
  title: 'form_title',
  readonly: 'read_only',
  requiredmsg: 'required_message',
  constraining_message: 'constraint_message',
  bigimage: 'big_image'
}

const translated = new Set([
  'form_title',
  'label',
  'hint',
  'guidance_hint',
  'constraint_message',
  'required_message',
  'image',
  'big_image',
  'audio',
  'video'
])

/** Headings in their order; the first of two equal ones counts, blank ones keep their text so that none is lost. */
export function columnsOf(headers: readonly string[]): { columns: Column[]; repeated: Column[] } {
  const columns: Column[] = []
  const repeated: Column[] = []
  const seen = new Set<string>()
  for (const [index, header] of headers.entries()) {
    const column = { index, header, ...headingOf(header) }
    const key = `${column.base}\n${(column.language ?? '').toLowerCase()}`
    if (seen.has(key) && header !== '') repeated.push(column)
    else columns.push(column)
    seen.add(key)
  }
  return { columns, repeated }
}

function headingOf(header: string): Pick<Column, 'base' | 'language'> {
  const whole = normal(header)
  const parts = header.replace(/^media\s*:{1,2}/i, '').split(/\s*::\s*|\s*:\s*/)
  const base = normal(parts[0] ?? '')
  const known = aliases[whole] ?? aliases[base] ?? base
  if (aliases[whole] === undefined && translated.has(known)) {
    const language = parts.slice(1).join(':').trim()
    return { base: known, language: language === '' ? null : language }
  }
  return { base: aliases[whole] ?? whole, language: null }
}

function normal(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
}
