import type { Frame } from '#contexts/intake/portal/domain/frame.ts';
import type { OwnWithdrawal, PublicGroup } from '#contexts/transparency/domain/group.ts';
import type { PlainDate } from '#kernel/dates.ts';
import type { FollowPage } from '#contexts/transparency/domain/pages.ts';
import { Field, Mistakes, Tel, Token } from '../parts/Fields.tsx';
import { Layout } from '../parts/Layout.tsx';
import { yearDay } from '../words/dates.ts';
import { wordsOf } from '../words/index.ts';
import { Terms } from './Terms.tsx';

interface Props {
  readonly frame: Frame;
  readonly page: Extract<FollowPage, { name: 'roster' }>;
}

/** The roster of a group: to the representatives the code to hand out, to a member the way out. No list of names is on it. */
export function RosterPage({ frame, page }: Props) {
  const { roster, frame: all } = wordsOf(frame);
  const group = page.page.matters[page.at]?.group;
  const most = group?.role === 'representative' ? group.most : undefined;
  const mistakes = page.problem ? [{ field: 'representatives', text: roster.representativesWrong(most) }] : [];
  return (
    <Layout frame={frame} title={mistakes.length > 0 ? `${all.mistakesTitle(1)} - ${roster.title}` : roster.title}>
      <a className="back" href={`/progress/${page.at + 1}`}>
        {all.backProgress}
      </a>
      <div className="q">
        <Mistakes frame={frame} mistakes={mistakes} title={all.mistakesTitle(mistakes.length)} />
        <h1>{roster.title}</h1>
        {group?.role === 'member' && (
          <>
            {group.withdrawal && <Answer frame={frame} at={page.at} said={group.withdrawal} />}
            {group.agreement && <Terms frame={frame} at={page.at} agreement={group.agreement} />}
            <Leave frame={frame} at={page.at} joinedOn={group.joinedOn} asked={group.withdrawal !== undefined || group.agreement !== undefined} />
          </>
        )}
        {group?.role === 'representative' && <Representative frame={frame} at={page.at} group={group} typed={page.typed} mistakes={mistakes} />}
      </div>
    </Layout>
  );
}

/** The representative would withdraw: a member says for themselves whether they do, and stays if they say nothing. */
function Answer({ frame, at, said }: { readonly frame: Frame; readonly at: number; readonly said: OwnWithdrawal }) {
  const { roster } = wordsOf(frame);
  const agreed = said === 'agreed';
  return (
    <section aria-labelledby="withdrawal">
      <h2 id="withdrawal">{roster.withdrawalTitle}</h2>
      {agreed ? <p>{roster.withdrawalAgreed}</p> : <Points frame={frame} />}
      <form action={`/roster/${at + 1}`} method="post" data-once="">
        <Token frame={frame} />
        <button type="submit" name="answer" value={agreed ? 'stay' : 'agree'} className="btn plain">
          {agreed ? roster.withdrawalStay : roster.withdrawalAgree}
        </button>
      </form>
    </section>
  );
}

/** What to know before one answers; the last of it with a number to call. */
function Points({ frame }: { readonly frame: Frame }) {
  const { withdrawalPoints: points } = wordsOf(frame).roster;
  return (
    <ul className="list">
      {points.map((point, at) => (
        <li key={point}>
          {point}
          {at === points.length - 1 && (
            <>
              {' '}
              <Tel number={frame.site.supervision.phone} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

interface LeaveProps {
  readonly frame: Frame;
  readonly at: number;
  readonly joinedOn: PlainDate;
  readonly asked: boolean; // whether to withdraw, on this same page: leaving is then folded away, so that nobody takes one for the other
}

/** It cannot be taken back, so what follows is said point by point. */
function Leave({ frame, at, joinedOn, asked }: LeaveProps) {
  const { roster } = wordsOf(frame);
  const way = (
    <>
      <p>{roster.joinedOn(yearDay(joinedOn, frame.language))}</p>
      <ul className="list">
        {roster.leavePoints.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <form action={`/roster/${at + 1}`} method="post" data-once="">
        <Token frame={frame} />
        <button type="submit" className="btn plain">
          {roster.leave}
        </button>
      </form>
    </>
  );
  if (!asked) return way;
  return (
    <details className="apart">
      <summary>{roster.leaveTitle}</summary>
      {way}
    </details>
  );
}

interface RepresentativeProps {
  readonly frame: Frame;
  readonly at: number;
  readonly group: Extract<PublicGroup, { role: 'representative' }>;
  readonly typed: string | undefined;
  readonly mistakes: readonly { readonly field: string; readonly text: string }[];
}

function Representative({ frame, at, group: { joinCode, members, canOpen, most }, typed = '', mistakes }: RepresentativeProps) {
  const { roster } = wordsOf(frame);
  return (
    <>
      {members === undefined && <p>{roster.openLead}</p>}
      {joinCode && (
        <>
          <h2>{roster.codeTitle}</h2>
          <p className="bigcode">{joinCode}</p>
          <p>{roster.codeLead}</p>
        </>
      )}
      {members !== undefined && <p>{roster.members(members)}</p>}
      <p>{roster.passOn}</p>
      {canOpen && (
        <form action={`/roster/${at + 1}`} method="post" data-once="">
          <Token frame={frame} />
          {members !== undefined && (
            <>
              <h2>{roster.renew}</h2>
              <p>{roster.renewLead}</p>
            </>
          )}
          <Field
            frame={frame}
            id="representatives"
            className="short"
            label={roster.representatives}
            hint={roster.representativesHint(most)}
            value={typed}
            mistakes={mistakes}
          />
          <button type="submit" className={members === undefined ? 'btn' : 'btn plain'}>
            {members === undefined ? roster.open : roster.renew}
          </button>
        </form>
      )}
    </>
  );
}
