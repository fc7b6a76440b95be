import type { Method } from '#contexts/documents/index.ts';
import { nameOf, placeOf } from '../contact.ts';
import type { Doing } from './deed.ts';

/** What proves that a paper went out and that it arrived, by its way; without it nothing may be recorded. */
type Evidence = Record<string, string>;

export function proofOfSending(method: Method, { stage, story, deed }: Doing): Evidence {
  const deliverer = stage.cast.pick(deed.by, ['unitClerk', 'intakeOfficer', 'unitHead']).name;
  const { petitioner, receivedBy } = story;
  switch (method) {
    case 'post':
      return { mailNo: mailNo(story.id, deed), address: placeOf(petitioner) };
    case 'electronic':
      return { address: `门户，凭查询码；另打电话告知（尾号${(petitioner.phone ?? '0000').slice(-4)}）` };
    case 'queryCode':
      return { posted: '已公布在信访人的查询码下' };
    case 'throughOrgan':
      return { organ: stage.directory().nameOf(receivedBy), handover: '交接单一份，双方签字' };
    case 'oral':
      return { deliverer, consent: '本人在笔录上写明同意口头告知' };
    case 'publicNotice':
      return { tried: '按所留地址、原邻居、原社区三处查找，均未找到本人', postedAt: publicPlace(deed), photo: '公告照片两张，存卷' };
    default:
      return { deliverer, place: placeOf(petitioner) };
  }
}

export function proofOfReceipt(method: Method, { story: { petitioner, id }, deed }: Doing): Evidence {
  const signature = '送达回证上本人签名，照片存卷';
  switch (method) {
    case 'post':
      return { returnSlip: `${mailNo(id, deed)}，回执载明本人签收` };
    case 'electronic':
      return { arrival: '电话告知以后，本人回话说已经看到' };
    case 'queryCode':
      return { opened: '信访人第一次凭查询码打开' };
    case 'adultFamily':
      return { signedBy: petitioner.guardian?.name ?? `${nameOf(petitioner)}的家人`, relation: petitioner.guardian?.relation ?? '同住成年子女', signature };
    case 'leftAtHome':
      return { refusal: '本人在家，不愿签字，当面念给本人听', witness: '村（社区）工作人员一名', photo: '现场照片两张' };
    case 'oral':
      return { minutes: '已经告知去向、期限和联系人，本人没有疑问', confirmed: signature };
    case 'publicNotice':
      return { expiry: '公告期满，公告未被撕毁、遮挡' };
    default:
      return { signedBy: petitioner.representatives?.[0]?.name ?? nameOf(petitioner), signature };
  }
}

const publicPlace = ({ step }: Doing['deed']) => (step?.do === 'postPublicNotice' ? step.place : '公告栏');

/** Of an invented post: letters that no carrier uses, digits that follow from the story. */
function mailNo(id: string, { matter, paper }: Doing['deed']): string {
  const sum = [...`${id}${matter}${paper ?? ''}`].reduce((total, character) => (total * 131 + character.charCodeAt(0)) % 100_000_000, 17);
  return `QHX${String(sum).padStart(8, '0')}`;
}
