import type { FastifyInstance } from 'fastify';
import { dateInChina } from '#kernel/dates.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import { serve } from '#platform/http.ts';
import { flagCadre, getReport, getReportPaper, listLeaders, listReports, receiveReport, sendReport as sendEndpoint } from '../contract.ts';
import { organizationFor } from '../domain/recipient.ts';
import { isStillSeen, postOf } from '../domain/permissions.ts';
import { askerOf, handleSealed, placesOf, replayFile, type SealedNeeds } from '../handle.ts';
import { printReport } from '../handle/papers.ts';
import { leadersOf, loadReport, sendReport, showReport } from '../handle/reports.ts';
import { findFiles, type SealedDb } from '../store.ts';
import { doneBy, loadToAct } from './needs.ts';

const MOST = 500;

/** Reports on cadres: flagged and sent by the desk, read and signed for by the recipients that the law names. They see the report, and nothing of the file. */
export function reportRoutes(app: FastifyInstance, needs: SealedNeeds): void {
  serve(app, flagCadre, async ({ actor, params, body: { seen, kind } }) => {
    const { subject } = await loadToAct(needs, 'flagCadre', params, actor);
    return { n: await handleSealed(needs, subject, { type: 'flagCadre', kind, ...doneBy(needs, actor) }, seen) };
  });

  serve(app, sendEndpoint, async ({ actor, params, body: { seen, ...given } }) =>
    sendReport(needs, await loadToAct(needs, 'sendReport', params, actor), given, actor, seen),
  );

  serve(app, listLeaders, async ({ actor, params }) => {
    const { file } = await loadToAct(needs, 'sendReport', params, actor);
    const places = placesOf(needs);
    const organization = file.accused && organizationFor(file.accused, places);
    const leaders = leadersOf(needs, file).map(({ person, name, post, unit }) => ({ person, name, post, unitName: places.nameOf(unit) }));
    return { organization: organization ? { unit: organization, name: places.nameOf(organization) } : null, leaders };
  });

  serve(app, listReports, async ({ actor }) => {
    const current = needs.directory.current();
    const asker = askerOf(needs, actor);
    const posts = ['organization', 'secretary', 'organizationLeader'] as const;
    const rows = await findFiles(needs.db.sql as SealedDb, current.organOf(actor.unit), posts, MOST);
    const files = [
      ...new Map(rows.filter((row) => isStillSeen(asker, row, current)).map(({ region, subject: id }) => [`${region} ${id}`, { region, id }])).values(),
    ];
    const found = await Promise.all(files.map((subject) => reportsIn(subject, actor)));
    return { today: dateInChina(needs.now()), rows: found.flat() };
  });

  serve(app, getReport, async ({ actor, params, request }) => {
    const loaded = await load(params, actor);
    await needs.access.read({ by: actor, place: request.ip, purpose: 'report', subjects: [loaded.subject] });
    return showReport(needs, loaded);
  });

  serve(app, getReportPaper, async ({ actor, params, request }) => {
    const { subject, code, sent, said } = await load(params, actor);
    await needs.access.read({ by: actor, place: request.ip, purpose: 'report', subjects: [subject] });
    return { ...(await printReport(needs, code, sent, said)), show: true };
  });

  serve(app, receiveReport, async ({ actor, params, body: { seen, pages, sealNo } }) => {
    const { subject, index, as } = await load(params, actor);
    return { n: await handleSealed(needs, subject, { type: 'receiveReport', report: index, post: as, pages, sealNo, ...doneBy(needs, actor) }, seen) };
  });

  const load = ({ region, file, report }: { region: string; file: string; report: number }, actor: Actor) =>
    loadReport(needs, { region, id: file }, report, actor);

  async function reportsIn(subject: Subject, actor: Actor) {
    const { file } = await replayFile(needs, subject);
    const asker = askerOf(needs, actor);
    return file.reports.sent.flatMap((sent, report) => {
      const as = postOf(asker, sent, file.accused, needs.directory.current());
      if (!as) return [];
      const received = sent.received[as];
      const { kind, no, at } = sent;
      const receivedOn = received ? dateInChina(received) : null;
      return [{ region: subject.region, file: subject.id, report, code: file.opening!.code, kind, no, sentOn: dateInChina(at), receivedOn }];
    });
  }
}
