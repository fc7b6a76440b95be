import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commaOf, readCsv, writeCsvLine } from './csv.ts';

async function* pieces(text: string, length: number) {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function read(text: string, length = 7, comma = ',') {
  const found = [];
  for await (const record of readCsv(pieces(text, length), comma)) found.push(record);
  return found;
}

const field = fc.string({ unit: fc.constantFrom('好', 'a', ',', '"', '\n', '\r', ' ', ';', '😀', '1'), maxLength: 6 });

describe('CSV', () => {
  it('写出去的读回来一样，不管从哪里断开', async () => {
    const tables = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(tables, fc.integer({ min: 1, max: 9 }), async (rows, length) => {
        const back = await read(rows.map(writeCsvLine).join(''), length);
        expect(back.map(({ values }) => values)).toEqual(rows.map((row) => row.map((value) => (/^[\t\r]/.test(value) ? `'${value}` : value))));
      }),
    );
  });

  it('引号里可以有逗号、换行和成对的引号；三种换行都认；空行不算', async () => {
    const rows = await read('编号,内容\r\n1,"第一行\n第二行，""原话"""\r\n\r\n2,b\r3,c\n4,"d"');
    expect(rows).toEqual([
      { line: 1, values: ['编号', '内容'] },
      { line: 2, values: ['1', '第一行\n第二行，"原话"'] },
      { line: 5, values: ['2', 'b'] },
      { line: 6, values: ['3', 'c'] },
      { line: 7, values: ['4', 'd'] },
    ]);
  });

  it('引号没有成对，说出来，不吞掉后面的', async () => {
    expect((await read('a,b\n1,"开了没关\n2,c\n')).at(-1)).toMatchObject({ line: 2, broken: true });
  });

  it('分隔符看第一行，引号里的不算', () => {
    expect(commaOf('编号\t内容\t时间\n')).toBe('\t');
    expect(commaOf('"a,b,c";d;e')).toBe(';');
    expect(commaOf('只有一栏')).toBe(',');
  });

  it('会被表格软件当成公式的，前面加一撇；数字不加', () => {
    expect(writeCsvLine(['=1+1', '-5', '@x', '+86 1'])).toBe("'=1+1,-5,'@x,'+86 1\r\n");
  });
});
