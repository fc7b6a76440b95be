/** A receipt's QR code carries the query code behind '#', which browsers never send: put it into the form and send that. */
export function followHash(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-follow]');
  const code = location.hash.slice(1).replace(/[^0-9A-Za-z]/g, '');
  if (!form || code.length !== 13) return;
  const input = form.querySelector<HTMLInputElement>('input[name=code]');
  if (!input) return;
  input.value = code;
  history.replaceState(null, '', location.pathname); // not left behind in the address bar of a shared machine
  form.submit();
}
