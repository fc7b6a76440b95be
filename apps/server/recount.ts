/** A new year's holidays are published: everything of a region that runs is counted again, the matters last, since their count marks it as done. The sealed line counts its own. */
import { isRecounted, recountTerms } from '#contexts/casework/index.ts';
import { recountWork, runningWork } from '#contexts/coordination/index.ts';
import { recountIntakes, runningIntakes } from '#contexts/intake/index.ts';
import { recountComplaints, runningComplaints } from '#contexts/supervision/index.ts';
import type { StaffNeeds } from './needs.ts';

const RECOUNTS = [recountIntakes, recountWork, recountComplaints, recountTerms] as const;

/** @returns how many moved */
export async function recountRegion(staff: StaffNeeds, region: string): Promise<number> {
  if (await isRecounted(staff, region)) return 0; // asked every few seconds: one look
  let moved = 0;
  for (const recount of RECOUNTS) moved += await recount(staff, region);
  return moved;
}

/** What runs beside the matters, for the preview of a notice. */
export async function runningBeside(staff: StaffNeeds, region: string, most: number) {
  const found = await Promise.all([runningIntakes, runningWork, runningComplaints].map((running) => running(staff, region, most)));
  return { all: found.flat(), more: found.some(({ length }) => length >= most) };
}
