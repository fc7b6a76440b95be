/** How a date comes about, always in the same words: 起算 · 期限 · 数到 · 顺延 · 延期 · 暂停 · 依据. The petitioner reads the same. */
export interface CalcLine {
  readonly word: string;
  readonly text: string;
}

/** A rule whose text nobody here has read, or that the product chose, is never shown as law. */
export type Evidence = 'T' | 'M' | 'S' | 'P';

export const EVIDENCE: Record<Evidence, { name: string; tag: string; law: boolean }> = {
  T: { name: '法规原文', tag: 'tag g', law: true },
  S: { name: '本地做法', tag: 'tag brand', law: true },
  M: { name: '待核实，不作为法定期限', tag: 'tag a', law: false },
  P: { name: '系统默认，由本单位确认', tag: 'tag q', law: false },
};

const evidenceOf = (given: string): Evidence => (given in EVIDENCE ? (given as Evidence) : 'P');

/** The mark of a clock, and whether its length is no law: such a one is never called 超期. */
export const markOf = ({ evidence }: { readonly evidence: string }) => EVIDENCE[evidenceOf(evidence)];
export const isInternal = (clock: { readonly evidence: string }) => !markOf(clock).law;

export function ClockCalc({ lines, evidence }: { lines: readonly CalcLine[]; evidence?: string | undefined }) {
  return (
    <dl className="calc">
      {lines.map(({ word, text }) => (
        <Line key={word + text} word={word} text={text} />
      ))}
      {evidence && isInternal({ evidence }) && !lines.some(({ text }) => text.endsWith('日期由文书指定')) && (
        <Line word="说明" text={`天数：${markOf({ evidence }).name}`} />
      )}
    </dl>
  );
}

function Line({ word, text }: CalcLine) {
  return (
    <>
      <dt>{word}</dt>
      <dd>{text}</dd>
    </>
  );
}
