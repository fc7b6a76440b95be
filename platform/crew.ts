import { parentPort, Worker, workerData } from 'node:worker_threads';

/**
 * Work spread over threads, each with connections and keys of its own. For what
 * keeps one processor busy for minutes, such as bringing in a great file.
 */
export interface Crew<Job, Result> {
  readonly size: number;
  /** To whoever is free first. */
  work(job: Job): Promise<Result>;
  close(): Promise<void>;
}

/** What a thread does once it is ready. */
export interface Hand<Job, Result> {
  work(job: Job): Promise<Result>;
  close(): Promise<void>;
}

type Answer = { readonly result: unknown } | { readonly failed: Error } | 'ready';

/** `program` is a file that ends with `serveCrew`; `about` is what each thread is told at its start. */
export async function openCrew<Job, Result>(program: URL, size: number, about: unknown): Promise<Crew<Job, Result>> {
  const hands = await Promise.all(Array.from({ length: size }, () => startHand<Job, Result>(program, about)));
  const free = [...hands];
  const waiting: ((hand: Hand<Job, Result>) => void)[] = [];
  const take = () => {
    const hand = free.pop();
    return hand ? Promise.resolve(hand) : new Promise<Hand<Job, Result>>((resolve) => waiting.push(resolve));
  };
  return {
    size,
    async work(job) {
      const hand = await take();
      try {
        return await hand.work(job);
      } finally {
        const next = waiting.shift();
        if (next) next(hand);
        else free.push(hand);
      }
    },
    close: async () => void (await Promise.all(hands.map((hand) => hand.close()))),
  };
}

/** The same in this thread, one job after the other: for what is soon done. */
export function alone<Job, Result>(hand: Hand<Job, Result>): Crew<Job, Result> {
  let last: Promise<unknown> = Promise.resolve();
  return {
    size: 1,
    work(job) {
      const result = last.then(() => hand.work(job));
      last = result.catch(() => {});
      return result;
    },
    close: hand.close,
  };
}

async function startHand<Job, Result>(program: URL, about: unknown): Promise<Hand<Job, Result>> {
  const worker = new Worker(program, { workerData: about, resourceLimits: { maxYoungGenerationSizeMb: 192 } }); // room for a portion: else it is cleared in the middle of each
  const ask = (send: () => void) =>
    new Promise<Answer>((resolve, reject) => {
      const over = (settle: () => void) => {
        worker.off('message', answered).off('error', failed).off('exit', ended);
        settle();
      };
      const answered = (answer: Answer) => over(() => resolve(answer));
      const failed = (error: unknown) => over(() => reject(error));
      const ended = () => over(() => reject(new Error('A thread ended before its work was done')));
      worker.on('message', answered).on('error', failed).on('exit', ended);
      send();
    });
  await ask(() => {});
  return {
    async work(job) {
      const answer = await ask(() => worker.postMessage(job));
      if (answer !== 'ready' && 'failed' in answer) throw answer.failed;
      return (answer as { result: Result }).result;
    },
    async close() {
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      worker.postMessage(null);
      await ended;
    },
  };
}

/** The thread's side: opens what it needs, and takes one job after the other until it is told to end. */
export async function serveCrew<About, Job, Result>(open: (about: About) => Promise<Hand<Job, Result>>): Promise<void> {
  const port = parentPort!;
  const hand = await open(workerData as About);
  port.on('message', (job: Job | null) => {
    if (job === null) void hand.close().finally(() => port.close());
    else
      hand.work(job).then(
        (result) => port.postMessage({ result } satisfies Answer),
        (error) => port.postMessage({ failed: error } satisfies Answer),
      );
  });
  port.postMessage('ready' satisfies Answer);
}

/** The results in the order of the jobs, however many are at work. */
export async function* inOrder<Job, Result>(crew: Crew<Job, Result>, jobs: AsyncIterable<Job> | Iterable<Job>): AsyncGenerator<Result> {
  const under: Promise<Result>[] = [];
  for await (const job of jobs) {
    const one = crew.work(job);
    one.catch(() => {}); // heard when its turn comes
    under.push(one);
    if (under.length > crew.size) yield await under.shift()!;
  }
  for (const one of under) yield await one;
}
