import type { Language } from '#locales'

/**
 * "Margin of error", "significant" and "representative" in each language, in any of their endings: an open
 * consultation draws no sample, so none of the three can be said of it.
 */
const claims: Record<Language, RegExp> = {
  ar: /هامش (ال)?خطأ|دلالة (ال)?[إا]حصائية|ذ(و|ا|ي|ات) دلالة|تمثيلي|عين[ةه] ممثل[ةه]|ممثل[ةه] ل/,
  zh: /误差(范围|幅度|率|界限)|抽样误差|显著|代表性/,
  en: /margins? of error|error margin|significan|representativ/i,
  fr: /marges? d[’']\s?erreur|significati|représentati/i,
  ru: /погрешност|статистическ\S* ошибк|значим|репрезентативн|представительн/i,
  es: /m[aá]rgen(es)? de(l)? error|significati|representativ/i
}

/** Whether a text claims what an open consultation cannot. */
export function claimsTooMuch(text: string, language: Language): boolean {
  return claims[language].test(withoutVowelMarks(text))
}

/** Arabic as it is usually typed: without the marks over and under the letters. */
function withoutVowelMarks(text: string): string {
  return text.replace(/[\u064b-\u0652\u0640]/g, '')
}
