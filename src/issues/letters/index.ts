import type { Language } from '../../model/target.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { ja } from './ja.js';
import type { LetterTexts } from './letter.js';

/** The letters, by language. */
export const LETTERS: Readonly<Record<Language, LetterTexts>> = { en, de, fr, es, ja };
