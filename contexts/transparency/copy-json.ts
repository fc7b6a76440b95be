import type { ProgressPage } from './domain/progress.ts';

/** The petitioner's copy for a machine (个人信息保护法第四十五条): what the page shows, with names of organs only. */
export function copyOf({ publishedAt, intake, matters, opened, mine }: ProgressPage) {
  return {
    what: '个人信息副本',
    asOf: publishedAt,
    intakeNo: intake.no,
    receivedAt: intake.receivedAt,
    channel: intake.channel,
    held: mine?.held ?? [],
    ...(mine?.own && { own: mine.own }),
    matters: matters.map(({ no, title, claims, receivedOn, stage, log, papers, complaints, evaluation }) => ({
      no,
      title,
      claims,
      receivedOn,
      stage,
      log,
      papers: papers.map(({ title: name, no: number, on }) => ({ title: name, ...(number && { no: number }), on })),
      complaints,
      rated: evaluation.rated,
    })),
    openedBy: opened,
    requests: mine?.requests ?? [],
  };
}
