/** Sends one file with its progress, which fetch cannot tell. The promise ends as `call` does: with the reply, a Refusal or a Failure. */
import { csrfHeader, problemOf } from './call.ts';
import { offline } from './failure.ts';

export interface Upload<T> {
  readonly done: Promise<T>;
  readonly stop: () => void;
}

export function upload<T>(url: string, file: File, onShare: (share: number) => void, fields: Record<string, string> = {}): Upload<T> {
  const request = new XMLHttpRequest();
  const done = new Promise<T>((resolve, reject) => {
    request.open('POST', url);
    for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onShare(total ? loaded / total : 0);
    request.onerror = () => reject(offline());
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    request.onload = () => {
      const { status, responseText } = request;
      if (status >= 200 && status < 300) resolve(JSON.parse(responseText));
      else void problemOf(new Response(responseText, { status })).then(reject);
    };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file, file.name);
    request.send(form);
  });
  return { done, stop: () => request.abort() };
}
