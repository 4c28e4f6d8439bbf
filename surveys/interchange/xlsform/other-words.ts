import type { Words } from '../../questionnaire.ts'

/** The option that `or_other` adds to a question. */
export const otherOption: Words = {
  ar: 'غير ذلك',
  zh: '其他',
  en: 'Other',
  fr: 'Autre',
  ru: 'Другое',
  es: 'Otra respuesta'
}

/** The open question that follows it. */
export const otherQuestion: Words = {
  ar: 'إذا اخترت «غير ذلك»، فما إجابتك؟',
  zh: '如果你选择了“其他”，请写出你的回答。',
  en: 'If you chose “Other”, what is your answer?',
  fr: 'Si tu as choisi «\u00a0Autre\u00a0», quelle est ta réponse\u202f?',
  ru: 'Если твой ответ — «Другое», напиши, какой.',
  es: 'Si elegiste «Otra respuesta», ¿cuál es?'
}
