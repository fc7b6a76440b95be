/** What the tests and the groups of tests of a file are called: words in a comment or in a body prove nothing. */
export const titlesIn = (text: string): string[] =>
  [...text.matchAll(/(?:\b(?:it|test|describe)\b[\w.]*\(|\)\(|^\s*)\s*(?:'((?:[^'\\]|\\.)*)'|`([^`]*)`)\s*,/gm)].map(
    ([, plain, template]) => plain ?? template ?? '',
  );
