/** 密件: what this person alone has to do with. The files of the line; reports sent to them by name or post; letters of the inspectorate. */
import type { Role } from '#kernel/roles.ts';
import { Proposals } from '../admin/Proposals.tsx';
import { hasRole, useMe } from '../session/session.tsx';
import { Page } from '../shared/Page.tsx';
import { Files } from './Files.tsx';
import { Reports } from './Reports.tsx';
import { Requests } from './Requests.tsx';
import { NOBODY_ELSE } from './WhoSees.tsx';

const LINE: readonly Role[] = ['sealedTriage', 'disciplineRecipient', 'politicalLegalRecipient'];
const TOLD: readonly Role[] = ['organizationRecipient', 'leader'];

export default function SealedListPage() {
  const me = useMe();
  return (
    <Page title="检举控告密件" sentence={`只列由您经办、发给您的，只写代号。${NOBODY_ELSE}`}>
      <Proposals />
      <div className="stack">
        {hasRole(me, ...LINE) && <Files />}
        {hasRole(me, ...TOLD) && <Reports />}
        {hasRole(me, 'sealedTriage') && <Requests />}
      </div>
    </Page>
  );
}
