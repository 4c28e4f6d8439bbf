import type { Figure, Report, ReportFigure, Sentence } from '#analytics'
import type { Language } from '#locales'
import type { ChartPainter } from '../../../server/charts/painter.ts'

/** The smallest picture: one white point. */
export const whitePoint = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64'
)

/** Paints every chart white: what a document does with a picture does not depend on what it shows. */
export const whitePainter: ChartPainter = {
  paint: () => Promise.resolve({ png: whitePoint, width: 640, height: 260 })
}

const chart: Figure = {
  configuration: { type: 'bar', data: { labels: ['A', 'B'], datasets: [{ data: [62, 31] }] } },
  printed: [['62%', '31%']],
  ticks: [{ value: 0, text: '0%' }]
}

export function said(text: string): Sentence {
  return { key: 'sample', text, says: [] }
}

function figure(words: Omit<ReportFigure, 'question' | 'chart'>): ReportFigure {
  return { ...words, question: 'tell', chart }
}

const hash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

const english: Report = {
  language: 'en',
  title: 'Outcome of the consultation with children and young people on getting help online',
  demonstration: 'Demonstration: the answers in this document are made up.',
  head: {
    body: 'Council Working Group on Child Online Protection',
    meeting: 'Twenty-fourth meeting',
    placeAndDates: 'Geneva, 20–22 April 2026',
    document: 'Document \u2068CWG-COP-24/__-E\u2069',
    running: 'CWG-COP-24/__-E',
    date: '30 March 2026',
    original: 'Original: English',
    source: 'Report by the Chair of the Council Working Group on Child Online Protection'
  },
  box: [
    {
      term: 'Summary',
      paragraphs: [
        'This document presents what 1,245 respondents said. Most respondents (62 per cent) would tell a friend first.'
      ]
    },
    { term: 'Action required', paragraphs: ['The group is invited to note this document.'] },
    { term: 'References', paragraphs: ['Plenipotentiary Resolution 179; Council Resolution 1306'] }
  ],
  sections: [
    {
      number: 1,
      heading: 'Introduction',
      blocks: [
        {
          kind: 'paragraph',
          number: '1.1',
          sentences: [
            said('The consultation “\u2068Getting help online\u2069” was open from 2 to 27 March 2026.'),
            said('It drew 1,245 responses in six languages.')
          ],
          basis: ''
        },
        {
          kind: 'paragraph',
          number: '1.2',
          sentences: [
            said('Those who answered chose to take part; the figures describe them and nobody else.')
          ],
          basis: ''
        }
      ]
    },
    {
      number: 2,
      heading: 'Whom respondents tell',
      blocks: [
        {
          kind: 'paragraph',
          number: '2.1',
          sentences: [
            said('Asked “\u2068Whom would you tell first?\u2069”, 1,203 respondents answered.'),
            said('Most respondents (62 per cent) chose “\u2068A friend\u2069”.'),
            said('About a third (31 per cent) chose “\u2068A parent\u2069”.')
          ],
          basis: '1203 62 31'
        },
        {
          kind: 'figure',
          figure: figure({
            number: 1,
            heading: 'Figure 1. Most respondents (62 per cent) would tell a friend first',
            subtitle: 'Share of those who answered, per cent, March 2026',
            alternative:
              'Bar chart: 62 per cent chose “\u2068A friend\u2069”, 31 per cent “\u2068A parent\u2069”.',
            lines: [
              'Question: “\u2068Whom would you tell first?\u2069”',
              'Base: 1,203 respondents who answered; 24 did not know, 18 preferred not to say.'
            ]
          })
        }
      ]
    }
  ],
  annexes: [
    {
      number: 1,
      label: 'Annex 1',
      heading: 'How the figures were made',
      blocks: [
        { kind: 'heading', text: 'Method' },
        { kind: 'text', text: 'Small random changes protect everyone who answered; totals may not add up.' },
        { kind: 'list', items: ['Counts below 10 are hidden.', 'No share is printed on a base below 50.'] },
        {
          kind: 'terms',
          items: [
            { term: 'Responses', value: '1,245', code: false },
            {
              term: 'What was asked of those who came through a partner',
              value: 'Nothing else',
              code: false
            },
            { term: 'Release, SHA-256', value: hash, code: true }
          ]
        }
      ]
    },
    {
      number: 2,
      label: 'Annex 2',
      heading: 'Tables',
      blocks: [
        {
          kind: 'table',
          table: {
            number: 1,
            caption: 'Table 1. Whom would you tell first?',
            head: ['Answer', 'Count', 'Share'],
            rows: [
              { head: 'A friend', cells: ['746', '62%'] },
              { head: 'A parent', cells: ['373', '31%'] },
              { head: 'A helpline', cells: ['[c]', '[c]'] }
            ],
            lines: ['[c]: hidden, because few chose it.']
          }
        },
        {
          kind: 'figure',
          figure: figure({
            number: 2,
            heading: 'Figure 2. By age',
            subtitle: '',
            alternative: 'Bar chart: the younger, the more often a parent.',
            lines: []
          })
        }
      ]
    }
  ]
}

const arabic: Report = {
  language: 'ar',
  title: 'نتائج المشاورة مع الأطفال والشباب بشأن الحصول على المساعدة على الإنترنت',
  demonstration: 'عرض توضيحي: الإجابات الواردة في هذه الوثيقة مختلقة.',
  head: {
    body: 'فريق العمل التابع للمجلس المعني بحماية الأطفال على الإنترنت',
    meeting: 'الاجتماع الرابع والعشرون',
    placeAndDates: '\u2068جنيف\u2069، \u206820–22 أبريل 2026\u2069',
    document: 'الوثيقة \u2068CWG-COP-24/__-A\u2069',
    running: 'CWG-COP-24/__-A',
    date: '30 مارس 2026',
    original: 'الأصل: بالإنكليزية',
    source: 'تقرير من رئيس فريق العمل التابع للمجلس المعني بحماية الأطفال على الإنترنت'
  },
  box: [
    {
      term: 'ملخص',
      paragraphs: [
        'تعرض هذه الوثيقة ما قاله 1,245 من المجيبين. وردت الإجابة «\u2068صديق\u2069» في معظم الردود (62 في المائة).'
      ]
    },
    { term: 'الإجراء المطلوب', paragraphs: ['يُدعى الفريق إلى الإحاطة علما بهذه الوثيقة.'] },
    { term: 'المراجع', paragraphs: ['القرار 179 لمؤتمر المندوبين المفوضين؛ القرار 1306 للمجلس'] }
  ],
  sections: [
    {
      number: 1,
      heading: 'مقدمة',
      blocks: [
        {
          kind: 'paragraph',
          number: '1.1',
          sentences: [
            said(
              'كانت المشاورة «\u2068الحصول على المساعدة على الإنترنت\u2069» مفتوحة من 2 إلى 27 مارس 2026.'
            ),
            said('وبلغ عدد الردود: 1,245.')
          ],
          basis: ''
        },
        {
          kind: 'paragraph',
          number: '1.2',
          sentences: [said('اختار المجيبون المشاركة فيها، والأرقام تصفهم وحدهم.')],
          basis: ''
        }
      ]
    },
    {
      number: 2,
      heading: 'من يخبره المجيبون',
      blocks: [
        {
          kind: 'paragraph',
          number: '2.1',
          sentences: [
            said('عدد من أجابوا عن السؤال «\u2068من تخبره أولا؟\u2069»: 1,203.'),
            said('وردت الإجابة «\u2068WhatsApp (Meta)\u2069» في معظم الردود (62 في المائة).'),
            said(
              'وتليها «\u2068TikTok\u2069»، «\u2068YouTube\u2069» و«\u2068أحد الوالدين\u2069» (31 في المائة).'
            )
          ],
          basis: '1203 62 31'
        },
        {
          kind: 'figure',
          figure: figure({
            number: 1,
            heading: 'الشكل 1. وردت الإجابة «\u2068صديق\u2069» في معظم الردود (62 في المائة)',
            subtitle: 'النسبة من المجيبين عن هذا السؤال، مارس 2026',
            alternative: 'رسم بياني بالأعمدة: 62 في المائة «\u2068صديق\u2069».',
            lines: [
              'السؤال: «\u2068من تخبره أولا؟\u2069»',
              'أساس الحساب: 1,203 من المجيبين؛ 24 أجابوا «لا أعرف»، 18 فضلوا عدم الإجابة.'
            ]
          })
        }
      ]
    }
  ],
  annexes: [
    {
      number: 1,
      label: 'الملحق 1',
      heading: 'كيف حُسبت الأرقام',
      blocks: [
        { kind: 'heading', text: 'المنهجية' },
        { kind: 'text', text: 'تغييرات عشوائية طفيفة تحمي المجيبين؛ ولذلك قد لا تتطابق المجاميع.' },
        { kind: 'list', items: ['تُخفى الأعداد التي تقل عن 10.', 'لا تُعرض نسبة إذا قل أساس الحساب عن 50.'] },
        {
          kind: 'terms',
          items: [
            { term: 'الردود', value: '1,245', code: false },
            { term: 'ما سُئل عنه من جاءوا عن طريق أحد الشركاء', value: 'لا شيء غير ذلك', code: false },
            { term: 'الإصدار، SHA-256', value: hash, code: true }
          ]
        }
      ]
    },
    {
      number: 2,
      label: 'الملحق 2',
      heading: 'الجداول',
      blocks: [
        {
          kind: 'table',
          table: {
            number: 1,
            caption: 'الجدول 1. من تخبره أولا؟',
            head: ['الإجابة', 'العدد', 'النسبة'],
            rows: [
              { head: 'صديق', cells: ['746', '62\u200e%\u200e'] },
              { head: 'أحد الوالدين', cells: ['373', '31\u200e%\u200e'] },
              { head: 'WhatsApp (Meta)', cells: ['[c]', '[c]'] }
            ],
            lines: ['[c]: مخفي، لأن عددا قليلا اختاروا هذه الإجابة.']
          }
        },
        {
          kind: 'figure',
          figure: figure({
            number: 2,
            heading: 'الشكل 2. حسب العمر',
            subtitle: '',
            alternative: 'رسم بياني بالأعمدة حسب العمر.',
            lines: []
          })
        }
      ]
    }
  ]
}

/** A small report by hand, with everything a report can hold. */
export function sampleReport(language: Extract<Language, 'en' | 'ar'>): Report {
  return language === 'ar' ? arabic : english
}
