import type { Visitor } from './visitor.ts';

/** Story A of the mock-ups, question by question. */
export const STORY = '2026年6月村里换了自来水管，每户交800元。\n换完后村东7户早晚没有水，找过村委会两次，说等等看。';
export const CLAIMS = ['查明东河村东头经常断水的原因，恢复正常供水', '退还6月收的管网改造费800元'];
export const PERSON = { name: '张守田', phone: '13900001234', address: '柳河镇东河村56号' };

/** Answers everything up to the review; stops before it is handed in. */
export async function fillIn(visitor: Visitor): Promise<void> {
  await visitor.open('/file');
  await visitor.send('/file', {});
  await visitor.send('/file/purpose', { purpose: 'seek', then: 'next' });
  await visitor.send('/file/story', { story: STORY, title: '换了自来水管以后，家里经常断水', then: 'next' });
  await visitor.send('/file/place', { town: '', where: '东河村东头', then: 'next' });
  await visitor.send('/file/claims', { claim: CLAIMS, then: 'next' });
  await visitor.send('/file/earlier', { earlier: 'no', earlierWhere: '', then: 'next' });
  await visitor.upload('/file/files', { then: 'next' }, []);
  await visitor.send('/file/whom', { whom: 'self', then: 'next' });
  await visitor.send('/file/contact', { named: 'yes', name: PERSON.name, idNumber: '', then: 'next' });
  await visitor.send('/file/way', { phone: PERSON.phone, way: 'post', then: 'next' });
  await visitor.send('/file/address', { address: PERSON.address, then: 'next' });
}

/** What the receipt page shows as the query code, without its blanks. */
export const codeOn = (html: string): string => (/class="bigcode">(.*?)<\/p>/.exec(html)?.[1] ?? '').replaceAll(/<[^>]*>/g, '');
