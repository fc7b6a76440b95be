/** Saves what was typed a second after the last key, and once more when the window is left. */
export function saveWhileTyping(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-autosave]');
  const told = document.querySelector<HTMLElement>('[data-saved]');
  if (!form || !told) return;
  let waiting = 0;
  let changed = false;

  form.addEventListener('input', () => {
    changed = true;
    clearTimeout(waiting);
    waiting = window.setTimeout(save, 1500);
  });
  form.addEventListener('submit', () => {
    changed = false;
    clearTimeout(waiting);
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && changed) save();
  });

  function save(): void {
    if (!form || !told) return;
    changed = false;
    const body = new URLSearchParams(new FormData(form) as never).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-autosave': '1' };
    fetch(form.action, { method: 'POST', body, headers, keepalive: body.length < 60_000, credentials: 'same-origin' })
      .then(({ ok }) => {
        told.textContent = (ok ? told.dataset.saved : told.dataset.failed) ?? '';
        changed = changed || !ok;
      })
      .catch(() => {
        told.textContent = told.dataset.failed ?? '';
        changed = true;
      });
  }
}
