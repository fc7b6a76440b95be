/** A person with a browser and no script: follows redirects, keeps cookies, fills in the forms that a page really has. */
export interface Visitor {
  readonly page: { readonly status: number; readonly path: string; readonly html: string; readonly headers: Headers };
  open(path: string): Promise<string>;
  /** Sends the fields to the first form of this address on the page, with the token it carries. */
  send(action: string, fields: Fields): Promise<string>;
  /** The same with files. */
  upload(action: string, fields: Fields, files: readonly Upload[]): Promise<string>;
  readonly cookies: Map<string, string>;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface Upload {
  readonly name: string;
  readonly bytes: Buffer;
  readonly type?: string;
}

export function visit(origin: string): Visitor {
  const cookies = new Map<string, string>();
  let page = { status: 0, path: '', html: '', headers: new Headers() };

  async function go(path: string, init: RequestInit = {}, left = 5): Promise<string> {
    const headers = new Headers(init.headers);
    headers.set('accept', 'text/html');
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (init.method === 'POST') headers.set('origin', origin);
    const answer = await fetch(origin + path, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      if (/expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, value.join('='));
    }
    const to = answer.headers.get('location');
    if (to && left > 0) {
      await answer.arrayBuffer();
      return go(new URL(to, origin + path).pathname + new URL(to, origin + path).search, {}, left - 1);
    }
    page = { status: answer.status, path, html: await answer.text(), headers: answer.headers };
    return page.html;
  }

  const token = (action: string): string => {
    const form = page.html.split('<form').find((part) => part.includes(`action="${action}"`)) ?? page.html;
    return /name="_csrf" value="([^"]+)"/.exec(form)?.[1] ?? '';
  };

  return {
    cookies,
    get page() {
      return page;
    },
    open: (path) => go(path),
    send(action, fields) {
      const body = new URLSearchParams({ _csrf: token(action) });
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one as string);
      return go(action, { method: 'POST', body: body.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    },
    upload(action, fields, files) {
      const body = new FormData();
      body.append('_csrf', token(action));
      for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one as string);
      for (const { name, bytes, type = 'application/octet-stream' } of files) body.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
      return go(action, { method: 'POST', body });
    },
  };
}
