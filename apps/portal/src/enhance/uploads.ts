/** Says how far an upload is, “第2张，共3张”, by sending one file after the other. Without it the browser sends all at once. */
export function showUploads(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-uploads]');
  const input = form?.querySelector<HTMLInputElement>('input[type=file]');
  const box = document.querySelector<HTMLElement>('[data-upload-state]');
  if (!form || !input || !box || !('FormData' in window)) return;

  form.addEventListener('submit', (event) => {
    const files = [...(input.files ?? [])];
    if (files.length < 2) return;
    event.preventDefault();
    const pressed = event.submitter as HTMLButtonElement | null;
    box.hidden = false;
    const bar = box.querySelector('progress');
    const line = box.querySelector('[data-line]');
    for (const button of form.querySelectorAll('button')) button.disabled = true;

    const next = (at: number): void => {
      const file = files[at];
      if (!file) return;
      if (bar) bar.value = at / files.length;
      if (line) line.textContent = (box.dataset.line ?? '').replace('{at}', String(at + 1)).replace('{of}', String(files.length));
      const last = at === files.length - 1;
      send(form, input.name, file, last && pressed ? pressed.value : 'more', (answer) => {
        if (answer.status === 422 || answer.status >= 400) return show(answer.responseText);
        if (last) location.href = answer.responseURL || location.href;
        else next(at + 1);
      });
    };
    next(0);
  });
}

function send(form: HTMLFormElement, name: string, file: File, then: string, done: (answer: XMLHttpRequest) => void): void {
  const data = new FormData();
  for (const { name: field, value, type } of form.querySelectorAll('input')) if (type === 'hidden') data.append(field, value);
  data.append('then', then);
  data.append(name, file);
  const request = new XMLHttpRequest();
  request.open('POST', form.action);
  request.onload = () => done(request);
  request.onerror = () => location.reload(); // what was sent before is kept; the page lists it
  request.send(data);
}

/** The server's own page with its sentence about the file that it did not take. */
function show(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  document.body.replaceWith(page.body);
  document.querySelector<HTMLElement>('[role=alert]')?.focus();
  showUploads();
}
