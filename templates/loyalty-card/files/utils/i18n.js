import { en } from '../i18n/en';
import { zh } from '../i18n/zh';
import { merchantConfig } from './config';

const languages = { en, 'zh-CN': zh };

/** All words of the merchant's language, for the data of a page. */
export function words() {
  return languages[merchantConfig().language] || en;
}

/** A sentence with `{name}` places filled in. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => (values[name] === undefined ? place : String(values[name])));
}
