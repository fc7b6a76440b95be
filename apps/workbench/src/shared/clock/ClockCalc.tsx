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

export function ClockCalc({ lines, evidence }: { lines: readonly CalcLine[]; evidence?: Evidence | undefined }) {
  return (
    <dl className="calc">
      {lines.map(({ word, text }) => (
        <Line key={word + text} word={word} text={text} />
      ))}
      {evidence && !EVIDENCE[evidence].law && <Line word="说明" text={`天数：${EVIDENCE[evidence].name}`} />}
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
