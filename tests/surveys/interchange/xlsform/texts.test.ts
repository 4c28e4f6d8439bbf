import { describe, expect, it } from 'vitest'
import { importXlsform } from '#surveys'
import { languageNamed } from '../../../../surveys/interchange/xlsform/languages.ts'
import { imported, lossesOf, questionIn, refusalsOf } from '../../../support/forms.ts'

type Cell = string | number | boolean | null

function sheetsWith(headings: Cell[], row: Cell[], language?: string): Parameters<typeof imported>[0] {
  const settings = {
    name: 'settings',
    rows: [
      ['form_title', 'default_language'],
      ['A form', language ?? null]
    ]
  }
  return [
    {
      name: 'survey',
      rows: [
        ['type', 'name', ...headings],
        ['text', 'q', ...row]
      ]
    },
    settings
  ]
}

function textWith(headings: Cell[], row: Cell[], language?: string): unknown {
  return questionIn(sheetsWith(headings, row, language), 'q').text.standard
}

describe('the language of a column', () => {
  it.each([
    ['English (en)', 'en'],
    ['english', 'en'],
    ['Français', 'fr'],
    ['Francais (fr)', 'fr'],
    ['fr-CA', 'fr'],
    ['Arabic (ar)', 'ar'],
    ['العربية', 'ar'],
    ['Chinese (Simplified)', 'zh'],
    ['zh-Hans', 'zh'],
    ['中文 (zh-Hans)', 'zh'],
    ['Русский', 'ru'],
    ['ESPAÑOL (es)', 'es'],
    ['spa', 'es'],
    ['Castellano', 'es'],
    ['Swahili (sw)', undefined],
    ['English (sw)', undefined],
    ['Deutsch', undefined],
    ['', undefined]
  ])('is read from its name: %s', (name, language) => {
    expect(languageNamed(name)).toBe(language)
  })

  it.each(['label::English (en)', 'label:English (en)', 'Label :: en', 'label::eng', 'LABEL'])(
    'is read from its heading: %s',
    heading => {
      expect(textWith([heading], ['Why?'])).toEqual({ en: 'Why?' })
    }
  )

  it('is English when nothing says otherwise, and that is told', () => {
    expect(lossesOf(sheetsWith(['label'], ['Why?']))).toEqual(['languageAssumed at survey'])
  })

  it('is the default language of the settings when they name one', () => {
    expect(textWith(['label'], ['Pourquoi ?'], 'Français (fr)')).toEqual({ fr: 'Pourquoi ?' })
    expect(lossesOf(sheetsWith(['label'], ['Pourquoi ?'], 'fr'))).toEqual([])
    expect(imported(sheetsWith(['label'], ['Pourquoi ?'], 'fr')).title.standard).toEqual({ fr: 'A form' })
  })

  it('is left out once with all its columns when it is none of the six', () => {
    const form = sheetsWith(
      ['label::English', 'label::Swahili (sw)', 'hint::Swahili (sw)'],
      ['Why?', 'Kwa nini?', 'Andika']
    )
    const read = importXlsform(form, '')
    expect(read.losses).toEqual([
      {
        at: 'survey',
        code: 'xlsform.languageDropped',
        params: { language: 'Swahili (sw)', columns: 'survey label::Swahili (sw), survey hint::Swahili (sw)' }
      }
    ])
  })

  it('has the form refused when there is no text in any of the six', () => {
    expect(refusalsOf(sheetsWith(['label'], ['Warum?'], 'de'))).toEqual(['noLanguage at survey'])
  })

  it('that two columns share keeps the one that names it', () => {
    const form = sheetsWith(['label', 'label::en'], ['Plain?', 'Named?'])
    expect(textWith(['label', 'label::en'], ['Plain?', 'Named?'])).toEqual({ en: 'Named?' })
    expect(lossesOf(form)).toEqual(['languageAssumed at survey', 'textTwice at survey, row 2'])
  })
})

describe('a text', () => {
  it('stands in every language it has, with its hint', () => {
    const headings = ['label::en', 'label::fr', 'hint::en', 'hint::ar']
    expect(questionIn(sheetsWith(headings, ['Why?', 'Pourquoi ?', 'Think.', 'فكر']), 'q')).toMatchObject({
      text: { standard: { en: 'Why?', fr: 'Pourquoi ?' } },
      hint: { standard: { en: 'Think.', ar: 'فكر' } }
    })
  })

  it.each([
    ['Hello ${name}!', 'Hello …!', 'referenceInText'],
    ['<b>Bold</b>', '<b>Bold</b>', 'markupShown'],
    ['**Bold**', '**Bold**', 'markupShown'],
    ['2026-02-01', '2026-02-01', 'dateInText'],
    ['#REF!', '#REF!', 'errorCell'],
    [null, 'q', 'labelMissing']
  ])('that cannot stand as it is, is told of: %s', (written, shown, loss) => {
    const form = sheetsWith(['label::en'], [written])
    const two = [{ name: 'survey', rows: [...form[0]!.rows, ['text', 'other', 'Other?']] }, form[1]!]
    expect(questionIn(two, 'q').text.standard).toEqual({ en: shown })
    expect(lossesOf(two)).toEqual([`${loss} at survey, row 2`])
  })

  it('may be a number or a switch of the spreadsheet', () => {
    expect(textWith(['label::en'], [0.1 + 0.2])).toEqual({ en: '0.3' })
    expect(textWith(['label::en'], [true])).toEqual({ en: 'TRUE' })
  })

  it('of a note gets its hint as a second paragraph', () => {
    const rows = [
      ['type', 'name', 'label::en', 'hint::en'],
      ['note', null, 'Hello.', 'Thank you.'],
      ['text', 'q', 'Q?', null]
    ]
    expect(imported([{ name: 'survey', rows }]).sections[0]?.items[0]).toEqual({
      kind: 'note',
      id: 'note_2',
      text: { standard: { en: 'Hello.\n\nThank you.' } }
    })
  })
})

describe('a column that we do not use', () => {
  it.each([
    ['required', 'yes', ['requiredIgnored at survey, row 2']],
    ['required', 'no', []],
    ['required', false, []],
    ['read_only', 'FALSE', []],
    ['read_only', 'yes', ['columnIgnored at survey, row 2']],
    ['constraint', "regex(., 'a')", ['constraintIgnored at survey, row 2']],
    ['calculation', '1+1', ['calculationIgnored at survey, row 2']],
    ['choice_filter', 'a=b', ['choiceFilterIgnored at survey, row 2']],
    ['default', 'x', ['defaultIgnored at survey, row 2']],
    ['appearance', 'w1', ['appearanceIgnored at survey, row 2']],
    ['media::image', 'a.png', ['mediaIgnored at survey, row 2']],
    ['media::audio::French', 'a.mp3', ['mediaIgnored at survey, row 2']],
    ['constraint_message::fr', 'Non', ['columnIgnored at survey, row 2']],
    ['parameters', 'rows=3', ['columnIgnored at survey, row 2']],
    ['anything else', 'x', ['columnIgnored at survey, row 2']],
    ['label::en', 'again', ['columnRepeated at survey, row 2']],
    [null, 'x', ['columnUnnamed at survey, row 2']]
  ])('is told of when it holds something: %s %s', (heading, cell, losses) => {
    expect(lossesOf(sheetsWith(['label::en', heading], ['Q?', cell]))).toEqual(losses)
  })

  it('is one loss that names all its rows', () => {
    const rows = [
      ['type', 'name', 'label::en', 'extra'],
      ...[1, 2, 3, 4, 5].map(n => ['text', `q${n}`, 'Q?', n === 3 ? null : 'x'])
    ]
    const read = importXlsform(
      [
        { name: 'survey', rows },
        { name: 'settings', rows: [['form_title'], ['T']] }
      ],
      ''
    )
    expect(read.losses).toEqual([
      {
        at: 'survey, rows 2–3, 5–6',
        code: 'xlsform.columnIgnored',
        params: { column: 'extra', rows: '2–3, 5–6' }
      }
    ])
  })
})

describe('settings', () => {
  it('give the title; the file gives it when they do not', () => {
    const survey = {
      name: 'survey',
      rows: [
        ['type', 'name', 'label::en'],
        ['text', 'q', 'Q?']
      ]
    }
    expect(imported([survey]).title.standard).toEqual({ en: 'Untitled' })
    expect(lossesOf([survey])).toEqual(['titleMissing at settings'])
  })

  it('and sheets that we do not use are named', () => {
    const form = sheetsWith(['label::en'], ['Q?'])
    const settings = {
      name: 'Settings',
      rows: [
        ['form_title', 'form_id', 'version', 'submission_url'],
        ['T', 't', 3, 'https://example.org']
      ]
    }
    expect(lossesOf([form[0]!, settings, { name: 'notes', rows: [] }])).toEqual([
      'settingsIgnored at settings, row 2',
      'sheetsIgnored at workbook'
    ])
  })
})
