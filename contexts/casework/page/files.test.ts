import { describe, expect, it } from 'vitest';
import { PETITIONER } from '../domain/permissions.ts';
import { at, by, opening, petition, UNITS, words } from '../../../test/stories.ts';
import { filesOfMatter } from './files.ts';

const file = (name: string) => ({ blob: name, key: 'k', name, type: 'image/png', bytes: 2048, sha256: '' });
const texts = new Map([
  ['words:来的', JSON.stringify([file('门前积水.png'), file('身份证.pdf')])],
  ['words:补的', JSON.stringify({ text: '又拍了一张', files: [file('今天.png')] })],
  ['words:只有话', '没有附件，只说一句'],
  ['words:像附件', '{"text":先前的括号，不是附件}'],
  ['words:协议书', JSON.stringify([file('协议书.pdf')])],
  ['words:修好了', JSON.stringify([file('修好的路面.jpg')])],
]);
const added = (text: string, day: string) => ({ type: 'MaterialAdded', text: words(text), ...by(PETITIONER, day) });

describe('一件事项的附件', () => {
  it('随来件收到的在前，后来补充的按次序在后；只写了话的不算附件；单位添的分得清', () => {
    const past = [
      { type: 'MatterOpened', ...opening('2026-07-20'), files: words('来的'), ...petition('2026-07-21') },
      added('只有话', '2026-07-22'),
      added('像附件', '2026-07-23'),
      added('补的', '2026-07-24'),
      { ...added('只有话', '2026-07-25'), files: words('修好了'), by: { person: '李工', unit: UNITS.housing } },
      { type: 'AgreementSigned', terms: words('只有话'), scan: words('协议书'), ...by(UNITS.housing, '2026-07-26') },
      { type: 'AgreementSigned', terms: words('只有话'), instrument: 'document/2', ...by(UNITS.housing, '2026-07-27') },
    ];
    const found = filesOfMatter({ past, texts } as never);
    expect(found.map(({ file: { name }, on, later, byOffice }) => [name, on, later, byOffice])).toEqual([
      ['门前积水.png', '2026-07-20', false, false],
      ['身份证.pdf', '2026-07-20', false, false],
      ['今天.png', '2026-07-24', true, false],
      ['修好的路面.jpg', '2026-07-25', true, true],
      ['协议书.pdf', '2026-07-26', true, true],
    ]);
  });

  it('内容依法删除了的，一个也不列', () => {
    const past = [{ type: 'MatterOpened', ...opening('2026-07-20'), files: words('已删除'), by: petition('2026-07-20').by, at: at('2026-07-20') }];
    expect(filesOfMatter({ past, texts } as never)).toEqual([]);
  });

  it('没有放行附件的混合来信，办理单位一个也看不到', () => {
    expect(filesOfMatter({ past: [{ type: 'MatterOpened', ...opening('2026-07-20'), ...petition('2026-07-20') }], texts } as never)).toEqual([]);
  });
});
