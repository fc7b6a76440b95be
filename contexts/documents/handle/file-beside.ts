import type { LoadedMatter } from '#contexts/casework/index.ts';
import type { Subject } from '#kernel/subject.ts';
import type { Actor } from '#platform/actor.ts';
import type { Recorded } from '#platform/history.ts';
import { isFiled } from '../domain/file.ts';
import type { Paper } from '../domain/paper.ts';
import { loadPastOf } from './home.ts';
import type { DocumentsNeeds } from './needs.ts';
import { papersOf } from './step.ts';

export interface BesidePaper {
  readonly subject: Subject;
  readonly past: readonly Recorded[];
  readonly paper: Paper;
}

/**
 * 督办函、催办记录、评判性听证的纪要: papers of work beside matters that is about this
 * one belong into its file (一案一档). Only of work that is open to whoever takes
 * the file: an order to another unit is not the handling unit's to read.
 */
export async function papersBeside(needs: DocumentsNeeds, { matter }: LoadedMatter, { region }: Subject, actor: Actor): Promise<BesidePaper[]> {
  const works = (await needs.worksAbout?.(region, matter.opening?.no ?? '')) ?? [];
  const found = await Promise.all(
    works.map(async (subject) => {
      const past = await loadPastOf(needs, subject);
      const beside = await needs.besideOf?.(subject, past);
      if (!beside?.isOpenTo(actor)) return [];
      const papers = Object.values(papersOf(past).all).filter(({ code, rendering, stage }) => isFiled(code) && rendering && stage !== 'voided');
      return papers.map((paper) => ({ subject, past, paper }));
    }),
  );
  return found.flat();
}
