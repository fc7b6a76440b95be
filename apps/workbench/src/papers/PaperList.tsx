/** The papers of a matter or of other work: numbered ones with their evidence of delivery, drafts with what is missing, and what may be begun. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { MatterPage } from '#contexts/casework/contract.ts';
import { getDeliveryReceipt, getPaperPdf, type PaperItem } from '#contexts/documents/contract.ts';
import { METHOD_NAMES } from '#contexts/documents/domain/delivery.ts';
import { urlOf } from '../shared/call.ts';
import { day, moment } from '../shared/dates.ts';
import { Sheet } from '../shared/Sheet.tsx';
import { Trouble } from '../shared/Trouble.tsx';
import { PAPER_ACTS, PaperAct, wordsOf, type PaperActName, type PaperPlace } from './PaperAct.tsx';
import { type Publication, publicationOf } from './publication.ts';
import type { usePapers } from './usePapers.ts';

interface PaperListProps {
  place: PaperPlace;
  page?: MatterPage; // of the matter, where it is one
  papers: ReturnType<typeof usePapers>;
  base: string; // of the page that the papers belong to
  offers: readonly { readonly code: string; readonly name: string }[];
  aside: string;
  isLed?: boolean; // the page has its teal button somewhere else
  children?: ReactNode;
}

export function PaperList({ place, page, papers, base, offers, aside, isLed = false, children }: PaperListProps) {
  const [doing, setDoing] = useState<{ no: number; act: PaperActName }>();
  const leading = isLed || doing ? undefined : papers.data?.papers.find(({ allows }) => allows.some(isNext))?.no;

  return (
    <Sheet title="文书" id="papers" aside={aside} pad={false}>
      {papers.error && (
        <div className="pad">
          <Trouble error={papers.error} again={() => papers.refetch()} />
        </div>
      )}
      {papers.data && papers.data.papers.length + papers.data.drafts.length === 0 && (
        <p className="mute" style={{ padding: '14px 16px' }}>
          还没有文书。
        </p>
      )}
      {papers.data && papers.data.papers.length + papers.data.drafts.length > 0 && (
        <table className="grid cards papers">
          <caption className="vh">文书清单</caption>
          <thead>
            <tr>
              <th scope="col">文书</th>
              <th scope="col">日期</th>
              <th scope="col">送达与证据</th>
              <th scope="col">
                <span className="vh">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {papers.data.drafts.map(({ draft, name, savedAt, savedBy }) => (
              <tr key={draft}>
                <td>
                  <Link className="ttl" to={`${base}/drafts/${draft}`}>
                    {name}
                  </Link>
                  <span className="sub">未取号</span>
                </td>
                <td className="nw">{moment(savedAt, place.today)}</td>
                <td>
                  <span className="tag q">草稿</span> <span className="sub">{savedBy} 存</span>
                </td>
                <td className="nw">
                  <Link to={`${base}/drafts/${draft}`} aria-label={`接着写：${name}`}>
                    接着写
                  </Link>
                </td>
              </tr>
            ))}
            {papers.data.papers.map((paper) => (
              <PaperRow
                key={paper.no}
                paper={paper}
                place={place}
                leads={paper.no === leading}
                open={doing?.no === paper.no ? doing.act : undefined}
                onAct={(act) => {
                  if (!act) document.getElementById(linkOf(paper.no))?.focus({ preventScroll: true });
                  setDoing(act ? { no: paper.no, act } : undefined);
                }}
                consent={place.beside === true || papers.data.electronicConsent}
                publication={publicationOf(paper, papers.data.papers, page)}
              />
            ))}
          </tbody>
        </table>
      )}
      {offers.length > 0 && !papers.error && <Start offers={offers} base={base} />}
      {children}
    </Sheet>
  );
}

function Start({ offers, base }: { offers: readonly { code: string; name: string }[]; base: string }) {
  const navigate = useNavigate();
  return (
    <div className="acts" style={{ padding: '10px 16px 14px', borderTop: '1px solid var(--line)' }}>
      <span className="small mute">起草：</span>
      {offers.map(({ code, name }) => (
        <Button key={code} onClick={() => navigate(`${base}/draft/${code}`)}>
          {name}
        </Button>
      ))}
    </div>
  );
}

const STAGES: Readonly<Record<PaperItem['stage'], { word: string; tag: string }>> = {
  numbered: { word: '正在生成', tag: 'tag q' },
  sealed: { word: '已用印，没有发出', tag: 'tag a' },
  dispatched: { word: '已发出，没有送达证明', tag: 'tag a' },
  delivered: { word: '已送达', tag: 'tag g' },
  failed: { word: '没有送到', tag: 'tag s' },
  unproven: { word: '没有送达凭证', tag: 'tag s' },
  voided: { word: '已作废', tag: 'tag q' },
};

const ENDS: Readonly<Partial<Record<PaperItem['stage'], string>>> = { failed: '退回', unproven: '起按没有送到算' };

/** Where the keyboard stands when the form of a paper goes away. */
const linkOf = (no: number) => `paper-${no}`;

/** What a paper waits for; to void it, or to say that it did not arrive, is the exception. */
const isNext = (act: string) => act === 'dispatch' || act === 'recordDelivery';

interface PaperRowProps {
  paper: PaperItem;
  place: PaperPlace;
  leads: boolean; // its next step is the teal button of the page
  open: PaperActName | undefined;
  onAct: (act: PaperActName | undefined) => void;
  consent: boolean;
  publication: Publication | undefined;
}

function PaperRow({ paper, place, leads, open, onAct, consent, publication }: PaperRowProps) {
  const { no, name, number, stage, issuedOn, method, dispatchedOn, endedOn, allows, correctedBy } = paper;
  const { region, matter } = place;
  const params = { region, matter, no };
  const navigate = useNavigate();
  const internal = stage === 'sealed' && !allows.includes('dispatch');
  const standing = stage === 'sealed' && publication ? publication : internal ? { word: '已用印', tag: 'tag' } : STAGES[stage];
  return (
    <>
      <tr>
        <td>
          <a id={linkOf(no)} className="ttl" href={urlOf(getPaperPdf.url, params)} target="_blank" rel="noreferrer">
            {name}
          </a>
          <span className="sub">{number ?? '不编号'}</span>
        </td>
        <td className="nw">{day(issuedOn, place.today)}</td>
        <td className="small">
          <span className={standing.tag}>{standing.word}</span>{' '}
          {[
            method && METHOD_NAMES[method],
            dispatchedOn && `${day(dispatchedOn, place.today)}发出`,
            endedOn && `${day(endedOn, place.today)}${ENDS[stage] ?? '收到'}`,
          ]
            .filter(Boolean)
            .join('，')}
          {correctedBy && `，已由第 ${correctedBy} 号文书更正`}
          {dispatchedOn && ' '}
          {dispatchedOn && (
            <a href={urlOf(getDeliveryReceipt.url, params)} target="_blank" rel="noreferrer">
              送达回证
            </a>
          )}
        </td>
        <td>
          <div className="acts">
            {publication?.acts.map(({ command, label }) => (
              <Button key={command} onClick={() => navigate(`?do=${command}`)}>
                {label}
              </Button>
            ))}
            {allows
              .filter((act): act is PaperActName => act in PAPER_ACTS)
              .map((act) => (
                <Button
                  key={act}
                  type={leads && isNext(act) ? 'primary' : 'default'}
                  aria-expanded={open === act}
                  aria-label={`${wordsOf(act, paper).button}：${name}`}
                  onClick={() => onAct(open === act ? undefined : act)}
                >
                  {wordsOf(act, paper).button}
                </Button>
              ))}
          </div>
        </td>
      </tr>
      {open && (
        <tr>
          <td colSpan={4} style={{ background: 'var(--ground)' }}>
            <PaperAct key={open} act={open} paper={paper} place={place} consent={consent} done={() => onAct(undefined)} />
          </td>
        </tr>
      )}
    </>
  );
}
