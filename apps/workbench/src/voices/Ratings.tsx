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
          <Row name="信访部门" figure={asDept} />
          <Row name="责任单位" figure={asUnit} />
          {asDept.members.rated > 0 && <Members name="信访部门，联名成员" members={asDept.members} />}
          {asUnit.members.rated > 0 && <Members name="责任单位，联名成员" members={asUnit.members} />}
        </tbody>
      </table>
      <p className="small mute" style={{ marginTop: 8 }}>
        “评了的”后面是占评价期已过的比例；没有评的不算满意，也不算不满意。
      </p>
    </>
  );
}

function Row({ name, figure: { closed, rated, satisfied, basically } }: { name: string; figure: Figure }) {
  const of = (count: number | null) => (rated === 0 ? '—' : count === null ? '少于 5' : `${count}（${share(count, rated)}）`);
  return (
    <tr>
      <th scope="row" className="b nw">
        {name}
      </th>
      <td className="n" data-name="评价期已过">
        {closed}
      </td>
      <td className="n" data-name="评了的">
        {closed === 0 ? '—' : `${rated}（${share(rated, closed)}）`}
      </td>
      <td className="n" data-name="满意">
        {of(satisfied)}
      </td>
      <td className="n" data-name="基本满意">
        {of(basically)}
      </td>
      <td className="n" data-name="不满意">
        {of(satisfied === null || basically === null ? null : rated - satisfied - basically)}
      </td>
    </tr>
  );
}

/** People, not matters: each member of a group rated with an own code, so there is no share of closed windows. */
function Members({ name, members: { rated, told, satisfied, basically } }: { name: string; members: Figure['members'] }) {
  const of = (count: number | null) => (count === null ? '少于 5' : `${count}（${share(count, told)}）`);
  return (
    <tr>
      <th scope="row" className="b nw">
        {name}
      </th>
      <td className="n" data-name="评价期已过">
        —
      </td>
      <td className="n" data-name="评了的">
        {rated} 人
      </td>
      <td className="n" data-name="满意">
        {of(satisfied)}
      </td>
      <td className="n" data-name="基本满意">
        {of(basically)}
      </td>
      <td className="n" data-name="不满意">
        {of(satisfied === null || basically === null ? null : told - satisfied - basically)}
      </td>
    </tr>
  );
}

const share = (part: number, whole: number) => `${Math.round((part / whole) * 100)}%`;
