/** So many pages under such a seal: counted by whoever hands over and by whoever takes. */
import { TextInput } from '../../shared/fields/TextInput.tsx';
import { need, type Wrong } from './form.tsx';

export interface Packet {
  readonly pages: string;
  readonly sealNo: string;
}

export const NO_PACKET: Packet = { pages: '', sealNo: '' };

export const packetWrong = ({ pages, sealNo }: Packet): Wrong => ({
  pages: need(Number.isInteger(Number(pages)) && Number(pages) >= 1, '写清点的页数'),
  sealNo: need(/^[A-Za-z0-9-]{2,30}$/.test(sealNo.trim()), '写封签号：字母、数字和短横'),
});

export const packetOf = ({ pages, sealNo }: Packet) => ({ pages: Number(pages), sealNo: sealNo.trim() });

export function PacketInput({ value, set, wrong }: { value: Packet; set: (change: Partial<Packet>) => void; wrong: Wrong }) {
  return (
    <>
      <TextInput label="页数" required type="number" value={value.pages} onChange={(pages) => set({ pages })} wrong={wrong.pages} />
      <TextInput label="封签号" required value={value.sealNo} onChange={(sealNo) => set({ sealNo })} max={30} wrong={wrong.sealNo} hint="字母、数字和短横" />
    </>
  );
}
