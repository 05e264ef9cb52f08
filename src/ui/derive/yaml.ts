/** A word that YAML reads as the same text without quotes. */
const plain = /^[A-Za-z\u2e80-\u9fff](?:[^\n:#{}[\],]|:(?=\S))*$/;
const otherwiseRead = /^(true|false|null|yes|no|on|off|y|n|~)$|^\s|\s$/i;

/** Characters that a list or a map may take on one line. */
const longestLine = 88;

function scalar(value: unknown): string {
  if (typeof value !== 'string') return String(value);
  if (plain.test(value) && !otherwiseRead.test(value)) return value;
  return value.includes('\n') || value.includes("'") ? JSON.stringify(value) : `'${value}'`;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (!isNested(value)) return scalar(value);
  const parts = Object.entries(value).map(([key, each]) => `${scalar(key)}: ${onOneLine(each)}`);
  return `{ ${parts.join(', ')} }`;
}

/** Whether a value is small enough to be written on one line of `room` characters: a list, or a map within a list. */
function fits(value: object, room: number): boolean {
  if (Object.keys(value).length === 0) return true;
  const flat = Object.values(value).every((each) => !isNested(each) || (Array.isArray(value) && !Array.isArray(each)));
  return flat && onOneLine(value).length <= room;
}

function lines(value: object, indent: string): string[] {
  const room = longestLine - indent.length;
  if (Array.isArray(value)) {
    return value.flatMap((each) => {
      if (!isNested(each) || fits(each, room)) return [`${indent}- ${onOneLine(each)}`];
      const [first = '', ...rest] = lines(each, `${indent}  `);
      return [`${indent}- ${first.trimStart()}`, ...rest];
    });
  }
  return Object.entries(value).flatMap(([key, each]) => {
    const name = `${indent}${scalar(key)}:`;
    if (!isNested(each)) return [`${name} ${scalar(each)}`];
    if ((Array.isArray(each) || Object.keys(each).length === 0) && fits(each, room - key.length))
      return [`${name} ${onOneLine(each)}`];
    return [name, ...lines(each, `${indent}  `)];
  });
}

/** Writes plain data as the YAML of a rule file. */
export function toYaml(value: object): string {
  return lines(value, '').join('\n');
}
