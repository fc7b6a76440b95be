/** Ratings with their number, their participation and nothing below five: 0/0 is —, fewer than 5 is 少于 5. */
interface Figure {
  readonly closed: number;
  readonly rated: number;
  readonly satisfied: number | null;
  readonly basically: number | null;
  readonly members: { readonly rated: number; readonly told: number; readonly satisfied: number | null; readonly basically: number | null };
}

export function Ratings({ asDept, asUnit }: { asDept: Figure; asUnit: Figure }) {
  return (
    <>
      <table className="grid cards ratings">
        <caption className="vh">评价汇总</caption>
        <thead>
          <tr>
            <th scope="col">作为</th>
            <th scope="col" className="n">
              评价期已过
            </th>
            <th scope="col" className="n">
              评了的
            </th>
            <th scope="col" className="n">
              满意
            </th>
            <th scope="col" className="n">
              基本满意
            </th>
            <th scope="col" className="n">
              不满意
            </th>
          </tr>
        </thead>
        <tbody>
          <Row name="信访部门" {...ofMatters(asDept)} />
          <Row name="责任单位" {...ofMatters(asUnit)} />
          {asDept.members.rated > 0 && <Row name="信访部门，联名成员" {...ofMembers(asDept)} />}
          {asUnit.members.rated > 0 && <Row name="责任单位，联名成员" {...ofMembers(asUnit)} />}
        </tbody>
      </table>
      <p className="small mute under-table">
        “评了的”后面是占评价期已过的比例；没有评的不算满意，也不算不满意。评了的不满 5 件，不分等次，写“少于 5”。
        {asDept.members.rated + asUnit.members.rated > 0 && '联名成员按人数算，没有“评价期已过”的比例；能分等次的满 5 人才分，各等次是占这些人的比例。'}
      </p>
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly closed: string;
  readonly rated: string;
  readonly isNone: boolean;
  readonly whole: number; // of which the three are shares
  readonly satisfied: number | null;
  readonly basically: number | null;
}

const ofMatters = ({ closed, rated, satisfied, basically }: Figure) => ({
  closed: String(closed),
  rated: closed === 0 ? '—' : `${rated}（${share(rated, closed)}）`,
  isNone: rated === 0,
  whole: rated,
  satisfied,
  basically,
});

/** People, not matters: each member of a group rated with an own code, so there is no share of closed windows. */
const ofMembers = ({ members: { rated, told, satisfied, basically } }: Figure) => ({
  closed: '—',
  rated: `${rated} 人`,
  isNone: rated === 0,
  whole: told,
  satisfied,
  basically,
});

function Row({ name, closed, rated, isNone, whole, satisfied, basically }: RowProps) {
  const of = (count: number | null) => (isNone ? '—' : count === null ? '少于 5' : `${count}（${share(count, whole)}）`);
  const cells = {
    评价期已过: closed,
    评了的: rated,
    满意: of(satisfied),
    基本满意: of(basically),
    不满意: of(satisfied === null || basically === null ? null : whole - satisfied - basically),
  };
  return (
    <tr>
      <th scope="row">{name}</th>
      {Object.entries(cells).map(([head, cell]) => (
        <td key={head} className="n" data-name={head}>
          {cell}
        </td>
      ))}
    </tr>
  );
}

const share = (part: number, whole: number) => `${Math.round((part / whole) * 100)}%`;
