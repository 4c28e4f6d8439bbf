/**
 * Text that XML can hold: no control characters, no halves of characters, no noncharacters. Breaks and tabs become
 * spaces. What embeds or overrides a direction is dropped: what Word does with it is nowhere laid down
 * (ISO/IEC 29500-1, annex I.7), and it could turn the rest of a line around. `docx` fills in words of its own in
 * braces wherever they stand (`{earshot-bullets-0}`): a joiner that nobody sees keeps it from those of a text.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\n\v\f\r\x85\u2028\u2029]+/g, ' ')
    .replace(/[\p{Cc}\ufffe\uffff\u202a-\u202e]/gu, '')
    .replace(/\{(?=[\w.-]+\})/g, '{\u2060')
}
