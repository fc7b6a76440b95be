import Type from 'typebox';
import type { Endpoint } from '#kernel/endpoint.ts';

/** A request for review or recheck that came to the organ above itself, by visit or letter: it knows the matter's number from the opinion, and nothing else. */
export const takeDownRequest = {
  method: 'POST',
  url: '/api/casework/requests',
  body: Type.Object({
    no: Type.String({ minLength: 3, maxLength: 60, description: '处理（复查）意见书上写的信访事项编号' }),
    command: Type.Enum(['requestReview', 'requestRecheck']),
    fields: Type.Record(Type.String(), Type.Unknown()),
  }),
  reply: Type.Object({ region: Type.String(), matter: Type.String(), stage: Type.String() }),
} as const satisfies Endpoint;
