import { describe, expect, it } from 'vitest'
import { replaceMarkup, withoutReferences, xmlText } from '../../../server/reports/docx/xml.ts'

describe('work on the XML of a part', () => {
  it('escapes what would end an element or an attribute', () => {
    expect(xmlText('</a> & "b" ]]> \u2068c\u2069\u0000')).toBe('&lt;/a&gt; &amp; &quot;b&quot; ]]&gt; c')
  })

  it('puts markup in the place of markup, as it is', () => {
    expect(replaceMarkup('<a/><b/>', '<b/>', '<c d="$&"/>')).toBe('<a/><c d="$&"/>')
  })

  it.each(['<a/>', '<b/><b/>'])('stops where the markup is not there exactly once: %s', xml => {
    expect(() => replaceMarkup(xml, '<b/>', '<c/>')).toThrow(RangeError)
  })

  it('leaves out what refers to a part, and nothing else', () => {
    const types =
      '<Types><Override PartName="/word/comments.xml"/><Override PartName="/word/mycomments.xml"/></Types>'
    expect(withoutReferences(types, ['comments.xml'])).toBe(
      '<Types><Override PartName="/word/mycomments.xml"/></Types>'
    )
    expect(withoutReferences('<R><S Target="comments.xml"/></R>', ['comments.xml'])).toBe('<R></R>')
  })
})
