import type { FastifyInstance } from 'fastify';
import { plainDate } from '#kernel/dates.ts';
import { serve } from '#platform/http.ts';
import { takeNote } from '#platform/words.ts';
import {
  classifySealed,
  forwardSealed,
  giveBackSealed,
  giveSealedCode,
  handBackSealed,
  markSealed,
  receiveSealed,
  refuseSealed,
  transferSealed,
} from '../contract.ts';
import { isInvolved, type Accused } from '../domain/accused.ts';
import { deskFor, higherFor, lowerFor, recipientFor } from '../domain/recipient.ts';
import { actNumbered, handleSealed, placesOf, sealedStep, type SealedNeeds } from '../handle.ts';
import { giveBack } from '../handle/give-back.ts';
import { giveCode } from '../handle/give-code.ts';
import { doneBy, loadToAct } from './needs.ts';

/** Acting: whom it is about, transfer, receipt or refusal, sending on, and the days of what follows. Where it goes is never among what is asked. */
export function actRoutes(app: FastifyInstance, needs: SealedNeeds): void {
  serve(app, classifySealed, async ({ actor, params, body }) => {
    const { seen, accusedUnit, whom, also = [], line = 'discipline', accused: called } = body;
    const { subject, file } = await loadToAct(needs, 'classify', params, actor);
    const places = placesOf(needs);
    for (const unit of [accusedUnit, ...also]) places.getOrgan(unit);
    const name = called ? takeNote(called) : undefined;
    const accused: Accused = { unit: accusedUnit, whom, also };
    const recipient = recipientFor(accused, places, line);
    const desk = deskFor(file.desk ?? '', accused, recipientFor(accused, places), places);
    const command = {
      type: 'classify',
      accusedUnit,
      whom,
      also,
      line,
      recipient,
      desk,
      ...(name && { accused: name.words }),
      ...doneBy(needs, actor),
    } as const;
    const n = await handleSealed(needs, subject, command, seen, name ? [name] : []);
    return { n, recipient: places.nameOf(recipient ?? ''), stays: desk === file.desk };
  });

  serve(app, transferSealed, async ({ actor, params, body: { seen, pages, sealNo } }) => {
    const { subject, file } = await loadToAct(needs, 'transfer', params, actor);
    const places = placesOf(needs);
    const { accused } = file;
    const recipient = accused && recipientFor(accused, places, accused.line);
    const isOutside = recipient !== undefined && !isInvolved(recipient, accused!, places);
    const step = (slipNo: string) => sealedStep(needs, subject, { type: 'transfer', recipient, isOutside, pages, sealNo, slipNo, ...doneBy(needs, actor) });
    const { n } = await actNumbered(needs, subject, { paper: 'F54', unit: file.desk ?? actor.unit }, step, seen);
    return { n };
  });

  serve(app, receiveSealed, async ({ actor, params, body: { seen, ...counted } }) => {
    const { subject } = await loadToAct(needs, 'receive', params, actor);
    return { n: await handleSealed(needs, subject, { type: 'receive', ...counted, ...doneBy(needs, actor) }, seen) };
  });

  serve(app, refuseSealed, async ({ actor, params, body: { seen, reason, noAccusation } }) => {
    const { subject } = await loadToAct(needs, 'refuse', params, actor);
    const note = takeNote(reason);
    return {
      n: await handleSealed(needs, subject, { type: 'refuse', reason: note.words, noAccusation: noAccusation ?? false, ...doneBy(needs, actor) }, seen, [note]),
    };
  });

  serve(app, handBackSealed, async ({ actor, params, body: { seen, reason } }) => {
    const { subject } = await loadToAct(needs, 'handBack', params, actor);
    const note = takeNote(reason);
    return { n: await handleSealed(needs, subject, { type: 'handBack', reason: note.words, ...doneBy(needs, actor) }, seen, [note]) };
  });

  serve(app, giveBackSealed, async ({ actor, params, body: { seen, reason } }) => ({
    n: await giveBack(needs, await loadToAct(needs, 'giveBack', params, actor), reason, doneBy(needs, actor), seen),
  }));

  serve(app, markSealed, async ({ actor, params, body: { seen, mark, on } }) => {
    const { subject } = await loadToAct(needs, 'mark', params, actor);
    return { n: await handleSealed(needs, subject, { type: 'mark', mark, on: plainDate(on), ...doneBy(needs, actor) }, seen) };
  });

  serve(app, giveSealedCode, async ({ actor, params, body: { seen, checked } }) =>
    giveCode(needs, await loadToAct(needs, 'giveCode', params, actor), checked, actor, seen),
  );

  serve(app, forwardSealed, async ({ actor, params, body: { seen, way, on, pages, sealNo } }) => {
    const { subject, file, seat } = await loadToAct(needs, 'forward', params, actor);
    const places = placesOf(needs);
    const recipient = file.accused && (way === 'up' ? higherFor : lowerFor)(seat.organ, file.accused, places);
    const packet = pages && sealNo ? { packet: { pages, sealNo } } : {};
    const command = (slipNo: string) => ({ type: 'forward', way, on: plainDate(on), recipient, slipNo, ...packet, ...doneBy(needs, actor) }) as const;
    const known = recipient ? places.nameOf(recipient) : null;
    if (!recipient) return { n: await handleSealed(needs, subject, command(''), seen), recipient: known };
    const { n } = await actNumbered(needs, subject, { paper: 'F54', unit: seat.organ }, (no) => sealedStep(needs, subject, command(no)), seen);
    return { n, recipient: known };
  });
}
