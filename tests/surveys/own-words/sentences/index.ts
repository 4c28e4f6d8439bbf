import type { Language } from '#locales'
import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ru } from './ru.ts'
import type { Sentences } from './sentences.ts'
import { zh } from './zh.ts'

export const sentences: Readonly<Record<Language, Sentences>> = { ar, zh, en, fr, ru, es }
