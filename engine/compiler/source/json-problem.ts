import { type ParseErrorCode, printParseErrorCode } from 'jsonc-parser';

/** What is wrong with JSON, in words: `CommaExpected` is `comma expected`. */
export function jsonProblem(code: ParseErrorCode): string {
  return printParseErrorCode(code)
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .trim();
}
